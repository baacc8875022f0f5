using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Inventory.Http.Tests;

/// <summary>A machine whose clock is off, and a service that says so.</summary>
public sealed class ClockTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly DateTimeOffset Start = ManualTimeProvider.Start;

    [TestCase(20)]
    [TestCase(-20)]
    [TestCase(1440)]
    [TestCase(-1440)]
    public async Task An_attempt_whose_time_is_refused_is_made_again_at_once_for_the_services_time(int minutes)
    {
        using var bench = new Bench(WrongTime(minutes * Minute), Steps.Answer(200));

        var answer = await bench.SendAsync(Bench.Put());

        Assert.That((answer.Error, answer.Attempts), Is.EqualTo(((InventoryException?)null, 2)));
        Assert.That(bench.Signer.Instants, Is.EqualTo([Start, Start + (minutes * Minute)]));
        Assert.That(bench.Clock.Waits, Is.Empty);
    }

    [Test]
    public async Task The_difference_is_remembered_for_later_calls_and_goes_on_with_the_clock()
    {
        using var bench = new Bench(WrongTime(20 * Minute), Steps.Answer(200));

        _ = await bench.SendAsync();
        bench.Clock.Advance(5 * Minute);
        var later = await bench.SendAsync();

        Assert.That(later.Attempts, Is.EqualTo(1));
        Assert.That(bench.Signer.Instants[2], Is.EqualTo(Start + (25 * Minute)));
    }

    [Test]
    public async Task A_client_remembers_for_itself_alone()
    {
        using var one = new Bench(WrongTime(20 * Minute), Steps.Answer(200));
        using var other = new Bench(Steps.Answer(200));

        _ = await one.SendAsync();
        _ = await other.SendAsync();

        Assert.That(other.Signer.Instants, Is.EqualTo([Start]));
    }

    [Test]
    public async Task A_second_refusal_corrects_again_after_a_wait_and_the_difference_counts_from_this_machines_clock()
    {
        using var bench = new Bench(WrongTime(20 * Minute), WrongTime(50 * Minute), Steps.Answer(200));

        var answer = await bench.SendAsync();

        Assert.That(answer.Attempts, Is.EqualTo(3));
        Assert.That(bench.Clock.Waits, Has.Count.EqualTo(1));
        Assert.That(bench.Signer.Instants[2], Is.EqualTo(Start + (50 * Minute) + bench.Clock.Waits[0]));
    }

    [Test]
    public async Task A_service_that_never_agrees_is_asked_no_more_often_than_any_other()
    {
        var step = 0;
        using var bench = new Bench((request, token) => WrongTime(++step * 20 * Minute)(request, token));

        var error = await bench.FailAsync();

        Assert.That((error.Kind, error.Attempts), Is.EqualTo((InventoryErrorKind.AuthenticationFailed, 3)));
        Assert.That(error.Message, Does.Contain("This machine's clock is 01:00:00 behind the service's: set it."));
    }

    [Test]
    public async Task A_single_attempt_is_not_made_again_but_the_next_call_is_right()
    {
        using var bench = new Bench(WrongTime(-20 * Minute), Steps.Answer(200)) { Options = new() { MaxAttempts = 1 } };

        var error = await bench.FailAsync();
        var next = await bench.SendAsync();

        Assert.That(error.Attempts, Is.EqualTo(1));
        Assert.That(error.Message, Does.Contain("This machine's clock is 00:20:00 ahead of the service's: set it. Until then signatures are corrected for that. (1 attempt in 0.0 s)"));
        Assert.That((next.Error, next.Attempts), Is.EqualTo(((InventoryException?)null, 1)));
    }

    [TestCase("")]
    [TestCase("yesterday")]
    [TestCase("2026-03-01T08:20:00Z")]
    [TestCase("01/03/2026 08:20:00")]
    [TestCase("Mon, 01 Mar 2026 08:20:00 GMT")]
    [TestCase("Sun, 01 Mar 2026 08:20:00 GMT, Sun, 01 Mar 2026 08:20:00 GMT")]
    [TestCase("Sun, 01 Mar 2026 08:20:00 +0800")]
    public async Task Without_a_date_that_can_be_read_nothing_is_tried_again_and_the_message_says_what_to_do(string date)
    {
        using var bench = new Bench(Steps.Refuse(403, "WrongTime", "No.", ("Date", date)), Steps.Answer(200));

        var error = await bench.FailAsync();
        _ = await bench.SendAsync();

        Assert.That(error.Attempts, Is.EqualTo(1));
        Assert.That(error.Message, Does.Contain("The answer does not say the service's time: set this machine's clock. (1 attempt"));
        Assert.That(bench.Signer.Instants, Is.EqualTo([Start, Start]));
    }

    [TestCase("Sun, 01 Mar 2026 08:20:00 GMT")]
    [TestCase("Sunday, 01-Mar-26 08:20:00 GMT")]
    [TestCase("Sun Mar  1 08:20:00 2026")]
    public async Task Each_form_of_a_date_is_read_under_any_culture(string date)
    {
        foreach (var culture in new[] { "th-TH", "fi-FI", "tr-TR", "ar-SA" })
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            using var bench = new Bench(Steps.Refuse(403, "WrongTime", "No.", ("Date", date)), Steps.Answer(200));

            _ = await bench.SendAsync();

            Assert.That(bench.Signer.Instants[1], Is.EqualTo(Start + (20 * Minute)), culture);
        }
    }

    [Test]
    public async Task Without_a_date_what_the_refusal_says_counts_and_with_one_the_date_does()
    {
        const string body = "Code: WrongTime\nTime: 2026-03-01T08:30:00Z\n";
        using var bench = new Bench(Steps.Answer(403, body), Steps.Answer(403, body, Date(20 * Minute)), Steps.Answer(200));

        _ = await bench.SendAsync();

        Assert.That(bench.Signer.Instants, Is.EqualTo([Start, Start + (30 * Minute), Start + (20 * Minute) + bench.Clock.Waits.Single()]));
    }

    [Test]
    public async Task A_correction_is_good_for_the_answer_that_showed_it_and_for_no_other()
    {
        using var bench = new Bench(WrongTime(20 * Minute), Steps.Refuse(403, "WrongTime"));

        var error = await bench.FailAsync();

        Assert.That(error.Attempts, Is.EqualTo(2));
    }

    [Test]
    public async Task A_failure_for_another_reason_says_as_well_that_the_clock_is_off()
    {
        using var refused = new Bench(WrongTime(20 * Minute), Steps.Refuse(403, "Denied"));
        using var silent = new Bench(WrongTime(20 * Minute), Steps.Throw(new IOException("gone")));

        var errors = new[] { await refused.FailAsync(), await silent.FailAsync() };

        Assert.That(errors.Select(e => e.Kind), Is.EqualTo([InventoryErrorKind.AccessDenied, InventoryErrorKind.Unavailable]));
        Assert.That(errors.Select(e => e.Message), Is.All.Contains(". This machine's clock is 00:20:00 behind the service's: set it. Until then signatures are corrected for that. ("));
    }

    [TestCase(1441, "1.00:01:00 behind the service's, too far to be corrected for: set it.")]
    [TestCase(-527040, "366.00:00:00 ahead of the service's, too far to be corrected for: set it.")]
    public async Task A_difference_of_more_than_a_day_is_said_and_not_corrected(int minutes, string said)
    {
        using var bench = new Bench(WrongTime(minutes * Minute), Steps.Answer(200));

        var error = await bench.FailAsync();
        _ = await bench.SendAsync();

        Assert.That(error.Message, Does.Contain("This machine's clock is " + said));
        Assert.That(bench.Signer.Instants, Is.EqualTo([Start, Start]));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(-1)]
    public async Task A_refusal_whose_date_is_what_was_signed_is_not_tried_again(int seconds)
    {
        using var bench = new Bench(WrongTime(TimeSpan.FromSeconds(seconds)));

        var error = await bench.FailAsync();

        Assert.That(error.Attempts, Is.EqualTo(1));
        Assert.That(error.Message, Does.Contain("This machine's clock and the answer's agree, though."));
    }

    [TestCase(200, "fine")]
    [TestCase(403, "Code: Denied\n")]
    [TestCase(403, "<html><body>RequestTimeTooSkewed Code: WrongTime</body></html>")]
    [TestCase(502, "<html>WrongTime</html>")]
    [TestCase(503, "Code: SlowDown\n")]
    public async Task Only_what_the_service_itself_says_moves_the_clock(int status, string body)
    {
        using var bench = new Bench(Steps.Answer(status, body, Date(20 * Minute))) { Options = new() { BaseDelay = TimeSpan.Zero } };

        try
        {
            _ = await bench.SendAsync();
        }
        catch (InventoryException)
        {
            // What stands in the answer is not the point here.
        }

        Assert.That(bench.Signer.Instants, Is.All.EqualTo(Start));
    }

    [Test]
    public async Task A_time_that_the_service_asks_for_is_on_its_clock_and_the_wait_on_this_machines()
    {
        using var bench = new Bench(WrongTime(20 * Minute), Steps.Answer(503, "", ("Retry-After", "Sun, 01 Mar 2026 08:20:07 GMT")), Steps.Answer(200));

        var answer = await bench.SendAsync();

        Assert.That(answer.Attempts, Is.EqualTo(3));
        Assert.That(bench.Clock.Waits, Is.EqualTo([TimeSpan.FromSeconds(7)]));
        Assert.That(bench.Clock.GetUtcNow(), Is.EqualTo(Start + TimeSpan.FromSeconds(7)));
    }

    [Test]
    public async Task Calls_that_are_refused_together_are_all_made_again_and_none_of_them_twice()
    {
        var refused = 0;
        var all = new TaskCompletionSource();
        using var bench = new Bench(async (request, token) =>
        {
            if (!request.Headers["Authorization"].EndsWith("T080000Z", StringComparison.Ordinal))
            {
                return await Steps.Answer(200)(request, token);
            }

            _ = Interlocked.Increment(ref refused) == 20 && all.TrySetResult();
            await all.Task;
            return await WrongTime(20 * Minute)(request, token);
        });

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => bench.SendAsync())));

        Assert.That(answers.Select(a => (a.Error, a.Attempts)), Is.All.EqualTo(((InventoryException?)null, 2)));
    }

    [Test]
    public async Task A_correction_is_one_line_of_the_log_for_each_difference()
    {
        var logger = new RecordingLogger();
        using var bench = new Bench(WrongTime(-20 * Minute), WrongTime(-20 * Minute), Steps.Answer(200)) { Logger = logger, Options = new() { MaxAttempts = 2 } };

        _ = await bench.FailAsync();
        _ = await bench.SendAsync();

        var corrected = logger.Entries.Single(e => e.Event.Id == 7);
        Assert.That((corrected.Level, corrected.Event.Name), Is.EqualTo((LogLevel.Warning, "ClockCorrected")));
        Assert.That(corrected.Text, Is.EqualTo("sample: this machine's clock is off, as the answer to GET of inventory rule nightly of bucket photos shows. "
            + "From now on -1200000 ms are added to it for signatures. Set it."));
        Assert.That(logger.Entries.Select(e => e.Event.Name), Is.EqualTo(["ClockCorrected", "Retrying", "Failed", "Answered"]));
    }

    [Test]
    public async Task An_attempt_that_was_refused_did_nothing_and_one_that_failed_may_have()
    {
        using var bench = new Bench(WrongTime(20 * Minute), Steps.Answer(500), Steps.Answer(200));

        var answer = await bench.SendAsync(Bench.Put());

        Assert.That((answer.Attempts, answer.AttemptsInDoubt), Is.EqualTo((3, 2)));
    }

    [Test]
    public async Task Credentials_end_on_this_machines_clock()
    {
        var clock = new ManualTimeProvider();
        var fetched = 0;
        var provider = new RefreshingCredentials(_ => new(new CloudCredentials($"key-{++fetched}", "secret", "token", Start + (30 * Minute))), clock);
        using var bench = new Bench(WrongTime(60 * Minute), Steps.Answer(200)) { Clock = clock, Credentials = provider };

        _ = await bench.SendAsync();
        _ = await bench.SendAsync();

        Assert.That(fetched, Is.EqualTo(1));
    }

    private static Step WrongTime(TimeSpan behind) => Steps.Refuse(403, "WrongTime", "No.", Date(behind));

    private static (string Name, string Value) Date(TimeSpan behind) => ("Date", (Start + behind).ToString("r", CultureInfo.InvariantCulture));
}
