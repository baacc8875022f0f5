namespace Inventory.Architecture.Tests;

/// <summary>What was packed for another team is deleted after the last test.</summary>
[SetUpFixture]
public sealed class OutsiderLifetime
{
    [OneTimeTearDown]
    public Task Remove_what_was_packed() => OutsiderFeed.RemoveSharedAsync();
}
