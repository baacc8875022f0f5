using Inventory.Emulator;
using Inventory.Http;

namespace Inventory.BaiduBos.Tests.Service;

/// <summary>A token that has expired for BOS and not yet for this machine, and what the provider gives in its place.</summary>
[TestFixture]
public sealed class ExpiredTokenTests
{
    private static readonly EmulatorCredential Old = new("old-key", "old-secret", "old-token", new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private static readonly EmulatorCredential New = new("new-key", "new-secret", "new-token");

    [Test]
    public async Task Every_operation_works_and_one_refusal_is_all_that_it_costs()
    {
        await using var bos = await EmulatedBos.StartAsync(new() { Credentials = [Old, New] });
        var fetched = 0;
        using var service = new BosInventoryService(Options(bos), new RefreshingCredentials(_ => new(Key(fetched++ == 0 ? Old : New))));

        _ = await service.PutAsync(EmulatedBos.Source, Rules.Weekly());
        var found = await service.FindAsync(EmulatedBos.Source, "rule-1");
        var listed = await service.AllAsync();
        await service.DeleteAsync(EmulatedBos.Source, "rule-1");

        Assert.That((found, listed.Single()), Is.EqualTo((service.Normalize(Rules.Weekly()), found)));
        Assert.That(bos.Requests.Select(r => r.ErrorCode), Is.EqualTo((string?[])["InvalidSessionToken", "NoSuchInventoryConfiguration", null, null, null, null]));
        Assert.That(fetched, Is.EqualTo(2));
    }

    [Test]
    public async Task Where_there_are_no_others_nothing_is_sent_twice()
    {
        await using var bos = await EmulatedBos.StartAsync(new() { Credentials = [Old] });
        using var service = new BosInventoryService(Options(bos), new StaticCredentials(Key(Old)));

        var error = await Caught.ByAsync(() => service.FindAsync(EmulatedBos.Source, "rule-1"));

        Assert.That((error.Kind, error.ServiceCode, error.Attempts), Is.EqualTo((InventoryErrorKind.AuthenticationFailed, "InvalidSessionToken", 1)));
        Assert.That(bos.Requests, Has.Count.EqualTo(1));
        Assert.That($"{error}", Does.Not.Contain("old-secret").And.Not.Contain("old-token"));
    }

    private static BosOptions Options(EmulatedBos bos) => new() { Endpoint = bos.Emulator.BosEndpoint.OriginalString };

    // This machine takes both to be good for long.
    private static CloudCredentials Key(EmulatorCredential known) => new(known.AccessKeyId, known.Secret, known.SessionToken, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
}
