using System.Threading.RateLimiting;

namespace Inventory.Planning.Tests;

/// <summary>What others hand in and what does what nobody allows: services, limiters, listeners, plans.</summary>
public sealed class StrangeApplyTests
{
    private static readonly InventoryRule Rule = Make.Rule("a");
    private static readonly DesiredState Both = Make.State(Make.Bucket(TestFleet.First, "logs", Make.Desired(Rule)), Make.Bucket(TestFleet.Second, "media", Make.Desired(Rule)));

    private ApplyBench _bench = null!;

    [SetUp]
    public void Open() => _bench = new();

    [TearDown]
    public void Close() => _bench.Dispose();

    [Test]
    public async Task An_account_whose_service_cannot_be_asked_for_fails_alone()
    {
        var plan = await _bench.PlanAsync(Both);
        _bench.Services = account => account == TestFleet.First ? throw new KeyNotFoundException("secret") : _bench.Second;

        var result = await _bench.ApplyAsync(plan);
        var read = await new FleetReader(_bench.Services).ReadAsync(Both);

        Assert.That(result.Buckets.Select(b => b.Failure?.Kind), Is.EqualTo(new InventoryErrorKind?[] { InventoryErrorKind.InvalidConfiguration, null }));
        Assert.That(result.Failures.Single().Reason, Does.Contain("KeyNotFoundException").And.Not.Contain("secret"));
        Assert.That((result.Counts.Done, result.Counts.NotTried), Is.EqualTo((1, 1)));
        Assert.That(read.Buckets.Select(b => b.Failure?.Kind), Is.EqualTo(new InventoryErrorKind?[] { InventoryErrorKind.InvalidConfiguration, null }));
    }

    [Test]
    public async Task An_account_that_is_no_more_keeps_its_entry_and_the_others_are_recovered()
    {
        _bench.First.Hold("logs", Rule);
        var plan = await _bench.PlanAsync(Make.One(Rule with { IsEnabled = false }));
        _bench.First.Kill("put logs/a");
        _ = await _bench.ApplyAsync(plan);
        _bench.First.Revive();
        var entry = Path.Combine(_bench.Folder, _bench.Entries.Single());
        var gone = (await File.ReadAllTextAsync(entry)).Replace("\"account\": \"first\"", "\"account\": \"gone\"");
        await File.WriteAllTextAsync(Path.Combine(_bench.Folder, "0.json"), gone);
        _bench.Services = account => account == TestFleet.First ? _bench.First : throw new KeyNotFoundException();

        var result = await _bench.RecoverAsync();

        Assert.That(result.Entries.Select(e => (e.Account, e.Outcome)), Is.EqualTo([("gone", RecoveryOutcome.NotSettled), ("first", RecoveryOutcome.PutNew)]));
        Assert.That(_bench.Entries, Is.EqualTo(["0.json"]));
    }

    [Test]
    public async Task A_bucket_that_is_gone_says_what_to_do_with_its_entry()
    {
        _bench.First.Hold("logs", Rule);
        var plan = await _bench.PlanAsync(Make.One(Rule with { IsEnabled = false }));
        _bench.First.Kill("put logs/a");
        _ = await _bench.ApplyAsync(plan);
        _bench.First.Before = _ => throw new InventoryException(InventoryErrorKind.BucketNotFound, "No such bucket.") { RequestId = "r1" };

        var entry = (await _bench.RecoverAsync()).Entries.Single();

        Assert.That((entry.Outcome, entry.IsInJournal, entry.Failure!.Kind, entry.Failure.RequestId), Is.EqualTo((RecoveryOutcome.NotSettled, true, InventoryErrorKind.BucketNotFound, "r1")));
        Assert.That(entry.Failure.Reason, Does.StartWith("No such bucket.").And.Contain("remove the entry's file"));
    }

    [Test]
    public async Task A_list_that_ends_in_what_no_service_is_to_throw_fails_its_bucket_alone()
    {
        foreach (var strange in new Exception[] { new TaskCanceledException("secret"), new FormatException("secret"), new InvalidCastException("secret") })
        {
            var service = new StrangeService(_bench.First) { OnList = bucket => _ = bucket == "logs" ? throw strange : 0 };

            var read = await new FleetReader(_ => service).ReadAsync(Make.State(Make.Bucket(TestFleet.First, "logs"), Make.Bucket(TestFleet.First, "more")));

            Assert.That(read.Buckets.Select(b => b.Failure?.Kind), Is.EqualTo(new InventoryErrorKind?[] { InventoryErrorKind.Unexpected, null }));
            Assert.That(read.Buckets[0].Failure!.Reason, Does.Contain(strange.GetType().Name).And.Not.Contain("secret"));
        }
    }

    [Test]
    public async Task A_limiter_that_fails_fails_the_bucket()
    {
        var plan = await _bench.PlanAsync(Both);
        using var disposed = new ConcurrencyLimiter(new() { PermitLimit = 1, QueueLimit = 1 });
        await disposed.DisposeAsync();
        using var good = new ConcurrencyLimiter(new() { PermitLimit = 1, QueueLimit = 1 });
        using var limits = new AccountLimits(account => account == TestFleet.First ? disposed : good);

        var result = await _bench.ApplyAsync(plan, new() { Limits = limits });

        Assert.That((result.Counts.Done, result.Counts.Failed), Is.EqualTo((1, 1)));
        Assert.That(result.Failures.Single().Reason, Does.Contain("limiter of account 'first'"));
    }

    [Test]
    public async Task A_listener_that_throws_is_told_nothing_more_and_the_result_is_whole()
    {
        var plan = await _bench.PlanAsync(Both);
        var told = new Throwing();

        var result = await _bench.ApplyAsync(plan, progress: told);

        Assert.That((result.IsAllDone, result.Counts.Done, told.Count), Is.EqualTo((true, 2, 1)));
    }

    [TestCase(InventoryErrorKind.InvalidRequest)]
    [TestCase(InventoryErrorKind.NotStoredAsSent)]
    public async Task A_rule_is_not_deleted_where_the_one_that_may_take_its_place_could_not_be_created(InventoryErrorKind kind)
    {
        _bench.First.Hold("logs", Rule, Make.Rule("c"));
        var plan = await _bench.PlanAsync(Make.One(Make.Rule("new"), Make.Rule("c") with { IsEnabled = false }), prune: true);
        _bench.First.Before = request => request == "put logs/new" ? throw new InventoryException(kind, "No.") : Task.CompletedTask;

        var result = await _bench.ApplyAsync(plan);

        Assert.That(result.Buckets[0].Changes.Select(c => (c.RuleId, c.Outcome)), Is.EqualTo([("a", ChangeOutcome.NotTried), ("c", ChangeOutcome.Done), ("new", ChangeOutcome.Failed)]));
        Assert.That(_bench.First.Of("logs").Select(r => r.Id), Is.EqualTo(["a", "c"]));
        _bench.First.Revive();
        Assert.That((await _bench.ApplyAsync(await _bench.PlanAsync(Make.One(Make.Rule("new"), Make.Rule("c") with { IsEnabled = false }), prune: true))).IsAllDone);
        Assert.That(_bench.First.Of("logs").Select(r => r.Id), Is.EqualTo(["c", "new"]));
    }

    [Test]
    public async Task A_plan_that_says_otherwise_how_rules_are_replaced_is_not_applied()
    {
        _bench.First.Hold("logs", Rule);
        var plan = await _bench.PlanAsync(Make.One(Rule with { IsEnabled = false }));
        var json = new PlanJson(SettingExtension.Documents);
        var tampered = json.Parse(json.Write(plan).Replace("\"isDeleteAndPut\": true", "\"isDeleteAndPut\": false"));
        var requests = _bench.Requests.Count();

        var result = await _bench.ApplyAsync(tampered);

        Assert.That((result.Failures.Single().Kind, result.Counts.NotTried), Is.EqualTo((InventoryErrorKind.InvalidConfiguration, 1)));
        Assert.That(_bench.Requests.Count(), Is.EqualTo(requests));
    }

    private sealed class Throwing : IProgress<ApplyProgress>
    {
        public int Count { get; private set; }

        public void Report(ApplyProgress value)
        {
            Count++;
            throw new InvalidOperationException("The listener is broken.");
        }
    }
}
