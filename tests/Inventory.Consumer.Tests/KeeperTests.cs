using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;

namespace Inventory.Consumer.Tests;

/// <summary>How an application tests its own code without a cloud, an emulator or a network: <see cref="IInventoryService"/> is mocked.</summary>
public sealed class KeeperTests
{
    private static readonly InventoryRule Rule = new()
    {
        Id = "weekly",
        Destination = new() { Bucket = "destbucket" },
        Schedule = InventorySchedule.Weekly,
    };

    [Test]
    public async Task The_keeper_puts_its_rule_when_it_starts()
    {
        var inventory = new Mock<IInventoryService>();
        inventory
            .Setup(i => i.PutAsync("examplebucket", Rule, null, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new PutResult { Outcome = PutOutcome.Created });

        await Keeper(inventory.Object).StartAsync(CancellationToken.None);

        inventory.VerifyAll();
    }

    [Test]
    public async Task A_cloud_that_is_not_there_at_the_moment_does_not_keep_the_application_from_starting()
    {
        var inventory = new Mock<IInventoryService>();
        inventory
            .Setup(i => i.PutAsync(It.IsAny<string>(), It.IsAny<InventoryRule>(), null, It.IsAny<CancellationToken>()))
            .ThrowsAsync(new InventoryException(InventoryErrorKind.Throttled, "Slow down."));

        await Keeper(inventory.Object).StartAsync(CancellationToken.None);

        inventory.Verify(i => i.PutAsync("examplebucket", Rule, null, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Test]
    public void A_full_bucket_does()
    {
        var inventory = new Mock<IInventoryService>();
        inventory
            .Setup(i => i.PutAsync(It.IsAny<string>(), It.IsAny<InventoryRule>(), null, It.IsAny<CancellationToken>()))
            .ThrowsAsync(new InventoryException(InventoryErrorKind.RuleLimitReached, "The bucket holds 20 rules."));

        Assert.That(() => Keeper(inventory.Object).StartAsync(CancellationToken.None), Throws.InstanceOf<InventoryException>());
    }

    private static InventoryKeeper Keeper(IInventoryService inventory) =>
        new(inventory, Rule, Options.Create(new KeeperOptions { Bucket = "examplebucket" }), NullLogger<InventoryKeeper>.Instance);
}
