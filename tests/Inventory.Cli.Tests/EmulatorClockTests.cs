using System.Net;
using Inventory.Emulator;

namespace Inventory.Cli.Tests;

/// <summary><c>inventory emulator --clock</c>: requests that an official client sent once verify under the clock of their day.</summary>
[TestFixture]
[Platform(Exclude = "Win", Reason = "it is stopped by signals")]
public sealed class EmulatorClockTests
{
    private const string Moment = "2026-01-02T03:04:05Z";

    /// <summary>ossutil 1.7.19, with an invented key.</summary>
    private const string Authorization =
        "OSS4-HMAC-SHA256 Credential=interop-fake-ak/20260102/cn-hangzhou/oss/aliyun_v4_request,Signature=15786e021e4c98d0313a2330aae2fc46c89579a126393bfef40e5a10284bb370";

    private static readonly string[] Arguments = ["--bucket", "inv-src", "--access-key", "interop-fake-ak:interop-fake-sk-0123456789abcdef", "--clock", Moment];

    [Test]
    public async Task A_recorded_request_verifies_until_the_clock_is_moved_and_again_when_it_is_moved_back()
    {
        using var emulator = await RunningEmulator.StartAsync(Arguments);

        var then = await SendAsync(emulator);
        var moved = await emulator.TellAsync("clock +16m");
        var late = await SendAsync(emulator);
        var back = await emulator.TellAsync($"clock {Moment}");
        var again = await SendAsync(emulator);

        Assert.That((then.Status, late.Status, again.Status), Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.NotFound)));
        Assert.That((then.Code, late.Code), Is.EqualTo(("NoSuchInventory", "RequestTimeTooSkewed")));
        Assert.That((moved, back), Is.EqualTo(("""{"clock":"2026-01-02T03:20:05Z"}""", $$"""{"clock":"{{Moment}}"}""")));
    }

    [Test]
    public async Task A_line_that_says_nothing_is_answered_so_and_the_end_of_the_lines_is_not_the_end()
    {
        using var emulator = await RunningEmulator.StartAsync(Arguments);

        var error = await emulator.TellAsync("clock soon");
        emulator.CloseInput();
        var after = await SendAsync(emulator);
        var run = await emulator.SignalAsync("TERM");

        Assert.That(error, Does.StartWith("""{"error":"'clock soon' does not move the clock. Write clock +5m"""));
        Assert.That((after.Code, run.ExitCode, run.Output), Is.EqualTo(("NoSuchInventory", 0, "")));
    }

    [TestCase("clock +500ms", "2026-01-02T03:04:05.5Z")]
    [TestCase("  clock -1h ", "2026-01-02T02:04:05Z")]
    [TestCase("clock 2027-01-01T08:00:00+08:00", "2027-01-01T00:00:00Z")]
    [TestCase("clock 2027-01-01T00:00:00.25Z", "2027-01-01T00:00:00.25Z")]
    public void A_line_moves_the_clock(string line, string now)
    {
        var clock = new ManualClock(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

        Assert.That(EmulatorClock.Answer(clock, line), Is.EqualTo($$"""{"clock":"{{now}}"}"""));
    }

    [TestCase("clock")]
    [TestCase("clock 5m")]
    [TestCase("clock +5")]
    [TestCase("clock +m")]
    [TestCase("clock 2027-01-01")]
    [TestCase("clock -99999999h")]
    [TestCase("stop")]
    public void A_line_that_does_not_leaves_it_where_it_is(string line)
    {
        var clock = new ManualClock(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

        var answer = EmulatorClock.Answer(clock, line);

        Assert.That(answer, Does.StartWith($"{{\"error\":\"'{line}'"));
        Assert.That(clock.GetUtcNow(), Is.EqualTo(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));
    }

    private static async Task<(HttpStatusCode Status, string Code)> SendAsync(RunningEmulator emulator)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(emulator.Oss, "/inv-src/?inventory&inventoryId=inv-full"));
        _ = request.Headers.TryAddWithoutValidation("Authorization", Authorization);
        _ = request.Headers.TryAddWithoutValidation("Date", "Fri, 02 Jan 2026 03:04:05 GMT");
        _ = request.Headers.TryAddWithoutValidation("X-Oss-Content-Sha256", "UNSIGNED-PAYLOAD");
        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, body.Split("<Code>")[^1].Split("</Code>")[0]);
    }
}
