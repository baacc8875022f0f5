using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

/// <summary>A clock that tests move.</summary>
[TestFixture]
public sealed class ManualClockTests
{
    [Test]
    public void It_stands_until_it_is_moved_ahead_or_back()
    {
        var clock = new ManualClock(Samples.Now.ToOffset(TimeSpan.FromHours(8)));

        var start = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromMinutes(5));
        var later = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromMinutes(-10));
        var earlier = clock.GetUtcNow();
        clock.MoveTo(Samples.Now.AddYears(1).ToOffset(TimeSpan.FromHours(-5)));

        Assert.That((start, start.Offset), Is.EqualTo((Samples.Now, TimeSpan.Zero)));
        Assert.That((later, earlier), Is.EqualTo((Samples.Now.AddMinutes(5), Samples.Now.AddMinutes(-5))));
        Assert.That(clock.GetUtcNow(), Is.EqualTo(Samples.Now.AddYears(1)));
    }

    [Test]
    public void It_does_not_leave_the_calendar()
    {
        var clock = new ManualClock(Samples.Now);

        Assert.That(() => clock.Advance(TimeSpan.MaxValue), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(clock.GetUtcNow(), Is.EqualTo(Samples.Now));
    }

    [Test]
    public void Moves_at_once_are_all_made()
    {
        var clock = new ManualClock(Samples.Now);

        _ = Parallel.For(0, 1_000, _ => clock.Advance(TimeSpan.FromSeconds(1)));

        Assert.That(clock.GetUtcNow(), Is.EqualTo(Samples.Now.AddSeconds(1_000)));
    }

    [Test]
    public async Task A_delay_ends_by_itself_while_it_stands()
    {
        await using var emulator = await InventoryEmulator.StartAsync(new() { VerifySignatures = false, Clock = new ManualClock(Samples.Now) });
        emulator.Faults.Add("oss:put:1=delay:1ms");

        var answer = await emulator.PutOssAsync(Samples.OssMinimal());

        Assert.That((answer.Status, answer.Header("Date")), Is.EqualTo((200, "Fri, 02 Jan 2026 03:04:05 GMT")));
    }

    [Test]
    public async Task A_temporary_key_expires_when_it_is_moved_past_its_end()
    {
        var clock = new ManualClock(CapturedRequest.Moment);
        var server = CapturedRequest.Server(clock);
        var temporary = server.Credentials[1] with { ExpiresAt = CapturedRequest.Moment.AddMinutes(10) };
        await using var emulator = await InventoryEmulator.StartAsync(server with { Credentials = [temporary] });
        var request = CapturedRequest.All.First(one => one.Wire == EmulatorWire.Oss && one.Head.AsSpan().IndexOf("x-oss-security-token"u8) > 0);

        var before = await request.SendAsync(emulator);
        clock.Advance(TimeSpan.FromMinutes(10));
        var after = await request.SendAsync(emulator);

        Assert.That((before.Status == 403, after.Code), Is.EqualTo((false, "SecurityTokenExpired")));
    }
}
