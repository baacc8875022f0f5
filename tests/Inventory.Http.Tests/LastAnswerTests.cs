namespace Inventory.Http.Tests;

/// <summary>Calls that end without an answer after attempts that had one: what the service said is not thrown away.</summary>
public sealed class LastAnswerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Test]
    public async Task What_the_service_said_before_the_connection_broke_is_told()
    {
        var logger = new RecordingLogger();
        using var bench = new Bench(SlowDown(), Steps.Throw(new HttpRequestException("Connection reset."))) { Logger = logger };

        var error = await bench.FailAsync(Bench.Put());

        AssertHolds(error, InventoryErrorKind.Unavailable, null, "SlowDown", 3);
        Assert.That((error.ServiceMessage, error.Diagnostics["x-sample-trace"], error.RetryAfter, error.IsTransient), Is.EqualTo(("Too many.", "T-9", (TimeSpan?)(2 * Second), true)));
        Assert.That(error.Message, Does.Contain(
            "PUT of inventory rule 'nightly' of bucket 'photos' on 'sample' got no answer: Connection reset. "
            + "Before that it answered 503 SlowDown: Too many. Request id R-1. x-sample-trace T-9. (3 attempts in "));
        Assert.That(logger.Entries[^1].Text, Does.Contain("got no answer").And.Contain("Before that it answered 503 SlowDown"));
    }

    [Test]
    public async Task Nor_does_a_timeout_of_the_next_attempt_hide_it()
    {
        var clock = new ManualTimeProvider();
        using var bench = new Bench(SlowDown(), Steps.Hang(() => clock.Advance(10 * Second))) { Clock = clock, Options = new() { MaxAttempts = 2 } };

        var error = await bench.FailAsync();

        AssertHolds(error, InventoryErrorKind.Unavailable, null, "SlowDown", 2);
        Assert.That(error.Message, Does.Contain("got no answer in time. Before that it answered 503 SlowDown"));
    }

    [TestCase("SlowDown", InventoryErrorKind.Throttled)]
    [TestCase("Busy", InventoryErrorKind.Unavailable)]
    [TestCase("SignatureExpired", InventoryErrorKind.Unavailable)]
    public async Task A_wait_that_outlasts_the_call_leaves_the_answer_before_it_as_the_last(string code, InventoryErrorKind kind)
    {
        using var bench = new Bench(Steps.Refuse(503, code)) { Options = new() { BaseDelay = Day, MaxDelay = Day, TotalTimeout = TimeSpan.FromMilliseconds(10) } };

        var error = await bench.FailAsync();

        AssertHolds(error, kind, 503, code, 1);
        Assert.That(error.Message, Does.Contain($"ran out of time before it could be sent again. Before that it answered 503 {code}: No. Request id R-1."));
    }

    [Test]
    public async Task A_wait_after_an_attempt_without_an_answer_leaves_none()
    {
        using var bench = new Bench(Steps.Throw(new IOException("reset"))) { Options = new() { BaseDelay = Day, MaxDelay = Day, TotalTimeout = TimeSpan.FromMilliseconds(10) } };

        var error = await bench.FailAsync();

        Assert.That((error.Kind, error.HttpStatus, error.RequestId, error.Attempts), Is.EqualTo((InventoryErrorKind.Unavailable, (int?)null, (string?)null, 1)));
        Assert.That(error.Message, Does.Contain("ran out of time").And.Not.Contain("answered"));
    }

    [Test]
    public async Task An_answer_that_broke_off_before_is_told_by_its_request_id()
    {
        Step broken = async (request, cancellationToken) =>
        {
            var response = await Steps.Truncated()(request, cancellationToken);
            response.Headers.Add("x-sample-request-id", "H-1");
            return response;
        };
        using var bench = new Bench(broken, Steps.Throw(new IOException("reset")));

        var error = await bench.FailAsync();

        Assert.That((error.Kind, error.HttpStatus, error.RequestId), Is.EqualTo((InventoryErrorKind.Unavailable, (int?)null, "H-1")));
        Assert.That(error.Message, Does.Contain("reset. Before that it answered 200, and the answer broke off. Request id H-1."));
    }

    [Test]
    public async Task Credentials_that_do_not_come_in_time_are_not_the_services_silence()
    {
        var clock = new ManualTimeProvider();
        using var bench = new Bench(Steps.Answer(200)) { Clock = clock, Credentials = new Late(0, clock, 10 * Second) };

        var error = await bench.FailAsync();

        Assert.That((error.Kind, error.Attempts), Is.EqualTo((InventoryErrorKind.Unavailable, 0)));
        Assert.That(error.Message, Does.Contain("was not sent: credentials were not there in time. (0 attempts").And.Not.Contain("no answer"));
    }

    [Test]
    public async Task Nor_where_the_service_answered_before()
    {
        var clock = new ManualTimeProvider();
        using var bench = new Bench(SlowDown()) { Clock = clock, Credentials = new Late(1, clock, 10 * Second) };

        var error = await bench.FailAsync();

        AssertHolds(error, InventoryErrorKind.Unavailable, 503, "SlowDown", 1);
        Assert.That(error.Message, Does.Contain("was not sent again: credentials were not there in time. Before that it answered 503 SlowDown"));
    }

    [Test]
    public async Task Credentials_that_cannot_be_fetched_are_not_the_services_silence_either()
    {
        using var bench = new Bench(Steps.Answer(200)) { Credentials = new Failing(new HttpRequestException("Name not known.")) };

        var error = await bench.FailAsync();

        Assert.That((error.Kind, error.Attempts), Is.EqualTo((InventoryErrorKind.Unavailable, 0)));
        Assert.That(error.Message, Does.Contain("was not sent: credentials could not be fetched: Name not known.").And.Not.Contain("no answer"));
    }

    [TestCase(10, true)]
    [TestCase(10, false)]
    [TestCase(100, true)]
    public async Task A_provider_that_hangs_after_a_refusal_leaves_the_refusal(int seconds, bool listens)
    {
        var clock = new ManualTimeProvider();
        using var bench = new Bench(Steps.Refuse(403, "TokenExpired")) { Clock = clock, Credentials = new Late(1, clock, seconds * Second, listens) };

        var error = await bench.FailAsync();

        AssertHolds(error, InventoryErrorKind.AuthenticationFailed, 403, "TokenExpired", 1);
    }

    [Test]
    public void A_caller_who_gives_up_then_is_obeyed()
    {
        using var stop = new CancellationTokenSource();
        using var bench = new Bench(Steps.Refuse(403, "TokenExpired")) { Credentials = new Late(1, stop.Cancel) };

        Assert.That(() => bench.SendAsync(cancellationToken: stop.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    private static Step SlowDown() => Steps.Refuse(503, "SlowDown", "Too many.", ("Retry-After", "2"), ("x-sample-trace", "T-9"));

    private static void AssertHolds(InventoryException error, InventoryErrorKind kind, int? status, string code, int attempts) =>
        Assert.That((error.Kind, error.HttpStatus, error.ServiceCode, error.RequestId, error.Attempts), Is.EqualTo((kind, status, code, "R-1", attempts)));

    private sealed class Failing(Exception failure) : ICredentialsProvider
    {
        public ValueTask<CloudCredentials> GetAsync(CancellationToken cancellationToken = default) => ValueTask.FromException<CloudCredentials>(failure);
    }

    /// <summary>Gives a key so many times, and then never again.</summary>
    private sealed class Late(int good, Action meanwhile, bool listens = true) : ICredentialsProvider
    {
        private int _asked;

        public Late(int good, ManualTimeProvider clock, TimeSpan wait, bool listens = true)
            : this(good, () => clock.Advance(wait), listens)
        {
        }

        public async ValueTask<CloudCredentials> GetAsync(CancellationToken cancellationToken = default)
        {
            if (_asked++ >= good)
            {
                meanwhile();
                await Task.Delay(Timeout.Infinite, listens ? cancellationToken : default);
            }

            return SampleCredentials.LongLived;
        }
    }
}
