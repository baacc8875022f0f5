namespace Inventory.Http.Tests;

public sealed class CancellationTests
{
    [Test]
    public void Before_the_call_nothing_is_sent()
    {
        using var stop = new CancellationTokenSource();
        using var bench = new Bench(Steps.Answer(200));
        stop.Cancel();

        AssertCancelled(() => bench.SendAsync(cancellationToken: stop.Token), stop.Token);
        Assert.That(bench.Service.Sent, Is.Empty);
    }

    [Test]
    public void While_credentials_are_fetched_nothing_is_sent()
    {
        using var stop = new CancellationTokenSource();
        using var bench = new Bench(Steps.Answer(200)) { Credentials = new SlowCredentials(stop.Cancel) };

        AssertCancelled(() => bench.SendAsync(cancellationToken: stop.Token), stop.Token);
        Assert.That(bench.Service.Sent, Is.Empty);
    }

    [Test]
    public void During_an_attempt_nothing_more_is_sent()
    {
        using var stop = new CancellationTokenSource();
        using var bench = new Bench(Steps.Hang(stop.Cancel));

        AssertCancelled(() => bench.SendAsync(cancellationToken: stop.Token), stop.Token);
        Assert.That(bench.Service.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public void During_the_body_nothing_more_is_sent()
    {
        using var stop = new CancellationTokenSource();
        var body = new BrokenStream("<half", async cancellationToken =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        });
        using var bench = new Bench(Steps.Stream(body));

        AssertCancelled(() => bench.SendAsync(cancellationToken: stop.Token), stop.Token);
        Assert.That(bench.Service.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task During_the_wait_nothing_more_is_sent()
    {
        using var stop = new CancellationTokenSource();
        using var bench = new Bench(Steps.Answer(503, "", ("Retry-After", "5")), Steps.Answer(200)) { Clock = new() { HoldsWaits = true } };

        var call = bench.SendAsync(cancellationToken: stop.Token);
        await bench.Clock.FirstWait.Task;
        await stop.CancelAsync();

        AssertCancelled(() => call, stop.Token);
        bench.Clock.Advance(TimeSpan.FromHours(1));
        Assert.That(bench.Service.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_failure_that_the_cancellation_caused_is_a_cancellation()
    {
        using var stop = new CancellationTokenSource();
        Step broken = async (_, _) =>
        {
            await stop.CancelAsync();
            throw new IOException("The connection was closed.");
        };
        using var bench = new Bench(broken);

        AssertCancelled(() => bench.SendAsync(cancellationToken: stop.Token), stop.Token);
        Assert.That(bench.Service.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_cancellation_that_is_not_the_callers_is_no_answer()
    {
        using var stop = new CancellationTokenSource();
        using var bench = new Bench(Steps.Throw(new OperationCanceledException()));

        Assert.That(() => bench.SendAsync(cancellationToken: stop.Token), Throws.InstanceOf<InventoryException>());
        Assert.That(bench.Service.Sent, Has.Count.EqualTo(3));
        Assert.That((await bench.FailAsync()).Kind, Is.EqualTo(InventoryErrorKind.Unavailable));
    }

    [Test]
    public async Task A_cancelled_call_does_not_disturb_another()
    {
        using var stop = new CancellationTokenSource();
        Step step = (request, cancellationToken) => request.Uri.Query.Contains("slow", StringComparison.Ordinal)
            ? Steps.Hang()(request, cancellationToken)
            : Steps.Answer(200)(request, cancellationToken);
        using var bench = new Bench(step);

        var slow = bench.SendAsync(Bench.Get("slow"), stop.Token);
        await stop.CancelAsync();
        var quick = await bench.SendAsync(Bench.Get("quick"));

        AssertCancelled(() => slow, stop.Token);
        Assert.That(quick.Error, Is.Null);
    }

    private static void AssertCancelled(Func<Task> call, CancellationToken token) =>
        Assert.That(async () => await call(), Throws.InstanceOf<OperationCanceledException>().With.Property(nameof(OperationCanceledException.CancellationToken)).EqualTo(token));

    private sealed class SlowCredentials(Action meanwhile) : ICredentialsProvider
    {
        public async ValueTask<CloudCredentials> GetAsync(CancellationToken cancellationToken = default)
        {
            meanwhile();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return SampleCredentials.LongLived;
        }
    }
}
