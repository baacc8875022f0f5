using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace Inventory.Planning.Tests;

/// <summary>How many changes are made at once, how fast, and until when.</summary>
public sealed class ApplyFlowTests
{
    private ApplyBench _bench = null!;

    [SetUp]
    public void Open() => _bench = new();

    [TearDown]
    public void Close() => _bench.Dispose();

    [TestCase(1)]
    [TestCase(3)]
    public async Task No_more_calls_are_made_at_once_than_is_said_and_none_at_once_to_one_bucket(int concurrency)
    {
        var plan = await _bench.PlanAsync(Fleet(buckets: 10, rules: 4));
        var (now, most) = (0, 0);
        HashSet<string> busy = [];
        Lock counting = new();
        List<string> doubled = [];
        async Task CountAsync(string request)
        {
            var bucket = request.Split(' ', '/')[1];
            lock (counting)
            {
                most = Math.Max(most, ++now);
                doubled.AddRange(busy.Add(bucket) ? [] : [bucket]);
            }

            // Others get their turn here: without a bound, all would be in at once.
            for (var turn = 0; turn < 50; turn++)
            {
                await Task.Yield();
            }

            lock (counting)
            {
                now--;
                _ = busy.Remove(bucket);
            }
        }

        (_bench.First.Before, _bench.Second.Before) = (CountAsync, CountAsync);

        var result = await _bench.ApplyAsync(plan, new() { Concurrency = concurrency });

        Assert.That((result.IsAllDone, result.Counts.Created), Is.EqualTo((true, 80)));
        Assert.That(most, Is.LessThanOrEqualTo(concurrency));
        Assert.That(doubled, Is.Empty);
    }

    [Test]
    public async Task Every_slot_is_busy_while_there_are_buckets_left()
    {
        const int slots = 32;
        var plan = await _bench.PlanAsync(Fleet(buckets: slots / 2, rules: 1));
        var (now, all) = (0, new TaskCompletionSource());
        _bench.First.Before = _bench.Second.Before = _ =>
        {
            if (Interlocked.Increment(ref now) == slots)
            {
                all.SetResult();
            }

            // Nobody gets on before as many as may be are here at once.
            return all.Task.Soon();
        };

        var result = await _bench.ApplyAsync(plan, new() { Concurrency = slots });

        Assert.That(result.IsAllDone);
    }

    [Test]
    public async Task Buckets_with_the_most_to_do_are_begun_first()
    {
        var plan = await _bench.PlanAsync(Make.State(Bucket(TestFleet.First, "few", 1), Bucket(TestFleet.First, "most", 3), Bucket(TestFleet.First, "more", 2)));
        var seen = new Seen<ApplyProgress>();

        _ = await _bench.ApplyAsync(plan, new() { Concurrency = 1 }, seen);

        Assert.That(seen.Reports.Select(r => r.Bucket.Bucket), Is.EqualTo(["most", "more", "few"]));
    }

    [Test]
    public async Task Each_account_has_a_limit_of_its_own_and_every_call_takes_a_permit()
    {
        ConcurrentDictionary<string, ConcurrencyLimiter> made = [];
        using var limits = new AccountLimits(account => made[account] = new(new() { PermitLimit = 1, QueueLimit = 100 }));
        _bench.First.Hold("logs", Make.Rule("changed"), Make.Rule("gone"));
        var desired = Make.State(
            Make.Bucket(TestFleet.First, "logs", Make.Desired(Make.Rule("changed") with { IsEnabled = false }), Make.Desired(Make.Rule("new"))), Bucket(TestFleet.Second, "media", 2));

        _ = await _bench.ApplyAsync(await _bench.PlanAsync(desired, prune: true), new() { Limits = limits });

        // A creation, a change, and a look and a deletion; two creations.
        Assert.That(made.ToDictionary(m => m.Key, m => m.Value.GetStatistics()!.TotalSuccessfulLeases), Is.EqualTo(new Dictionary<string, long> { [TestFleet.First] = 4, [TestFleet.Second] = 2 }));
    }

    [Test]
    public async Task A_limit_without_room_fails_the_bucket_before_anything_is_sent()
    {
        var plan = await _bench.PlanAsync(Make.State(Bucket(TestFleet.First, "logs", 2)));
        using var full = new ConcurrencyLimiter(new() { PermitLimit = 1, QueueLimit = 0 });
        using var taken = full.AttemptAcquire();
        using var limits = new AccountLimits(_ => full);
        var requests = _bench.Requests.Count();

        var result = await _bench.ApplyAsync(plan, new() { Limits = limits });

        Assert.That(result.Buckets[0].Changes.Select(c => (c.Outcome, c.Failure?.Kind)), Is.EqualTo([(ChangeOutcome.Failed, InventoryErrorKind.Throttled), (ChangeOutcome.NotTried, (InventoryErrorKind?)null)]));
        Assert.That(_bench.Requests.Count(), Is.EqualTo(requests));
    }

    [Test]
    public async Task An_account_whose_calls_are_limited_holds_up_no_other()
    {
        using var gate = new ConcurrencyLimiter(new() { PermitLimit = 1, QueueLimit = 100 });
        var taken = gate.AttemptAcquire();
        using var limits = new AccountLimits(account => account == TestFleet.First ? gate : new ConcurrencyLimiter(new() { PermitLimit = 1, QueueLimit = 100 }));
        var plan = await _bench.PlanAsync(Make.State(Bucket(TestFleet.First, "logs", 1), Bucket(TestFleet.First, "more", 1), Bucket(TestFleet.Second, "media", 3)));
        var done = new TaskCompletionSource();

        var apply = _bench.ApplyAsync(plan, new() { Concurrency = 1, Limits = limits }, new Progress(_ => done.TrySetResult()));

        await done.Task.Soon();
        Assert.That(_bench.Second.Rules, Has.Count.EqualTo(3));
        taken.Dispose();
        Assert.That((await apply.Soon()).IsAllDone);
    }

    [Test]
    public async Task Who_stops_it_finds_every_write_ended_and_the_rest_not_tried()
    {
        _bench.First.Hold("logs", Make.Rule("rule0"), Make.Rule("rule1"));
        var plan = await _bench.PlanAsync(Make.State(
            Make.Bucket(TestFleet.First, "logs", Make.Desired(Make.Rule("rule0") with { IsEnabled = false }), Make.Desired(Make.Rule("rule1") with { IsEnabled = false })), Bucket(TestFleet.First, "more", 1)));
        using var stop = new CancellationTokenSource();
        _bench.First.Before = request => request == "delete logs/rule0" ? stop.CancelAsync() : Task.CompletedTask;
        var seen = new Seen<ApplyProgress>();

        var result = await _bench.ApplyAsync(plan, new() { Concurrency = 1 }, seen, stop.Token);

        Assert.That(result.Buckets.SelectMany(b => b.Changes).Select(c => c.Outcome), Is.EqualTo([ChangeOutcome.Done, ChangeOutcome.NotTried, ChangeOutcome.NotTried]));
        Assert.That((result.IsCancelled, result.IsAllDone, result.Failures.Count), Is.EqualTo((true, false, 0)));
        Assert.That(_bench.First.Rules[("logs", "rule0")].IsEnabled, Is.False);
        Assert.That(_bench.Entries, Is.Empty);
        Assert.That(seen.Reports.Select(r => (r.Bucket.Bucket, r.Done, r.Total)), Is.EqualTo([("logs", 1, 2)]));
    }

    [Test]
    public async Task Who_stops_it_does_not_wait_for_a_limit()
    {
        using var full = new ConcurrencyLimiter(new() { PermitLimit = 1, QueueLimit = 100 });
        using var taken = full.AttemptAcquire();
        using var limits = new AccountLimits(_ => full);
        var plan = await _bench.PlanAsync(Fleet(buckets: 4, rules: 2));
        using var stop = new CancellationTokenSource();

        var apply = _bench.ApplyAsync(plan, new() { Limits = limits }, null, stop.Token);
        await stop.CancelAsync();

        var result = await apply.Soon();
        Assert.That((result.IsCancelled, result.Counts.NotTried, result.Counts.Done), Is.EqualTo((true, 16, 0)));
    }

    [Test]
    public async Task What_is_stopped_before_it_begins_does_not_begin()
    {
        var plan = await _bench.PlanAsync(Fleet(buckets: 1, rules: 1));
        var requests = _bench.Requests.Count();

        Assert.That(() => _bench.ApplyAsync(plan, cancellationToken: new(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_bench.Requests.Count(), Is.EqualTo(requests));
    }

    [Test]
    public async Task Who_stops_it_when_all_is_done_has_stopped_nothing()
    {
        var plan = await _bench.PlanAsync(Make.State(Bucket(TestFleet.First, "logs", 1)));
        using var stop = new CancellationTokenSource();
        _bench.First.After = _ => stop.CancelAsync();

        var result = await _bench.ApplyAsync(plan, cancellationToken: stop.Token);

        Assert.That((result.IsAllDone, result.IsCancelled), Is.EqualTo((true, false)));
    }

    /// <summary>So many buckets in each of both accounts.</summary>
    private static DesiredState Fleet(int buckets, int rules) => Make.State(
        [.. Enumerable.Range(0, buckets).SelectMany(n => new[] { Bucket(TestFleet.First, $"bucket{n}", rules), Bucket(TestFleet.Second, $"media{n}", rules) })]);

    private static DesiredBucket Bucket(string account, string bucket, int rules) =>
        Make.Bucket(account, bucket, [.. Enumerable.Range(0, rules).Select(n => Make.Desired(Make.Rule($"rule{n}")))]);

    private sealed class Progress(Action<ApplyProgress> report) : IProgress<ApplyProgress>
    {
        public void Report(ApplyProgress value) => report(value);
    }
}
