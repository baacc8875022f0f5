using Microsoft.Extensions.Logging.Abstractions;

namespace Inventory.Http.Tests;

public sealed class RetryWaitTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [TestCase(0.0)]
    [TestCase(0.5, 100, 200, 400, 500)]
    [TestCase(0.995, 199, 398, 796, 995)]
    public async Task A_wait_is_a_random_part_of_a_bound_that_doubles_up_to_the_longest(double random, params double[] milliseconds)
    {
        var clock = new ManualTimeProvider();
        var options = new InventoryHttpOptions { MaxAttempts = 5, BaseDelay = TimeSpan.FromMilliseconds(200), MaxDelay = Second };
        using var service = new ScriptedHandler(Steps.Answer(503));
        var (credentials, serviceClock, log) = (new SampleCredentials(SampleCredentials.LongLived), new ServiceClock(clock), new CallLog("sample", "sample", NullLogger.Instance));
        using var buffering = new BufferingHandler(new SampleErrors(), new(credentials, serviceClock, log), 1000) { InnerHandler = service };
        using var retry = new RetryHandler(options, credentials, serviceClock, clock, () => random, log) { InnerHandler = buffering };
        using var invoker = new HttpMessageInvoker(retry);
        using var message = new HttpRequestMessage(HttpMethod.Get, "https://storage.example/?inventory");
        await new ServiceCall(Bench.Get(), clock).BeforeHttpRequest(message, default);

        using var response = await invoker.SendAsync(message, default);

        Assert.That(clock.Waits.Select(w => w.TotalMilliseconds), Is.EqualTo(milliseconds));
        Assert.That(service.Sent, Has.Count.EqualTo(5));
    }

    [Test]
    public async Task The_client_waits_within_the_bounds()
    {
        using var bench = new Bench(Steps.Answer(503)) { Options = new() { MaxAttempts = 8, BaseDelay = Second, MaxDelay = 5 * Second } };

        _ = await bench.FailAsync();

        double[] bounds = [1, 2, 4, 5, 5, 5, 5];
        Assert.That(bench.Clock.Waits, Has.Count.EqualTo(7));
        Assert.That(bench.Clock.Waits.Zip(bounds).Select(w => w.First.TotalSeconds <= w.Second && w.First >= TimeSpan.Zero), Is.All.True);
        Assert.That(bench.Clock.Waits.Distinct().Count(), Is.GreaterThan(1));
    }

    [TestCase(0, 0)]
    [TestCase(0, 5)]
    [TestCase(5, 0)]
    public async Task A_bound_of_nothing_is_no_wait(int baseSeconds, int longestSeconds)
    {
        using var bench = new Bench(Steps.Answer(503)) { Options = new() { BaseDelay = baseSeconds * Second, MaxDelay = longestSeconds * Second } };

        var error = await bench.FailAsync();

        Assert.That((error.Attempts, bench.Clock.Waits.Count), Is.EqualTo((3, 0)));
    }

    [TestCase("7", 7)]
    [TestCase("20", 20)]
    [TestCase("Sun, 01 Mar 2026 08:00:11 GMT", 11)]
    [TestCase("Sunday, 01-Mar-26 08:00:11 GMT", 11)]
    public async Task A_service_that_says_how_long_to_wait_is_obeyed(string retryAfter, int seconds)
    {
        using var bench = new Bench(Steps.Answer(503, "", ("Retry-After", retryAfter)), Steps.Answer(200));

        var answer = await bench.SendAsync();

        Assert.That(answer.Attempts, Is.EqualTo(2));
        Assert.That(bench.Clock.Waits, Is.EqualTo([seconds * Second]));
    }

    [TestCase("0")]
    [TestCase("Sun, 01 Mar 2026 07:59:59 GMT")]
    public async Task A_service_that_says_not_to_wait_is_asked_at_once(string retryAfter)
    {
        using var bench = new Bench(Steps.Answer(503, "", ("Retry-After", retryAfter)), Steps.Answer(200)) { Options = new() { BaseDelay = 10 * Second } };

        var answer = await bench.SendAsync();

        Assert.That(answer.Attempts, Is.EqualTo(2));
        Assert.That(bench.Clock.GetUtcNow(), Is.EqualTo(ManualTimeProvider.Start));
    }

    [TestCase("21", 21)]
    [TestCase("Sun, 01 Mar 2026 09:00:00 GMT", 3600)]
    [TestCase("2147483647", int.MaxValue)]
    public async Task A_wait_that_is_too_long_is_not_begun(string retryAfter, int seconds)
    {
        using var bench = new Bench(Steps.Refuse(503, "SlowDown", "No.", ("Retry-After", retryAfter)));

        var error = await bench.FailAsync();

        Assert.That(bench.Service.Sent, Has.Count.EqualTo(1));
        Assert.That(bench.Clock.Waits, Is.Empty);
        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.Throttled));
        Assert.That(error.RetryAfter, Is.EqualTo(seconds * Second));
    }

    [Test]
    public async Task A_wait_that_would_outlast_the_call_is_not_begun()
    {
        using var bench = new Bench(Steps.Refuse(503, "SlowDown", "No.", ("Retry-After", "15"))) { Options = new() { TotalTimeout = 10 * Second } };

        var error = await bench.FailAsync();

        Assert.That(bench.Clock.Waits, Is.Empty);
        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.Throttled));
        Assert.That(error.ServiceCode, Is.EqualTo("SlowDown"));
        Assert.That(error.RetryAfter, Is.EqualTo(15 * Second));
    }

    [TestCase("")]
    [TestCase("soon")]
    [TestCase("-1")]
    [TestCase("1.5")]
    [TestCase("3, 4")]
    [TestCase("2026-03-01")]
    [TestCase("99999999999999999999")]
    public async Task A_wait_that_cannot_be_read_is_no_wait_asked_for(string retryAfter)
    {
        using var bench = new Bench(Steps.Refuse(503, "SlowDown", "No.", ("Retry-After", retryAfter)));

        var error = await bench.FailAsync();

        Assert.That(error.Attempts, Is.EqualTo(3));
        Assert.That(error.RetryAfter, Is.Null);
        Assert.That(bench.Clock.Waits, Is.All.LessThanOrEqualTo(TimeSpan.FromMilliseconds(400)));
    }

    [Test]
    public async Task A_refusal_that_is_not_tried_again_says_how_long_to_wait_as_well()
    {
        using var bench = new Bench(Steps.Refuse(403, "Denied", "No.", ("Retry-After", "5")));

        var error = await bench.FailAsync();

        Assert.That(error.RetryAfter, Is.EqualTo(5 * Second));
    }
}
