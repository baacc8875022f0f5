using Inventory.Emulator;
using Microsoft.Extensions.DependencyInjection;

namespace Inventory.Consumer.Tests;

/// <summary>An application that uses both clouds at once, and names no provider.</summary>
public sealed class MoverTests
{
    [Test]
    public async Task A_rule_moves_from_one_cloud_to_the_other()
    {
        await using var emulator = await InventoryEmulator.StartAsync(new());
        var arguments = Apps.On(emulator).Select(a => a.Replace(":oss:", ":oss-old:", StringComparison.Ordinal)).Where(a => !a.StartsWith("--contentRoot", StringComparison.Ordinal));
        using var host = MoverHost.CreateBuilder(
        [
            .. arguments, $"--contentRoot={Path.GetTempPath()}", "--Inventory:oss-old:Region=cn-hangzhou", "--Inventory:bos:Region=bj",
            "--Inventory:oss-old:DestinationAccountId=100000000000000", "--Inventory:oss-old:DestinationRoleArn=acs:ram::100000000000000:role/inventory",
        ]).Build();
        await host.StartAsync();
        _ = await host.Services.GetRequiredKeyedService<IInventoryService>("oss-old").PutAsync("examplebucket", new()
        {
            Id = "nightly", Schedule = InventorySchedule.Daily, Destination = new() { Bucket = "destbucket" },
        });

        var moved = await host.Services.GetRequiredService<Mover>().MoveAsync("examplebucket", "nightly", Acceptance.Parse("schedule=Weekly"));

        Assert.That(moved.Outcome, Is.EqualTo(PutOutcome.Created));
        Assert.That(emulator.StoredRules(EmulatorWire.Bos, "examplebucket").Single().Id, Is.EqualTo("nightly"));
    }

    [Test]
    public void What_is_asked_for_by_key_is_checked_at_the_start()
    {
        using var host = MoverHost.CreateBuilder([$"--contentRoot={Path.GetTempPath()}", "--Inventory:oss-old:Region=cn-hangzhou"]).Build();

        Assert.That(
            () => host.StartAsync(),
            Throws.InstanceOf<InvalidConfigurationException>().With.Message.Contains("Inventory:oss-old:AccessKeyId").And.Message.Contains("Inventory:bos:Region"));
    }
}
