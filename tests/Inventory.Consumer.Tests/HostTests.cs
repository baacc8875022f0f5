using Inventory.Emulator;
using Microsoft.Extensions.DependencyInjection;

namespace Inventory.Consumer.Tests;

/// <summary>The whole application over the emulator: nothing but <c>Inventory:Provider</c> says which cloud it is.</summary>
[TestFixture("oss")]
[TestFixture("bos")]
public sealed class HostTests(string provider)
{
    private InventoryEmulator _emulator = null!;

    [SetUp]
    public async Task StartEmulator() => _emulator = await InventoryEmulator.StartAsync(new());

    [TearDown]
    public async Task StopEmulator() => await _emulator.DisposeAsync();

    [Test]
    public async Task The_application_keeps_its_rule()
    {
        using var host = KeeperHost.CreateBuilder(Apps.On(_emulator, $"Inventory:Provider={provider}")).Build();

        await host.StartAsync();

        var inventory = host.Services.GetRequiredService<IInventoryService>();
        var rule = host.Services.GetRequiredService<InventoryRule>();
        Assert.That(inventory.Capabilities.Provider, Is.EqualTo(provider));
        Assert.That(await inventory.FindAsync("examplebucket", "weekly"), Is.EqualTo(inventory.Normalize(rule)));
        Assert.That(Wires(), Is.EqualTo([provider == "oss" ? EmulatorWire.Oss : EmulatorWire.Bos]));
    }

    [Test]
    public async Task A_second_start_changes_nothing()
    {
        using (var first = KeeperHost.CreateBuilder(Apps.On(_emulator, $"Inventory:Provider={provider}")).Build())
        {
            await first.StartAsync();
        }

        var writes = Writes();
        using var second = KeeperHost.CreateBuilder(Apps.On(_emulator, $"Inventory:Provider={provider}")).Build();

        await second.StartAsync();

        var rule = second.Services.GetRequiredService<InventoryRule>();
        var result = await second.Services.GetRequiredService<IInventoryService>().PutAsync("examplebucket", rule);
        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Unchanged));
        Assert.That(_emulator.Requests.Any(r => r.Method == "DELETE"), Is.False);
        Assert.That(Writes() - writes, Is.EqualTo(provider == "oss" ? 2 : 0), "OSS is asked by a put that it refuses, BOS by a find.");
    }

    [Test]
    public void A_rule_that_the_cloud_cannot_hold_fails_the_start_with_every_reason_and_no_request()
    {
        var builder = KeeperHost.CreateBuilder(Apps.On(_emulator, $"Inventory:Provider={provider}"));
        _ = builder.Services.AddSingleton(new InventoryRule
        {
            Id = "no good",
            Destination = new() { Bucket = "destbucket", Format = InventoryFormat.Parquet },
            Schedule = provider == "oss" ? InventorySchedule.EveryThreeDays : InventorySchedule.Daily,
            Filter = new() { Prefixes = ["logs/", "images/"], ObjectSize = new() { Lower = 10, Upper = 5 } },
            OptionalFields = [InventoryField.Size, InventoryField.Size],
        });
        using var host = builder.Build();

        var error = Assert.ThrowsAsync<InventoryRuleRejectedException>(() => host.StartAsync())!;

        var refused = error.Violations.Where(v => v.Severity == ViolationSeverity.Error).ToList();
        Assert.That(refused.Select(v => v.Path), Is.SupersetOf(["Destination.Format", "Schedule", "Filter.Prefixes", "Filter.ObjectSize"]));
        Assert.That(refused, Is.All.Matches<RuleViolation>(v => error.Message.Contains(v.Reason, StringComparison.Ordinal)));
        Assert.That(refused, Is.All.Matches<RuleViolation>(v => v.Remedy is { Length: > 0 } remedy && error.Message.Contains(remedy, StringComparison.Ordinal)));
        Assert.That(_emulator.Requests, Is.Empty);
    }

    [Test]
    public async Task An_application_that_uses_both_clouds_resolves_each_by_its_key()
    {
        using var host = KeeperHost.CreateBuilder(Apps.On(_emulator, $"Inventory:Provider={provider}")).Build();
        await host.StartAsync();
        var (oss, bos) = (host.Services.GetRequiredKeyedService<IInventoryService>("oss"), host.Services.GetRequiredKeyedService<IInventoryService>("BOS"));
        var (source, target) = provider == "oss" ? (oss, bos) : (bos, oss);

        var rule = await source.GetAsync("examplebucket", "weekly");
        var report = rule.CheckMoveTo(target.Capabilities);
        var moved = await target.PutAsync("examplebucket", rule.ConvertTo(target.Capabilities, [.. report.Refusals.Select(r => r.Choices[0])]));

        Assert.That(moved.Outcome, Is.EqualTo(PutOutcome.Created));
    }

    private string[] Wires() => [.. _emulator.Requests.Select(r => r.Wire).Distinct()];

    private int Writes() => _emulator.Requests.Count(r => r.Method == "PUT");
}
