using Microsoft.Extensions.Logging;

namespace Inventory.Http.Tests;

/// <summary>What is logged of a call: one line at its end, and one for each attempt that failed before it.</summary>
public sealed class LogTests
{
    [Test]
    public async Task A_read_is_one_quiet_line()
    {
        var logger = new RecordingLogger();
        using var bench = new Bench(Steps.Answer(200, "fine", ("x-sample-request-id", "R-7"))) { Logger = logger };

        _ = await bench.SendAsync();

        var entry = logger.Entries.Single();
        Assert.That((entry.Level, entry.Event.Id, entry.Event.Name), Is.EqualTo((LogLevel.Debug, 1, "Answered")));
        Assert.That(entry.Text, Is.EqualTo("sample answered 200 to GET of inventory rule nightly of bucket photos (attempts: 1, ms: 0, request id: R-7)."));
        Assert.That(entry.Values.Keys, Is.SupersetOf(["Provider", "Status", "Method", "RuleId", "Bucket", "Attempts", "ElapsedMs", "RequestId"]));
    }

    [TestCase("PUT")]
    [TestCase("DELETE")]
    public async Task A_write_that_succeeds_is_one_line_that_operators_see(string method)
    {
        var logger = new RecordingLogger();
        using var bench = new Bench(Steps.Answer(200, "", ("x-sample-request-id", "R-7"))) { Logger = logger };

        _ = await bench.SendAsync(method == "PUT" ? Bench.Put() : Bench.Delete());

        var entry = logger.Entries.Single();
        Assert.That((entry.Level, entry.Event.Id, entry.Event.Name), Is.EqualTo((LogLevel.Information, 2, "Written")));
        Assert.That(entry.Text, Is.EqualTo($"sample answered 200 to {method} of inventory rule nightly of bucket photos (attempts: 1, ms: 0, request id: R-7)."));
    }

    [Test]
    public async Task A_list_is_of_all_rules()
    {
        var logger = new RecordingLogger();
        using var bench = new Bench(Steps.Answer(200)) { Logger = logger };

        _ = await bench.SendAsync(Bench.Get() with { RuleId = null });

        Assert.That(logger.Entries.Single().Text, Does.Contain("GET of inventory rule * of bucket photos"));
    }

    [Test]
    public async Task Each_retry_is_a_warning_with_its_reason_and_its_wait()
    {
        var logger = new RecordingLogger();
        using var bench = new Bench(
            Steps.Refuse(503, "SlowDown", "Too many.", ("Retry-After", "2")), Steps.Throw(new HttpRequestException("Connection refused")), Steps.Answer(200))
        {
            Logger = logger,
            Options = new() { BaseDelay = TimeSpan.Zero },
        };

        _ = await bench.SendAsync();

        Assert.That(logger.Entries.Select(e => (e.Level, e.Event.Id, e.Event.Name)), Is.EqualTo(
            [(LogLevel.Warning, 3, "Retrying"), (LogLevel.Warning, 3, "Retrying"), (LogLevel.Debug, 1, "Answered")]));
        Assert.That(logger.Entries[0].Text, Is.EqualTo(
            "sample: attempt 1 of 3 at GET of inventory rule nightly of bucket photos failed. The next one is in 2000 ms. Reason: 503 SlowDown Too many."));
        Assert.That(logger.Entries[1].Text, Is.EqualTo(
            "sample: attempt 2 of 3 at GET of inventory rule nightly of bucket photos failed. The next one is in 0 ms. Reason: no answer: Connection refused"));
        Assert.That(logger.Entries[2].Values["Attempts"], Is.EqualTo(3));
    }

    [Test]
    public async Task An_attempt_that_times_out_says_so()
    {
        var logger = new RecordingLogger();
        using var bench = new Bench(Steps.Throw(new TaskCanceledException("The connect timeout elapsed.")), Steps.Answer(200)) { Logger = logger };

        _ = await bench.SendAsync();

        Assert.That(logger.Entries[0].Text, Does.EndWith("Reason: no answer in time"));
    }

    [TestCase(404, "NoSuchRule", LogLevel.Debug)]
    [TestCase(403, "Denied", LogLevel.Warning)]
    [TestCase(400, "Vague", LogLevel.Warning)]
    [TestCase(409, "Other", LogLevel.Warning)]
    public async Task A_refusal_is_a_warning_unless_operations_are_made_of_it_and_never_an_error(int status, string code, LogLevel level)
    {
        var logger = new RecordingLogger();
        using var bench = new Bench(Steps.Refuse(status, code)) { Logger = logger };

        var error = await bench.FailAsync();

        var entry = logger.Entries.Single();
        Assert.That((entry.Level, entry.Event.Name), Is.EqualTo((level, level == LogLevel.Debug ? "Answered" : "Failed")));
        Assert.That(entry.Values["Status"], Is.EqualTo(status));
        Assert.That(entry.Values["RequestId"], Is.EqualTo("R-1"));
        Assert.That(entry.Values.GetValueOrDefault("Kind"), Is.EqualTo(level == LogLevel.Debug ? null : (object)error.Kind));
    }

    [Test]
    public async Task A_call_without_an_answer_is_a_warning_without_the_exception_that_the_caller_gets()
    {
        var logger = new RecordingLogger();
        using var bench = new Bench(Steps.Throw(new HttpRequestException("Connection refused"))) { Logger = logger, Options = new() { MaxAttempts = 1 } };

        var error = await bench.FailAsync();

        var entry = logger.Entries.Single();
        Assert.That((entry.Level, entry.Event.Id, entry.Event.Name), Is.EqualTo((LogLevel.Warning, 4, "Failed")));
        Assert.That(entry.Text, Is.EqualTo(
            "sample: GET of inventory rule nightly of bucket photos failed with Unavailable (status: , attempts: 1, ms: 0, request id: ). "
            + $"Reason: {error.Message}"));
    }

    [Test]
    public async Task An_answer_that_cannot_be_read_is_a_failure_too()
    {
        var logger = new RecordingLogger();
        using var bench = new Bench(Steps.Answer(200, "odd")) { Logger = logger };
        var answer = await bench.SendAsync();

        _ = Assert.Throws<InventoryException>(() => answer.Read<string>(_ => throw new InventoryException(InventoryErrorKind.InvalidDocument, "no element")));

        Assert.That(logger.Entries.Select(e => e.Event.Name), Is.EqualTo(["Answered", "Failed"]));
        Assert.That(logger.Entries[1].Values["Kind"], Is.EqualTo(InventoryErrorKind.MalformedResponse));
    }

    [Test]
    public async Task An_error_inside_a_success_is_a_failure_and_no_write()
    {
        var logger = new RecordingLogger();
        using var bench = new Bench(Steps.Refuse(200, "Odd")) { Logger = logger };

        _ = await bench.FailAsync(Bench.Put());

        Assert.That(logger.Entries.Select(e => e.Event.Name), Is.EqualTo(["Failed"]));
    }

    [Test]
    public void A_call_that_its_caller_cancels_is_a_quiet_line()
    {
        var logger = new RecordingLogger();
        using var caller = new CancellationTokenSource();
        using var bench = new Bench(Steps.Hang(caller.Cancel)) { Logger = logger };

        _ = Assert.CatchAsync<OperationCanceledException>(() => bench.SendAsync(Bench.Put(), caller.Token));

        var entry = logger.Entries.Single();
        Assert.That((entry.Level, entry.Event.Id, entry.Event.Name), Is.EqualTo((LogLevel.Debug, 6, "Cancelled")));
        Assert.That(entry.Text, Is.EqualTo("sample: PUT of inventory rule nightly of bucket photos was cancelled (attempts: 1, ms: 0)."));
    }

    [TestCase(LogLevel.Information, 2)]
    [TestCase(LogLevel.Warning, 1)]
    [TestCase(LogLevel.None, 0)]
    public async Task A_level_that_nobody_wants_is_not_written(LogLevel least, int expected)
    {
        var logger = new RecordingLogger(least);
        using var bench = new Bench(Steps.Answer(200), Steps.Answer(503), Steps.Answer(200)) { Logger = logger };

        _ = await bench.SendAsync();
        _ = await bench.SendAsync(Bench.Put());

        Assert.That(logger.Entries, Has.Count.EqualTo(expected));
    }

    [Test]
    public async Task No_text_of_a_service_passes_for_a_line_of_the_log_or_commands_a_terminal()
    {
        var logger = new RecordingLogger();
        using var bench = new Bench(
            Steps.Refuse(503, "Busy\r", "a\u001b[2J\u2028b\u202ec"),
            Steps.Answer(403, "Code: Denied\rforged\nMessage: x\u0085y\nRequestId: R\u2029forged\n")) { Logger = logger };

        _ = await bench.FailAsync(Bench.Get("night\nforged"));

        Assert.That(logger.Entries, Has.Count.EqualTo(2));
        foreach (var entry in logger.Entries)
        {
            Assert.That(entry.Text.Where(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202e'), Is.Empty);
            Assert.That(entry.Text, Does.Contain("night\uFFFDforged"));
        }

        Assert.That(logger.Entries[1].Values["RequestId"], Is.EqualTo("R\uFFFDforged"));
    }

    [Test]
    public async Task A_long_text_is_cut()
    {
        var logger = new RecordingLogger();
        using var bench = new Bench(Steps.Refuse(503, "Busy", new('x', 5000)), Steps.Answer(200)) { Logger = logger };

        _ = await bench.SendAsync();

        Assert.That(logger.Entries[0].Text, Does.EndWith("x…").And.Length.LessThan(700));
    }

    [Test]
    public void A_cut_leaves_no_half_of_a_character()
    {
        var text = new string('x', 499) + "\U0001F4C4" + new string('y', 10);

        Assert.That(LogText.Of(text), Is.EqualTo(new string('x', 499) + "…"));
    }

    [Test]
    public async Task No_secret_no_header_and_no_body_is_logged_whoever_repeats_them()
    {
        var both = $"{SampleCredentials.Secret} {SampleCredentials.Token} {PercentEncoding.Encode(SampleCredentials.Secret)}";
        var logger = new RecordingLogger();
        using var bench = new Bench(
            Steps.Refuse(503, $"Busy {both}", both, ("x-sample-trace", "traced")),
            Steps.Throw(new HttpRequestException($"bad {both}")),
            Steps.Answer(403, $"Code: Denied {both}\nMessage: {both}\nRequestId: {both}\n"),
            Steps.Answer(200, "", ("x-sample-request-id", both)),
            Steps.Answer(200, $"Code: Odd {both}\nMessage: {both}\nRequestId: {both}\n"))
        {
            Logger = logger,
            Credentials = new SampleCredentials(SampleCredentials.Temporary),
        };

        _ = await bench.FailAsync(Bench.Put("<body/>"));
        _ = await bench.SendAsync(Bench.Put("<body/>"));
        _ = await bench.FailAsync(Bench.Put("<body/>"));

        Assert.That(logger.Entries.Select(e => e.Event.Name), Is.EqualTo(["Retrying", "Retrying", "Failed", "Written", "Failed"]));
        var signed = bench.Service.Sent.SelectMany(s => s.Headers.Where(h => h.Key.Contains("sample", StringComparison.OrdinalIgnoreCase)).Select(h => h.Value)).ToList();
        foreach (var text in logger.Entries.Select(e => $"{e.Text} {string.Join(' ', e.Values)}"))
        {
            Assert.That(text, Does.Not.Contain(SampleCredentials.Secret).And.Not.Contain(SampleCredentials.Token));
            Assert.That(text, Does.Not.Contain(PercentEncoding.Encode(SampleCredentials.Secret)).And.Not.Contain("<body/>").And.Not.Contain("TEMPORARY"));
            Assert.That(signed.Where(value => text.Contains(value, StringComparison.Ordinal)), Is.Empty);
        }

        Assert.That(signed, Is.Not.Empty);
    }

    [Test]
    public async Task Without_a_logger_all_of_it_happens_in_silence()
    {
        using var bench = new Bench(Steps.Answer(503), Steps.Answer(200)) { Logger = null };

        var answer = await bench.SendAsync(Bench.Put());

        Assert.That(answer.Attempts, Is.EqualTo(2));
    }
}
