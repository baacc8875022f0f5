namespace Inventory.Http.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CredentialsRefreshingTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ManualTimeProvider _clock = new();
    private readonly Fetches _fetches = new();
    private readonly RefreshingCredentials _credentials;

    public CredentialsRefreshingTests() => _credentials = new(_fetches.StartAsync, _clock);

    [Test]
    public async Task Credentials_are_kept_while_they_are_young()
    {
        var old = await HaveAsync(100 * Minute);
        _clock.Advance((80 * Minute) - TimeSpan.FromTicks(1));

        var again = await _credentials.GetAsync().AsTask().Soon();

        Assert.That(again, Is.SameAs(old));
        Assert.That(_fetches.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task At_80_percent_of_their_life_new_ones_are_fetched_and_nobody_waits_for_them()
    {
        var old = await HaveAsync(100 * Minute);
        _clock.Advance(80 * Minute);

        var meanwhile = await _credentials.GetAsync().AsTask().Soon();
        var fetch = await _fetches.StartedAsync(1);
        var stillMeanwhile = await _credentials.GetAsync().AsTask().Soon();
        await EndAsync(fetch, Key("new", 100 * Minute));
        var after = await _credentials.GetAsync().AsTask().Soon();

        Assert.That((meanwhile, stillMeanwhile), Is.EqualTo((old, old)));
        Assert.That(after.AccessKeyId, Is.EqualTo("new"));
        Assert.That(_fetches.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task The_life_of_refreshed_ones_counts_from_their_own_fetching()
    {
        _ = await HaveAsync(100 * Minute);
        _clock.Advance(80 * Minute);
        _ = await _credentials.GetAsync().AsTask().Soon();
        await EndAsync(await _fetches.StartedAsync(1), Key("new", 10 * Minute));

        _clock.Advance(7 * Minute);
        var young = await _credentials.GetAsync().AsTask().Soon();
        _clock.Advance(Minute);
        _ = await _credentials.GetAsync().AsTask().Soon();
        _ = await _fetches.StartedAsync(2);

        Assert.That(young.AccessKeyId, Is.EqualTo("new"));
        Assert.That(_fetches.Count, Is.EqualTo(3));
    }

    [Test]
    public async Task Sixty_four_who_ask_at_once_wait_for_one_fetch()
    {
        var asking = Enumerable.Range(0, 64).Select(_ => Task.Run(async () => await _credentials.GetAsync())).ToList();
        var fetch = await _fetches.StartedAsync(0);

        fetch.Result.SetResult(Key("one", 100 * Minute));
        var all = await Task.WhenAll(asking).Soon();

        Assert.That(all.Distinct(), Is.EqualTo([await fetch.Result.Task]));
        Assert.That(_fetches.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task A_failure_is_everybodys_who_waited_and_the_next_fetches_anew()
    {
        var asking = Enumerable.Range(0, 64).Select(_ => _credentials.GetAsync().AsTask()).ToList();
        (await _fetches.StartedAsync(0)).Result.SetException(new InvalidOperationException("x"));

        var errors = new List<InventoryException>();
        foreach (var one in asking)
        {
            errors.Add(Assert.ThrowsAsync<InventoryException>(() => one.Soon()));
        }

        var next = _credentials.GetAsync();
        await EndAsync(await _fetches.StartedAsync(1), Key("next", Minute));
        Assert.That(errors.Select(e => e.Kind), Has.Exactly(64).EqualTo(InventoryErrorKind.AuthenticationFailed));
        Assert.That(errors.Distinct().Count(), Is.EqualTo(64));
        Assert.That((await next.AsTask().Soon()).AccessKeyId, Is.EqualTo("next"));
        Assert.That(_fetches.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task An_early_refresh_that_fails_is_nobodys_failure_and_is_tried_again_after_two_minutes()
    {
        var old = await HaveAsync(100 * Minute);
        _clock.Advance(80 * Minute);
        _ = await _credentials.GetAsync().AsTask().Soon();
        await FailAsync(await _fetches.StartedAsync(1), new HttpRequestException("down"));

        _clock.Advance((2 * Minute) - TimeSpan.FromTicks(1));
        var within = await _credentials.GetAsync().AsTask().Soon();
        var fetchesWithin = _fetches.Count;
        _clock.Advance(TimeSpan.FromTicks(1));
        var then = await _credentials.GetAsync().AsTask().Soon();
        _ = await _fetches.StartedAsync(2);

        Assert.That((within, then), Is.EqualTo((old, old)));
        Assert.That(fetchesWithin, Is.EqualTo(2));
    }

    [Test]
    public async Task Near_the_end_the_next_try_comes_after_half_of_the_time_left()
    {
        _ = await HaveAsync(10 * Minute);
        _clock.Advance(8 * Minute);
        _ = await _credentials.GetAsync().AsTask().Soon();
        await FailAsync(await _fetches.StartedAsync(1), new HttpRequestException("down"));

        _clock.Advance(Minute - TimeSpan.FromTicks(1));
        _ = await _credentials.GetAsync().AsTask().Soon();
        var within = _fetches.Count;
        _clock.Advance(TimeSpan.FromTicks(1));
        _ = await _credentials.GetAsync().AsTask().Soon();
        _ = await _fetches.StartedAsync(2);

        Assert.That(within, Is.EqualTo(2));
    }

    [Test]
    public async Task Once_they_have_expired_everybody_waits_also_for_a_refresh_that_began_before()
    {
        _ = await HaveAsync(100 * Minute);
        _clock.Advance((100 * Minute) - TimeSpan.FromSeconds(5));
        _ = await _credentials.GetAsync().AsTask().Soon();
        var fetch = await _fetches.StartedAsync(1);
        _clock.Advance(TimeSpan.FromSeconds(5));

        var waiting = _credentials.GetAsync().AsTask();
        var isWaiting = !waiting.IsCompleted;
        fetch.Result.SetResult(Key("new", 100 * Minute));

        Assert.That(isWaiting, Is.True);
        Assert.That((await waiting.Soon()).AccessKeyId, Is.EqualTo("new"));
        Assert.That(_fetches.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task Once_they_have_expired_a_failure_surfaces()
    {
        _ = await HaveAsync(100 * Minute);
        _clock.Advance(100 * Minute);

        var waiting = _credentials.GetAsync().AsTask();
        (await _fetches.StartedAsync(1)).Result.SetException(new HttpRequestException("down"));

        Assert.That(Assert.ThrowsAsync<InventoryException>(() => waiting.Soon()).Kind, Is.EqualTo(InventoryErrorKind.Unavailable));
    }

    [Test]
    public async Task One_who_cancels_stops_waiting_and_the_fetch_goes_on_for_the_others()
    {
        using var cancel = new CancellationTokenSource();
        var one = _credentials.GetAsync(cancel.Token).AsTask();
        var other = _credentials.GetAsync().AsTask();
        var fetch = await _fetches.StartedAsync(0);

        await cancel.CancelAsync();

        Assert.That(() => one.Soon(), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(fetch.Token.IsCancellationRequested, Is.False);
        fetch.Result.SetResult(Key("one", 100 * Minute));
        Assert.That((await other.Soon()).AccessKeyId, Is.EqualTo("one"));
        Assert.That(_fetches.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task One_who_has_cancelled_already_starts_nothing()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        Assert.That(async () => await _credentials.GetAsync(cancel.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_fetches.Count, Is.Zero);
    }

    [Test]
    public async Task Credentials_that_say_nothing_of_their_end_are_asked_for_each_time()
    {
        var first = _credentials.GetAsync();
        (await _fetches.StartedAsync(0)).Result.SetResult(new("first", "s"));
        var firstKey = await first.AsTask().Soon();
        var second = _credentials.GetAsync();
        (await _fetches.StartedAsync(1)).Result.SetResult(new("second", "s"));

        Assert.That((firstKey.AccessKeyId, (await second.AsTask().Soon()).AccessKeyId), Is.EqualTo(("first", "second")));
    }

    [TestCase(0)]
    [TestCase(-60)]
    public async Task Credentials_that_have_expired_already_are_refused_with_their_end(int minutes)
    {
        var asking = _credentials.GetAsync().AsTask();
        (await _fetches.StartedAsync(0)).Result.SetResult(Key("late", minutes * Minute));

        var error = Assert.ThrowsAsync<InventoryException>(() => asking.Soon());

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.AuthenticationFailed));
        Assert.That(error.Message, Does.Contain(minutes == 0 ? "expired at 2026-03-01T08:00:00Z" : "expired at 2026-03-01T07:00:00Z").And.Contain("clock"));
    }

    [Test]
    public async Task An_early_refresh_that_brings_expired_ones_leaves_the_old_ones()
    {
        var old = await HaveAsync(100 * Minute);
        _clock.Advance(80 * Minute);
        _ = await _credentials.GetAsync().AsTask().Soon();
        await EndAsync(await _fetches.StartedAsync(1), Key("late", -Minute));

        Assert.That(await _credentials.GetAsync().AsTask().Soon(), Is.SameAs(old));
    }

    [Test]
    public async Task A_fetch_that_never_ends_is_given_up_after_30_seconds_and_the_next_begins_another()
    {
        var asking = _credentials.GetAsync().AsTask();
        var fetch = await _fetches.StartedAsync(0);
        _clock.Advance(TimeSpan.FromSeconds(30));

        var error = Assert.ThrowsAsync<InventoryException>(() => asking.Soon());
        var next = _credentials.GetAsync();
        (await _fetches.StartedAsync(1)).Result.SetResult(Key("next", Minute));

        Assert.That(fetch.Token.IsCancellationRequested, Is.True);
        Assert.That((error.Kind, error.Message), Is.EqualTo((InventoryErrorKind.Unavailable, "Credentials could not be fetched: there were none after 30 s.")));
        Assert.That((await next.AsTask().Soon()).AccessKeyId, Is.EqualTo("next"));
    }

    [Test]
    public async Task A_delegate_that_blocks_is_given_up_after_30_seconds_and_the_next_begins_another()
    {
        using var release = new ManualResetEventSlim();
        var blocking = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var fetched = 0;
        var credentials = new RefreshingCredentials(
            _ =>
            {
                if (Interlocked.Increment(ref fetched) == 1)
                {
                    blocking.SetResult();
                    release.Wait(CancellationToken.None);
                }

                return new(Key("next", Minute));
            },
            _clock);
        var asking = credentials.GetAsync().AsTask();
        await blocking.Task.Soon();
        _clock.Advance(TimeSpan.FromSeconds(30));

        try
        {
            var error = Assert.ThrowsAsync<InventoryException>(() => asking.Soon());
            var next = await credentials.GetAsync().AsTask().Soon();

            Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.Unavailable));
            Assert.That(next.AccessKeyId, Is.EqualTo("next"));
        }
        finally
        {
            release.Set();
        }
    }

    [Test]
    public async Task A_failure_that_cannot_be_printed_fails_one_fetch_and_is_not_repeated()
    {
        var asking = _credentials.GetAsync().AsTask();
        (await _fetches.StartedAsync(0)).Result.SetException(new UnprintableException());
        var error = Assert.ThrowsAsync<InventoryException>(() => asking.Soon());
        var next = _credentials.GetAsync().AsTask();
        await EndAsync(await _fetches.StartedAsync(1), Key("next", Minute));

        Assert.That((error.Kind, error.InnerException), Is.EqualTo((InventoryErrorKind.AuthenticationFailed, (Exception?)null)));
        Assert.That((await next.Soon()).AccessKeyId, Is.EqualTo("next"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_fetch_knows_nothing_of_who_came_first(bool isSuppressed)
    {
        var mine = new AsyncLocal<string?> { Value = "of the first caller" };
        var seen = "nothing";
        var credentials = new RefreshingCredentials(
            _ =>
            {
                seen = mine.Value;
                return new(Key("id", Minute));
            },
            _clock);

        if (isSuppressed)
        {
            _ = ExecutionContext.SuppressFlow();
        }

        var asking = credentials.GetAsync().AsTask();
        if (isSuppressed)
        {
            ExecutionContext.RestoreFlow();
        }

        _ = await asking.Soon();
        Assert.That((seen, mine.Value), Is.EqualTo(((string?)null, "of the first caller")));
    }

    private static IEnumerable<TestCaseData> Failures() =>
    [
        new(new HttpRequestException("quoted"), InventoryErrorKind.Unavailable, "for now (HttpRequestException"),
        new(new IOException("quoted"), InventoryErrorKind.Unavailable, "for now (IOException"),
        new(new TimeoutException("quoted"), InventoryErrorKind.Unavailable, "for now (TimeoutException"),
        new(new OperationCanceledException("quoted"), InventoryErrorKind.Unavailable, "for now (OperationCanceledException"),
        new(new InvalidOperationException("quoted"), InventoryErrorKind.AuthenticationFailed, "fetched (InvalidOperationException"),
        new(new InventoryException(InventoryErrorKind.AccessDenied, "said by the delegate"), InventoryErrorKind.AccessDenied, "said by the delegate"),
    ];

    [TestCaseSource(nameof(Failures))]
    public async Task What_a_delegate_throws_is_the_cause_and_only_an_error_of_ours_is_quoted(Exception thrown, InventoryErrorKind kind, string said)
    {
        var asking = _credentials.GetAsync().AsTask();
        (await _fetches.StartedAsync(0)).Result.SetException(thrown);

        var error = Assert.ThrowsAsync<InventoryException>(() => asking.Soon());

        Assert.That(error.Kind, Is.EqualTo(kind));
        Assert.That(error.Message, Does.Contain(said).And.Not.Contain("quoted"));
        Assert.That(error.InnerException, Is.SameAs(thrown));
    }

    [Test]
    public void A_delegate_that_throws_at_once_or_gives_nothing_fails_in_the_same_way()
    {
        var throwing = new RefreshingCredentials(_ => throw new InvalidOperationException());
        var empty = new RefreshingCredentials(_ => new((CloudCredentials)null!));

        Assert.That(async () => await throwing.GetAsync().AsTask().Soon(), Throws.TypeOf<InventoryException>().With.Property("Kind").EqualTo(InventoryErrorKind.AuthenticationFailed));
        Assert.That(async () => await empty.GetAsync().AsTask().Soon(), Throws.TypeOf<InventoryException>().With.Message.Contains("the delegate gave none"));
        Assert.That(() => new RefreshingCredentials(null!), Throws.ArgumentNullException);
    }

    [Test]
    public async Task A_call_tries_a_fetch_again_that_got_no_answer_and_then_goes_through()
    {
        var fetched = 0;
        var credentials = new RefreshingCredentials(_ => fetched++ == 0 ? throw new HttpRequestException("down") : new(SampleCredentials.Temporary), _clock);
        using var bench = new Bench(Steps.Answer(200)) { Credentials = credentials, Clock = _clock };

        var answer = await bench.SendAsync();

        Assert.That((answer.Status, answer.Attempts, fetched), Is.EqualTo((200, 1, 2)));
    }

    [Test]
    public async Task A_call_does_not_try_a_fetch_again_that_was_refused()
    {
        var fetched = 0;
        var credentials = new RefreshingCredentials(_ => fetched++ < 9 ? throw new InvalidOperationException("no role") : new(SampleCredentials.Temporary), _clock);
        using var bench = new Bench(Steps.Answer(200)) { Credentials = credentials, Clock = _clock };

        var error = await bench.FailAsync();

        Assert.That((error.Kind, error.Attempts, fetched), Is.EqualTo((InventoryErrorKind.AuthenticationFailed, 0, 1)));
        Assert.That(error.Message, Does.Contain("Credentials could not be fetched"));
        Assert.That(bench.Service.Sent, Is.Empty);
    }

    [Test]
    public async Task A_retried_attempt_is_signed_with_the_credentials_of_its_own_time()
    {
        var fetched = 0;
        var credentials = new RefreshingCredentials(
            _ => new(fetched++ == 0 ? Key("BEFORE", TimeSpan.FromSeconds(5)) : Key("AFTER", 100 * Minute)), _clock);
        using var bench = new Bench(Steps.Answer(503, "", ("Retry-After", "7")), Steps.Answer(200)) { Credentials = credentials, Clock = _clock };

        _ = await bench.SendAsync();

        Assert.That(bench.Service.Sent.Select(s => s.Headers["Authorization"].Split(' ')[1]), Is.EqualTo(["BEFORE", "AFTER"]));
    }

    [Test]
    public async Task A_delegate_that_repeats_the_secret_of_the_old_ones_is_not_repeated()
    {
        var asking = _credentials.GetAsync();
        (await _fetches.StartedAsync(0)).Result.SetResult(new("id", SampleCredentials.Secret, SampleCredentials.Token, ManualTimeProvider.Start + Minute));
        var key = await asking.AsTask().Soon();
        _clock.Advance(Minute);

        var failing = _credentials.GetAsync().AsTask();
        (await _fetches.StartedAsync(1)).Result.SetException(
            new RepeatingException($"refused {key.SecretAccessKey}", new IOException(key.SessionToken)));
        var error = Assert.ThrowsAsync<InventoryException>(() => failing.Soon());

        Assert.That(error.Message, Is.EqualTo("refused (secret)"));
        Assert.That($"{error} {_credentials}", Does.Not.Contain(SampleCredentials.Secret).And.Not.Contain(SampleCredentials.Token));
    }

    private CloudCredentials Key(string id, TimeSpan life) => new(id, "secret-key", "session-token", _clock.GetUtcNow() + life);

    /// <summary>Fetches the first credentials.</summary>
    private async Task<CloudCredentials> HaveAsync(TimeSpan life)
    {
        var asking = _credentials.GetAsync();
        await EndAsync(await _fetches.StartedAsync(0), Key("old", life));
        return await asking.AsTask().Soon();
    }

    private async Task EndAsync(Fetch fetch, CloudCredentials key)
    {
        var fetching = _credentials.Fetching;
        fetch.Result.SetResult(key);
        await fetching.Soon();
    }

    private async Task FailAsync(Fetch fetch, Exception failure)
    {
        var fetching = _credentials.Fetching;
        fetch.Result.SetException(failure);
        await fetching.Soon();
    }

    private sealed class UnprintableException : Exception
    {
        public override string ToString() => throw new InvalidOperationException("It cannot be printed.");
    }

    /// <summary>An error of the delegate's own making, which the watch over the library's does not look at.</summary>
    private sealed class RepeatingException(string message, Exception inner) : InventoryException(InventoryErrorKind.AccessDenied, message, inner);
}
