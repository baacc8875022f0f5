using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

/// <summary>Reads that lag behind writes.</summary>
[TestFixture]
public sealed class ConsistencyTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(800);

    private ManualClock _clock = null!;
    private InventoryEmulator _emulator = null!;

    [SetUp]
    public async Task Start()
    {
        _clock = new(Samples.Now);
        _emulator = await InventoryEmulator.StartAsync(new()
        {
            VerifySignatures = false,
            Clock = _clock,
            ConsistencyDelay = Delay,
            OssRuleLimit = 2,
            Rules = [new(EmulatorWire.Bos, Samples.Source, Samples.Bos("old"))],
        });
    }

    [TearDown]
    public async Task Stop() => await _emulator.DisposeAsync();

    [Test]
    public async Task A_put_is_seen_by_get_and_list_when_the_delay_is_over_and_not_before()
    {
        _ = await _emulator.PutOssAsync(Samples.OssMinimal());

        var atOnce = await ReadAsync();
        _clock.Advance(Delay - TimeSpan.FromTicks(1));
        var before = await ReadAsync();
        _clock.Advance(TimeSpan.FromTicks(1));
        var after = await ReadAsync();

        Assert.That((atOnce, before, after), Is.EqualTo(((404, 404), (404, 404), (200, 200))));
    }

    [Test]
    public async Task A_delete_is_seen_as_late_and_the_rule_can_be_put_again_meanwhile()
    {
        _emulator.SeedRaw(EmulatorWire.Oss, Samples.Source, Samples.OssMinimal());

        var deleted = await _emulator.OssAsync("DELETE", "?inventory&inventoryId=report1");
        var stale = await ReadAsync();
        _clock.Advance(Delay / 2);
        var put = await _emulator.PutOssAsync(Samples.OssFull());
        _clock.Advance(Delay / 2);
        var gone = await ReadAsync();
        _clock.Advance(Delay / 2);
        var found = await _emulator.OssAsync("GET", "?inventory&inventoryId=report1");

        Assert.That((deleted.Status, put.Status), Is.EqualTo((204, 200)));
        Assert.That((stale, gone), Is.EqualTo(((200, 200), (404, 404))));
        Assert.That(found.Xml("Frequency"), Is.EqualTo("Daily"));
    }

    [Test]
    public async Task Whether_an_id_is_taken_or_a_bucket_is_full_is_decided_by_what_is_stored()
    {
        _ = await _emulator.PutOssAsync(Samples.OssMinimal());

        var again = await _emulator.PutOssAsync(Samples.OssMinimal());
        var second = await _emulator.PutOssAsync(Samples.OssMinimal("b"), "b");
        var third = await _emulator.PutOssAsync(Samples.OssMinimal("c"), "c");

        Assert.That((again.Code, second.Status, third.Code), Is.EqualTo(("InventoryConfigurationAlreadyExists", 200, "InventoryExceedLimit")));
        Assert.That(_emulator.StoredRules(EmulatorWire.Oss, Samples.Source).Select(rule => rule.Id), Is.EqualTo(["b", "report1"]));
    }

    [Test]
    public async Task An_overwritten_rule_is_read_as_it_was_until_the_delay_is_over()
    {
        _ = await _emulator.PutBosAsync(Samples.Bos("old").Replace("Weekly", "ThreeDaily", StringComparison.Ordinal), "old");

        var before = await _emulator.BosAsync("GET", "?inventory&id=old");
        var list = await _emulator.BosAsync("GET", "?inventory");
        _clock.Advance(Delay);
        var after = await _emulator.BosAsync("GET", "?inventory&id=old");

        Assert.That((before.Json("schedule"), list.Body.Contains("Weekly", StringComparison.Ordinal), after.Json("schedule")), Is.EqualTo(("Weekly", true, "ThreeDaily")));
    }

    [Test]
    public async Task A_rule_that_is_stored_and_not_yet_seen_can_be_deleted_and_then_there_is_none()
    {
        _ = await _emulator.PutBosAsync(Samples.Bos());

        var first = await _emulator.BosAsync("DELETE", "?inventory&id=rule-1");
        var second = await _emulator.BosAsync("DELETE", "?inventory&id=rule-1");

        Assert.That((first.Status, second.Code), Is.EqualTo((200, "NoSuchInventoryConfiguration")));
    }

    private async Task<(int Get, int List)> ReadAsync() =>
        ((await _emulator.OssAsync("GET", "?inventory&inventoryId=report1")).Status, (await _emulator.OssAsync("GET", "?inventory")).Status);
}
