namespace Inventory.Http.Tests;

/// <summary>Credentials that a service does not take, and providers that have others, or have not.</summary>
public sealed class RefusedCredentialsTests
{
    private static readonly CloudCredentials Old = new("OLD", "old-secret", "old-token", ManualTimeProvider.Start.AddHours(1));
    private static readonly CloudCredentials New = new("NEW", "new-secret", "new-token", ManualTimeProvider.Start.AddHours(2));

    [Test]
    public async Task The_call_is_made_again_at_once_where_the_provider_has_others()
    {
        var provider = new SampleCredentials(Old, New);
        using var bench = new Bench(Expired(), Steps.Answer(200)) { Credentials = provider };

        var answer = await bench.SendAsync(Bench.Put());

        Assert.That((answer.Error, answer.Attempts, answer.AttemptsInDoubt), Is.EqualTo(((InventoryException?)null, 2, 1)));
        Assert.That(bench.Service.Sent.Select(s => s.Headers["x-sample-token"]), Is.EqualTo(["old-token", "new-token"]));
        Assert.That((provider.Asked, bench.Clock.Waits.Count), Is.EqualTo((2, 0)));
    }

    [TestCase("key", "secret", "other", 2)]
    [TestCase("key", "other", "token", 2)]
    [TestCase("other", "secret", "token", 2)]
    [TestCase("key", "secret", null, 2)]
    [TestCase("key", "secret", "token", 1)]
    public async Task Credentials_that_sign_alike_are_not_others_whenever_they_end(string key, string secret, string? token, int attempts)
    {
        var provider = new SampleCredentials(new("key", "secret", "token"), new(key, secret, token, ManualTimeProvider.Start.AddHours(2)));
        using var bench = new Bench(Expired(), Steps.Answer(200)) { Credentials = provider };

        var answer = await bench.SendAsync();

        Assert.That((answer.Attempts, bench.Service.Sent.Count), Is.EqualTo((attempts, attempts)));
        Assert.That(answer.Is(InventoryErrorKind.AuthenticationFailed), Is.EqualTo(attempts == 1));
    }

    [Test]
    public async Task Others_that_are_refused_too_are_the_end_though_the_provider_has_more()
    {
        var provider = new SampleCredentials(Old, New, new("THIRD", "third"));
        using var bench = new Bench(Expired()) { Credentials = provider, Options = new() { MaxAttempts = 5 } };

        var error = await bench.FailAsync();

        Assert.That((error.Attempts, error.ServiceCode, provider.Asked), Is.EqualTo((2, "TokenExpired", 2)));
    }

    [Test]
    public async Task Others_are_asked_for_anew_by_the_attempts_after_them()
    {
        var provider = new SampleCredentials(Old, New, new("THIRD", "third"));
        using var bench = new Bench(Expired(), Steps.Answer(503), Steps.Answer(200)) { Credentials = provider };

        _ = await bench.SendAsync();

        Assert.That(bench.Service.Sent.Select(s => s.Headers["Authorization"].Split(' ')[1]), Is.EqualTo(["OLD", "NEW", "THIRD"]));
        Assert.That(bench.Clock.Waits, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_last_attempt_asks_for_no_more()
    {
        var provider = new SampleCredentials(Old, New);
        using var bench = new Bench(Expired()) { Credentials = provider, Options = new() { MaxAttempts = 1 } };

        _ = await bench.FailAsync();

        Assert.That(provider.Asked, Is.EqualTo(1));
    }

    [Test]
    public async Task A_provider_that_has_none_now_leaves_the_services_refusal_as_the_error()
    {
        var provider = new RunsDry(Old);
        using var bench = new Bench(Expired()) { Credentials = provider };

        var error = await bench.FailAsync();

        Assert.That((error.Kind, error.ServiceCode, error.Attempts), Is.EqualTo((InventoryErrorKind.AuthenticationFailed, "TokenExpired", 1)));
        Assert.That(provider.Forgotten, Is.EqualTo([Old]));
    }

    [Test]
    public async Task Kept_credentials_that_are_refused_are_fetched_anew_in_the_same_call()
    {
        var clock = new ManualTimeProvider();
        var fetched = 0;
        using var bench = new Bench(Steps.Answer(200), Expired(), Steps.Answer(200))
        {
            Clock = clock,
            Credentials = new RefreshingCredentials(_ => new(fetched++ == 0 ? Old : New), clock),
        };

        _ = await bench.SendAsync();
        var answer = await bench.SendAsync();

        Assert.That((answer.Error, answer.Attempts, fetched), Is.EqualTo(((InventoryException?)null, 2, 2)));
    }

    [Test]
    public async Task Many_calls_that_are_refused_at_once_are_one_fetch()
    {
        var clock = new ManualTimeProvider();
        var fetched = 0;
        var refused = 0;
        var all = new TaskCompletionSource();
        using var bench = new Bench(async (request, token) =>
        {
            if (!request.Headers["x-sample-token"].StartsWith("old", StringComparison.Ordinal))
            {
                return await Steps.Answer(200)(request, token);
            }

            _ = Interlocked.Increment(ref refused) == 20 && all.TrySetResult();
            await all.Task;
            return await Expired()(request, token);
        })
        {
            Clock = clock,
            Credentials = new RefreshingCredentials(_ => new(Interlocked.Increment(ref fetched) == 1 ? Old : New), clock),
        };
        _ = await bench.Credentials.GetAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => bench.SendAsync())));

        Assert.That(answers.Select(a => (a.Error, a.Attempts)), Is.All.EqualTo(((InventoryException?)null, 2)));
        Assert.That(fetched, Is.EqualTo(2));
    }

    [Test]
    public async Task Kept_credentials_are_dropped_once_a_second_at_most()
    {
        var clock = new ManualTimeProvider();
        var fetched = 0;
        var provider = new RefreshingCredentials(_ => new(++fetched == 1 ? Old : New), clock);

        provider.Forget(await provider.GetAsync());
        var others = await provider.GetAsync();
        provider.Forget(others);
        var kept = await provider.GetAsync();
        clock.Advance(TimeSpan.FromSeconds(1));
        provider.Forget(others);
        _ = await provider.GetAsync();

        Assert.That((others, kept), Is.EqualTo((New, New)));
        Assert.That(fetched, Is.EqualTo(3));
    }

    [Test]
    public async Task A_late_word_of_credentials_that_gave_way_already_drops_nothing()
    {
        var clock = new ManualTimeProvider();
        var fetched = 0;
        var provider = new RefreshingCredentials(_ => new(++fetched == 1 ? Old : New), clock);
        provider.Forget(await provider.GetAsync());
        _ = await provider.GetAsync();
        clock.Advance(TimeSpan.FromMinutes(1));

        provider.Forget(Old);

        Assert.That((await provider.GetAsync(), fetched), Is.EqualTo((New, 2)));
    }

    [Test]
    public void A_caller_that_cancels_while_others_are_fetched_is_cancelled()
    {
        using var caller = new CancellationTokenSource();
        using var bench = new Bench(Expired()) { Credentials = new Hangs(Old, caller.Cancel) };

        _ = Assert.CatchAsync<OperationCanceledException>(() => bench.SendAsync(Bench.Get(), caller.Token));

        Assert.That(bench.Service.Sent, Has.Count.EqualTo(1));
    }

    private static Step Expired() => Steps.Refuse(403, "TokenExpired");

    private sealed class RunsDry(CloudCredentials only) : ICredentialsProvider
    {
        private int _asked;

        public List<CloudCredentials> Forgotten { get; } = [];

        public ValueTask<CloudCredentials> GetAsync(CancellationToken cancellationToken = default) => _asked++ == 0
            ? ValueTask.FromResult(only)
            : throw new InventoryException(InventoryErrorKind.Unavailable, "none now");

        public void Forget(CloudCredentials refused) => Forgotten.Add(refused);
    }

    private sealed class Hangs(CloudCredentials first, Action meanwhile) : ICredentialsProvider
    {
        private int _asked;

        public async ValueTask<CloudCredentials> GetAsync(CancellationToken cancellationToken = default)
        {
            if (_asked++ > 0)
            {
                meanwhile();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return first;
        }
    }
}
