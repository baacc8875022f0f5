namespace Inventory.Http.Tests;

public sealed class TimeoutTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test]
    public async Task An_attempt_that_takes_too_long_is_no_answer_and_is_tried_again()
    {
        var clock = new ManualTimeProvider();
        using var bench = new Bench(Steps.Hang(() => clock.Advance(10 * Second)), Steps.Answer(200)) { Clock = clock };

        var answer = await bench.SendAsync();

        Assert.That(answer.Attempts, Is.EqualTo(2));
        Assert.That(answer.Error, Is.Null);
    }

    [Test]
    public async Task An_attempt_may_take_all_of_its_time()
    {
        var clock = new ManualTimeProvider();
        Step slow = async (request, cancellationToken) =>
        {
            clock.Advance((10 * Second) - TimeSpan.FromTicks(1));
            return await Steps.Answer(200)(request, cancellationToken);
        };
        using var bench = new Bench(slow) { Clock = clock };

        var answer = await bench.SendAsync();

        Assert.That(answer.Attempts, Is.EqualTo(1));
    }

    [Test]
    public async Task A_service_that_never_answers_is_unavailable_after_every_attempt()
    {
        var clock = new ManualTimeProvider();
        using var bench = new Bench(Steps.Hang(() => clock.Advance(10 * Second))) { Clock = clock };

        var error = await bench.FailAsync();

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.Unavailable));
        Assert.That(error.Message, Does.Contain("no answer in time").And.Contain("3 attempts"));
        Assert.That(error.Attempts, Is.EqualTo(3));
        Assert.That(error.Elapsed, Is.EqualTo(30 * Second + bench.Clock.Waits[0] + bench.Clock.Waits[1]));
    }

    [Test]
    public async Task The_body_counts_towards_the_time_of_the_attempt()
    {
        var clock = new ManualTimeProvider();
        var stalled = new BrokenStream("<half", async cancellationToken =>
        {
            clock.Advance(30 * Second);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        });
        using var bench = new Bench(Steps.Stream(stalled), Steps.Answer(200, "whole")) { Clock = clock };

        var answer = await bench.SendAsync();

        Assert.That(answer.Attempts, Is.EqualTo(2));
        Assert.That(answer.Body, Is.EqualTo("whole"u8.ToArray()));
    }

    [Test]
    public async Task The_whole_call_is_bounded_whatever_its_attempts_may_take()
    {
        var clock = new ManualTimeProvider();
        using var bench = new Bench(Steps.Hang(() => clock.Advance(40 * Second)))
        {
            Clock = clock,
            Options = new() { MaxAttempts = 10, AttemptTimeout = 40 * Second, TotalTimeout = 100 * Second },
        };

        var error = await bench.FailAsync();

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.Unavailable));
        Assert.That(error.Attempts, Is.EqualTo(3));
        Assert.That(bench.Service.Sent, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task The_waits_count_towards_the_time_of_the_call()
    {
        using var bench = new Bench(Steps.Answer(503, "", ("Retry-After", "19"))) { Options = new() { MaxAttempts = 100 } };

        var error = await bench.FailAsync();

        Assert.That(bench.Service.Sent, Has.Count.EqualTo(6));
        Assert.That(error.Attempts, Is.EqualTo(6));
        Assert.That(error.Elapsed, Is.LessThanOrEqualTo(100 * Second));
        Assert.That(error.HttpStatus, Is.EqualTo(503), "The last answer says more than a lapse of time.");
    }

    [Test]
    public async Task Elapsed_time_is_of_the_given_clock()
    {
        using var bench = new Bench(Steps.Answer(503, "", ("Retry-After", "3")), Steps.Refuse(404, "NoSuchRule"));

        var error = await bench.FailAsync();

        Assert.That(error.Elapsed, Is.EqualTo(3 * Second));
        Assert.That(error.Message, Does.EndWith("(2 attempts in 3.0 s)"));
    }
}
