using System.Collections.Concurrent;

namespace Inventory.Planning.Tests;

/// <summary>What keeps a plan from being applied.</summary>
public sealed class ApplyGuardTests
{
    private static readonly InventoryRule Rule = Make.Rule("a");

    private ApplyBench _bench = null!;

    [SetUp]
    public void Open() => _bench = new();

    [TearDown]
    public void Close() => _bench.Dispose();

    [Test]
    public async Task The_plan_that_was_reviewed_is_applied_and_no_other()
    {
        var plan = await _bench.PlanAsync(Make.One(Rule));
        var other = new string('0', 64);
        var requests = _bench.Requests.Count();

        var refusal = await RefusedAsync(plan, new() { PlanHash = other });

        Assert.That(_bench.Requests.Count(), Is.EqualTo(requests));
        Assert.That(refusal.Kind, Is.EqualTo(InventoryErrorKind.Conflict));
        Assert.That(refusal.Refusals.Select(r => r.Kind), Is.EqualTo([ApplyRefusalKind.OtherPlan]));
        Assert.That(refusal.Message, Does.Contain(plan.Hash).And.Contain(other).And.Contain("Plan again and have it reviewed."));
        Assert.That((await _bench.ApplyAsync(plan, new() { PlanHash = plan.Hash })).IsAllDone);
    }

    [TestCase("")]
    [TestCase("0123456789ab")]
    [TestCase("0000000000000000000000000000000000000000000000000000000000000000.")]
    [TestCase("gggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg")]
    public async Task A_hash_that_was_not_copied_whole_is_told_as_such(string hash)
    {
        var plan = await _bench.PlanAsync(Make.One(Rule));

        var refusal = await RefusedAsync(plan, new() { PlanHash = hash });

        Assert.That(refusal.Refusals.Select(r => r.Kind), Is.EqualTo([ApplyRefusalKind.OtherPlan]));
        Assert.That(refusal.Message, Does.Contain($"'{hash}' is not the hash of any plan: ").And.Not.Contain("changed since"));
    }

    [Test]
    public async Task A_plan_that_prunes_is_another_plan_and_the_reason_names_it()
    {
        _bench.First.Hold("logs", Rule, Make.Rule("unmanaged"));
        var reviewed = await _bench.PlanAsync(Make.One(Rule));

        var refusal = await RefusedAsync(await _bench.PlanAsync(Make.One(Rule), prune: true), new() { PlanHash = reviewed.Hash });

        Assert.That(refusal.Message, Does.Contain("or whether rules are pruned have changed since"));
        Assert.That(_bench.First.Rules, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_live_rule_that_changed_since_the_review_is_another_plan()
    {
        _bench.First.Hold("logs", Rule, Make.Rule("unmanaged"));
        var desired = Make.One(Rule with { IsEnabled = false });
        var reviewed = await _bench.PlanAsync(desired);
        _bench.First.Hold("logs", Make.Rule("unmanaged") with { IsEnabled = false });

        var refusal = await RefusedAsync(await _bench.PlanAsync(desired), new() { PlanHash = reviewed.Hash });

        Assert.That(refusal.Refusals.Single().Reason, Does.Contain(reviewed.Hash));
        Assert.That(_bench.First.Rules[("logs", "a")], Is.EqualTo(Rule));
    }

    [Test]
    public async Task A_drastic_plan_is_applied_by_force_alone()
    {
        var rules = Enumerable.Range(0, 10).Select(n => Make.Rule($"rule{n}")).ToArray();
        _bench.First.Hold("logs", rules);
        var plan = await _bench.PlanAsync(Make.One(rules[4..]), prune: true);
        var requests = _bench.Requests.Count();

        var refusal = await RefusedAsync(plan, new());

        Assert.That(_bench.Requests.Count(), Is.EqualTo(requests));
        Assert.That(refusal.Refusals.Select(r => r.Kind), Is.EqualTo([ApplyRefusalKind.Drastic]));
        Assert.That(refusal.Message, Does.Contain("deletes 4 and replaces 0 of the 10 rules"));
        Assert.That((await _bench.ApplyAsync(plan, new() { Force = true })).Counts.Deleted, Is.EqualTo(4));
    }

    [Test]
    public async Task What_an_earlier_apply_left_is_recovered_first_even_where_nothing_is_to_be_replaced()
    {
        var entry = await LeaveAsync();
        var plan = await _bench.PlanAsync(Make.State(Make.Bucket(TestFleet.Second, "media", Make.Desired(Rule))));

        var refusal = await RefusedAsync(plan, new());

        Assert.That(refusal.Refusals.Select(r => r.Kind), Is.EqualTo([ApplyRefusalKind.NotRecovered]));
        Assert.That(refusal.Message, Does.Contain("first/left a").And.Contain("Recover first: the same command with --recover, or FleetRecovery."));
        Assert.That(_bench.Entries, Is.EqualTo([entry]));
        Assert.That(_bench.Second.Rules, Is.Empty);
        _ = await _bench.RecoverAsync();
        Assert.That((await _bench.ApplyAsync(plan)).IsAllDone);
    }

    [Test]
    public async Task Everything_that_keeps_a_plan_back_is_said_at_once()
    {
        _ = await LeaveAsync();
        await File.WriteAllTextAsync(Path.Combine(_bench.Folder, "cut.json"), "{ \"version\": 1, \"acc");
        _bench.First.Hold("logs", [.. Enumerable.Range(0, 10).Select(n => Make.Rule($"rule{n}"))]);

        var refusal = await RefusedAsync(await _bench.PlanAsync(Make.State(Make.Bucket(TestFleet.First, "logs")), prune: true), new() { PlanHash = "h" });

        Assert.That(refusal.Refusals.Select(r => r.Kind), Is.EqualTo([ApplyRefusalKind.OtherPlan, ApplyRefusalKind.Drastic, ApplyRefusalKind.NotRecovered]));
        Assert.That(refusal.Message, Does.Contain("cut.json, which cannot be read"));
        Assert.That(refusal.Message.Split('\n'), Has.Length.EqualTo(4));
    }

    [Test]
    public async Task A_plan_that_is_not_applied_has_a_result_that_says_so()
    {
        _bench.First.Hold("logs", Rule);
        var plan = await _bench.PlanAsync(Make.State(
            Make.Bucket(TestFleet.First, "logs", Make.Desired(Rule with { IsEnabled = false })),
            Make.Bucket(TestFleet.Second, "media", Make.Desired(Make.Rule("refused") with { Schedule = InventorySchedule.Daily }))));
        var refused = await RefusedAsync(plan, new() { PlanHash = "h" });

        var result = ApplyResult.NotApplied(plan, refused);

        Assert.That((result.PlanHash, result.IsAllDone, result.IsCancelled), Is.EqualTo((plan.Hash, false, false)));
        Assert.That(result.Refusals, Is.EqualTo(refused.Refusals));
        Assert.That(result.Buckets.Select(b => $"{b.Account}/{b.Bucket} {string.Join(", ", b.Changes.Select(c => $"{c.Kind} {c.RuleId} {c.Outcome}"))} {b.Refused}"), Is.EqualTo(
            ["first/logs Disable a NotTried 0", "second/media  1"]));
    }

    [Test]
    public async Task A_plan_without_changes_that_is_not_the_reviewed_one_is_not_all_done()
    {
        var plan = await _bench.PlanAsync(Make.State(Make.Bucket(TestFleet.First, "logs")));

        var result = ApplyResult.NotApplied(plan, await RefusedAsync(plan, new() { PlanHash = "h" }));

        Assert.That((plan.IsEmpty, result.IsAllDone), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task Two_applies_do_not_share_a_folder()
    {
        _bench.First.Hold("logs", Rule);
        var plan = await _bench.PlanAsync(Make.One(Rule with { IsEnabled = false }));
        var (reached, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        _bench.First.Before = request =>
        {
            _ = reached.TrySetResult();
            return gate.Task;
        };
        var first = _bench.ApplyAsync(plan);
        await reached.Task.Soon();

        var refusal = Assert.CatchAsync<InventoryException>(() => _bench.ApplyAsync(plan));
        var recovery = Assert.CatchAsync<InventoryException>(_bench.RecoverAsync);

        gate.SetResult();
        Assert.That((await first.Soon()).IsAllDone);
        Assert.That(new[] { refusal!.Kind, recovery!.Kind }, Is.All.EqualTo(InventoryErrorKind.Unavailable));
        Assert.That(refusal.Message, Does.Contain(_bench.Folder).And.Contain("in use by another apply or recovery"));
        Assert.That(Directory.EnumerateFileSystemEntries(_bench.Folder), Is.Empty);
    }

    [Test]
    public async Task Of_many_that_want_the_folder_at_once_those_that_do_not_get_it_are_told_that_it_is_in_use()
    {
        _ = Directory.CreateDirectory(_bench.Folder);
        ConcurrentBag<InventoryException> refusals = [];

        await Parallel.ForAsync(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (attempt, token) =>
        {
            try
            {
                _ = await new FleetRecovery(_bench.Services, _bench.Journal).RunAsync(token);
            }
            catch (InventoryException e)
            {
                refusals.Add(e);
            }
        });

        Assert.That(refusals.Select(e => e.Kind), Is.All.EqualTo(InventoryErrorKind.Unavailable));
        Assert.That(Directory.EnumerateFileSystemEntries(_bench.Folder), Is.Empty);
    }

    [Test]
    public async Task A_folder_that_cannot_be_made_is_said_before_anything_is_sent()
    {
        _bench.First.Hold("logs", Rule);
        var plan = await _bench.PlanAsync(Make.One(Rule with { IsEnabled = false }));
        await File.WriteAllTextAsync(Directory.GetParent(Directory.GetParent(_bench.Folder)!.FullName)!.FullName + "/state", "a file");
        var requests = _bench.Requests.Count();

        var refusal = Assert.CatchAsync<InventoryException>(() => _bench.ApplyAsync(plan));

        Assert.That(refusal!.Kind, Is.EqualTo(InventoryErrorKind.InvalidConfiguration));
        Assert.That(refusal.Message, Does.Contain("cannot be used"));
        Assert.That(_bench.Requests.Count(), Is.EqualTo(requests));
    }

    [TestCase(0)]
    [TestCase(1001)]
    public void A_concurrency_that_makes_no_sense_is_refused(int concurrency) =>
        Assert.That(() => new FleetApplyOptions { Concurrency = concurrency }, Throws.InstanceOf<ArgumentOutOfRangeException>());

    private async Task<ApplyRefusedException> RefusedAsync(Plan plan, FleetApplyOptions options)
    {
        try
        {
            _ = await _bench.ApplyAsync(plan, options);
        }
        catch (ApplyRefusedException e)
        {
            return e;
        }

        throw new AssertionException("It was applied.");
    }

    /// <summary>Has an apply end between a delete and a put, and says the name of the entry.</summary>
    private async Task<string> LeaveAsync()
    {
        _bench.First.Hold("left", Rule);
        var plan = await _bench.PlanAsync(Make.State(Make.Bucket(TestFleet.First, "left", Make.Desired(Rule with { IsEnabled = false }))));
        _bench.First.Kill("put left/a");
        _ = await _bench.ApplyAsync(plan);
        _bench.First.Revive();
        return _bench.Entries.Single();
    }
}
