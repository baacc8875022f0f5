using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Inventory.InMemory;

namespace Inventory.Planning.Tests;

public sealed class FleetReaderTests
{
    private static readonly DesiredState TwoBuckets = Make.State(Make.Bucket(TestFleet.First, "logs"), Make.Bucket(TestFleet.Second, "media"));

    [Test]
    public async Task Every_bucket_is_read_in_the_order_of_the_desired_state()
    {
        var fleet = new TestFleet();
        await fleet.PutAsync(TestFleet.First, "logs", Make.Rule("a"), Make.Rule("b"));
        await fleet.PutAsync(TestFleet.Second, "media", Make.Rule("c"));

        var live = await new FleetReader(fleet.Of).ReadAsync(TwoBuckets);

        Assert.That(live.Buckets.Select(b => $"{b.Account}/{b.Bucket}"), Is.EqualTo(["first/logs", "second/media"]));
        Assert.That(live.Buckets.Select(b => string.Concat(b.Rules.Select(r => r.Id))), Is.EqualTo(["ab", "c"]));
        Assert.That(live.Buckets.Select(b => b.Failure), Is.All.Null);
    }

    [Test]
    public async Task One_bucket_that_fails_is_told_and_the_others_are_read()
    {
        var fleet = new TestFleet(first: new() { Buckets = ["logs"] });
        var desired = Make.State(Make.Bucket(TestFleet.First, "gone"), Make.Bucket(TestFleet.First, "logs"));
        await fleet.PutAsync(TestFleet.First, "logs", Make.Rule("a"));

        var live = await new FleetReader(fleet.Of).ReadAsync(desired);

        var failure = live.Buckets[0].Failure!;
        Assert.That((failure.Account, failure.Bucket, failure.Kind), Is.EqualTo((TestFleet.First, "gone", InventoryErrorKind.BucketNotFound)));
        Assert.That(failure.Reason, Does.Contain("has no bucket 'gone'"));
        Assert.That(failure.RequestId, Does.StartWith("memory-"));
        Assert.That(live.Buckets[1].Rules, Has.Exactly(1).Items);
    }

    [Test]
    public async Task Rules_that_cannot_be_read_fail_their_bucket_and_each_is_told()
    {
        var fleet = new TestFleet();
        await fleet.PutAsync(TestFleet.First, "logs", Make.Rule("sound"));
        var failure = new UnreadableRulesException("memory", "logs", [new("bad\u001b[31m", "No schedule.", "<x/>"), new(null, "No id.", "<y/>")], more: 3) { RequestId = "r1" };
        fleet.Replace(TestFleet.First, new FailingService(fleet.FirstService, new Dictionary<string, InventoryException> { ["logs"] = failure }));

        var bucket = (await new FleetReader(fleet.Of).ReadAsync(TwoBuckets)).Buckets[0];

        Assert.That(bucket.Rules, Is.Empty);
        Assert.That(bucket.Failure!.Kind, Is.EqualTo(InventoryErrorKind.MalformedResponse));
        Assert.That(bucket.Failure.Unreadable, Is.EqualTo(["bad\uFFFD[31m", "(no id)"]));
        Assert.That((bucket.Failure.MoreUnreadable, bucket.Failure.RequestId), Is.EqualTo((3, "r1")));
    }

    [Test]
    public async Task An_account_without_a_service_fails_its_own_buckets()
    {
        var fleet = new TestFleet();
        IInventoryService Of(string account) =>
            account == TestFleet.First ? throw new InventoryException(InventoryErrorKind.InvalidConfiguration, "There is no section\nInventory:first.") : fleet.Of(account);

        var live = await new FleetReader(Of).ReadAsync(TwoBuckets);

        Assert.That(live.Buckets[0].Failure!.Kind, Is.EqualTo(InventoryErrorKind.InvalidConfiguration));
        Assert.That(live.Buckets[0].Failure!.Reason, Is.EqualTo("There is no section Inventory:first."));
        Assert.That(live.Buckets[1].Failure, Is.Null);
    }

    [Test]
    public async Task Each_bucket_is_told_once_it_is_done_and_counted()
    {
        var fleet = new TestFleet();
        var seen = new Seen<FleetReadProgress>();

        _ = await new FleetReader(fleet.Of).ReadAsync(TwoBuckets, seen);

        Assert.That(seen.Reports.Select(r => (r.Done, r.Total)), Is.EqualTo([(1, 2), (2, 2)]));
        Assert.That(seen.Reports.Select(r => r.Bucket.Bucket), Is.EquivalentTo(["logs", "media"]));
    }

    [Test]
    public void What_is_stopped_stops()
    {
        var fleet = new TestFleet();

        Assert.That(() => new FleetReader(fleet.Of).ReadAsync(TwoBuckets, cancellationToken: new(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(fleet.Requests, Is.Zero);
    }

    [TestCase(1)]
    [TestCase(3)]
    public async Task No_more_buckets_are_read_at_once_than_is_said(int concurrency)
    {
        var gate = new CountingService(new InMemoryInventoryService());
        var desired = Make.State([.. Enumerable.Range(0, 20).Select(n => Make.Bucket($"account{n % 2}", $"bucket{n}"))]);

        _ = await new FleetReader(_ => gate, new() { Concurrency = concurrency }).ReadAsync(desired);

        Assert.That(gate.Lists, Is.EqualTo(20));
        Assert.That(gate.Most, Is.LessThanOrEqualTo(concurrency));
    }

    [TestCase(0)]
    [TestCase(1001)]
    public void A_concurrency_that_makes_no_sense_is_refused(int concurrency) =>
        Assert.That(() => new FleetReadOptions { Concurrency = concurrency }, Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public async Task Each_account_has_a_limit_of_its_own_and_one_permit_is_taken_for_a_bucket()
    {
        ConcurrentDictionary<string, ConcurrencyLimiter> made = [];
        using var limits = new AccountLimits(account => made[account] = new(new() { PermitLimit = 1, QueueLimit = 100 }));
        var fleet = new TestFleet();
        var desired = Make.State(Make.Bucket(TestFleet.First, "logs"), Make.Bucket(TestFleet.First, "more"), Make.Bucket(TestFleet.Second, "media"));

        _ = await new FleetReader(fleet.Of, new() { Limits = limits }).ReadAsync(desired);

        Assert.That(made.ToDictionary(m => m.Key, m => m.Value.GetStatistics()!.TotalSuccessfulLeases), Is.EqualTo(new Dictionary<string, long> { [TestFleet.First] = 2, [TestFleet.Second] = 1 }));
    }

    [Test]
    public async Task A_limit_without_room_fails_the_bucket_before_anything_is_sent()
    {
        using var full = new ConcurrencyLimiter(new() { PermitLimit = 1, QueueLimit = 0 });
        using var taken = full.AttemptAcquire();
        using var limits = new AccountLimits(_ => full);
        var fleet = new TestFleet();

        var live = await new FleetReader(fleet.Of, new() { Limits = limits }).ReadAsync(Make.State(Make.Bucket(TestFleet.First, "logs")));

        Assert.That(live.Buckets[0].Failure!.Kind, Is.EqualTo(InventoryErrorKind.Throttled));
        Assert.That(fleet.Requests, Is.Zero);
    }

    [Test]
    public async Task An_even_limit_lets_calls_through_one_after_another()
    {
        using var limits = new AccountLimits(callsPerSecond: 1000);
        var fleet = new TestFleet();
        var desired = Make.State([.. Enumerable.Range(0, 10).Select(n => Make.Bucket(TestFleet.First, $"bucket{n}"))]);

        var live = await new FleetReader(fleet.Of, new() { Limits = limits }).ReadAsync(desired);

        Assert.That(live.Buckets.Count(b => b.Failure is null), Is.EqualTo(10));
    }

    [TestCase(0)]
    [TestCase(AccountLimits.MaxCallsPerSecond + 1)]
    public void An_even_limit_that_no_clock_keeps_is_refused(int callsPerSecond) =>
        Assert.That(() => new AccountLimits(callsPerSecond), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
