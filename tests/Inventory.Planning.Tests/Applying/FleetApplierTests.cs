namespace Inventory.Planning.Tests;

public sealed class FleetApplierTests
{
    private static readonly InventoryRule Rule = Make.Rule("a");

    private ApplyBench _bench = null!;

    [SetUp]
    public void Open() => _bench = new();

    [TearDown]
    public void Close() => _bench.Dispose();

    [Test]
    public async Task Everything_of_a_plan_is_done_and_the_next_plan_is_empty()
    {
        _bench.First.Hold("logs", Rule, Make.Rule("off"), Make.Rule("on") with { IsEnabled = false }, Make.Rule("gone"), Make.Rule("same"));
        _bench.Second.Hold("media", Rule);
        var desired = Make.State(
            Make.Bucket(
                TestFleet.First,
                "logs",
                Make.Desired(Rule with { Schedule = InventorySchedule.Daily }),
                Make.Desired(Make.Rule("off") with { IsEnabled = false }),
                Make.Desired(Make.Rule("on")),
                Make.Desired(Make.Rule("new")),
                Make.Desired(Make.Rule("same"))),
            Make.Bucket(TestFleet.First, "quiet"),
            Make.Bucket(TestFleet.Second, "media", Make.Desired(Rule with { Filter = InventoryFilter.ForPrefix("x/") }), Make.Desired(Make.Rule("new"))));
        var plan = await _bench.PlanAsync(desired, prune: true);

        var result = await _bench.ApplyAsync(plan);

        Assert.That((result.IsAllDone, result.PlanHash, result.IsCancelled), Is.EqualTo((true, plan.Hash, false)));
        Assert.That(
            (result.Counts.Created, result.Counts.Replaced, result.Counts.Enabled, result.Counts.Disabled, result.Counts.Deleted, result.Counts.Done), Is.EqualTo((2, 2, 1, 1, 1, 7)));
        Assert.That(result.Buckets.Select(b => b.Bucket), Is.EqualTo(["logs", "quiet", "media"]));
        Assert.That(result.Buckets[0].Changes.Select(c => (c.Kind, c.RuleId, c.Outcome, c.RequestId)), Is.EqualTo(
        [
            (ChangeKind.Replace, "a", ChangeOutcome.Done, "request-a"), (ChangeKind.Delete, "gone", ChangeOutcome.Done, null), (ChangeKind.Create, "new", ChangeOutcome.Done, "request-new"),
            (ChangeKind.Disable, "off", ChangeOutcome.Done, "request-off"), (ChangeKind.Enable, "on", ChangeOutcome.Done, "request-on"),
        ]));
        Assert.That((await _bench.PlanAsync(desired, prune: true)).IsEmpty);
        Assert.That(_bench.Entries, Is.Empty);
    }

    [Test]
    public async Task A_creation_is_one_request_where_a_put_creates_only_and_two_where_it_overwrites()
    {
        var plan = await _bench.PlanAsync(Make.State(Make.Bucket(TestFleet.First, "logs", Make.Desired(Rule)), Make.Bucket(TestFleet.Second, "media", Make.Desired(Rule))));
        var (first, second) = (_bench.First.Requests.Count, _bench.Second.Requests.Count);

        _ = await _bench.ApplyAsync(plan);

        Assert.That(_bench.First.Requests.Skip(first), Is.EqualTo(["put logs/a"]));
        Assert.That(_bench.Second.Requests.Skip(second), Is.EqualTo(["find media/a", "put media/a"]));
        Assert.That(Directory.Exists(_bench.Folder), Is.False);
    }

    [Test]
    public async Task Creations_come_first_then_changes_then_deletions()
    {
        _bench.First.Hold("logs", Make.Rule("a-gone"), Make.Rule("b-changed"));
        var plan = await _bench.PlanAsync(Make.One(Make.Rule("b-changed") with { IsEnabled = false }, Make.Rule("c-new")), prune: true);
        var before = _bench.First.Requests.Count;

        _ = await _bench.ApplyAsync(plan);

        Assert.That(_bench.First.Requests.Skip(before), Is.EqualTo(
            ["put logs/c-new", "find logs/b-changed", "delete logs/b-changed", "put logs/b-changed", "find logs/a-gone", "delete logs/a-gone"]));
    }

    [Test]
    public async Task Deletions_go_first_where_there_is_no_room_for_the_creations()
    {
        _bench.Second.Hold("media", [.. new[] { "a", "b", "c", "d", "z-gone" }.Select(Make.Rule)]);
        var desired = Make.Bucket(TestFleet.Second, "media", [.. new[] { "b", "c", "d", "new" }.Select(id => Make.Desired(Make.Rule(id)))]);
        var plan = await _bench.PlanAsync(Make.State(desired with { Rules = [Make.Desired(Rule with { IsEnabled = false }), .. desired.Rules] }), prune: true);
        var before = _bench.Second.Requests.Count;

        var result = await _bench.ApplyAsync(plan);

        Assert.That(_bench.Second.Requests.Skip(before), Is.EqualTo(
            ["find media/z-gone", "delete media/z-gone", "find media/new", "put media/new", "find media/a", "put media/a"]));
        Assert.That(result.Buckets[0].Changes.Select(c => c.RuleId), Is.EqualTo(["a", "new", "z-gone"]));
    }

    [Test]
    public async Task What_somebody_else_did_since_the_plan_is_not_undone()
    {
        _bench.First.Hold("logs", Make.Rule("changed"), Make.Rule("gone"), Make.Rule("to-delete"), Make.Rule("to-delete-gone"));
        var desired = Make.One(Make.Rule("changed") with { IsEnabled = false }, Make.Rule("gone") with { IsEnabled = false }, Make.Rule("new"), Make.Rule("other"));
        var plan = await _bench.PlanAsync(desired, prune: true);
        var theirs = new[] { "changed", "new", "to-delete" }.Select(id => Make.Rule(id) with { Schedule = InventorySchedule.Monthly(9) }).ToArray();
        _bench.First.Hold("logs", theirs);
        _ = _bench.First.Rules.Remove(("logs", "gone"), out _);
        _ = _bench.First.Rules.Remove(("logs", "to-delete-gone"), out _);

        var result = await _bench.ApplyAsync(plan, new() { Force = true });

        Assert.That(result.Buckets[0].Changes.Select(c => (c.RuleId, c.Failure?.Kind)), Is.EqualTo(
        [
            ("changed", InventoryErrorKind.Conflict), ("gone", InventoryErrorKind.Conflict), ("new", InventoryErrorKind.RuleAlreadyExists), ("other", (InventoryErrorKind?)null),
            ("to-delete", InventoryErrorKind.Conflict), ("to-delete-gone", null),
        ]));
        Assert.That(_bench.First.Of("logs"), Is.EqualTo(theirs.Append(Make.Rule("other")).OrderBy(r => r.Id, StringComparer.Ordinal)));
        Assert.That(result.Failures.Select(f => (f.Account, f.Bucket, f.RuleId)), Is.EqualTo(new[] { "changed", "gone", "new", "to-delete" }.Select(id => ("first", "logs", id))));
        Assert.That(result.Failures[3].Reason, Does.Contain("Schedule differ").And.Contain("Plan again"));
        Assert.That(_bench.Entries, Is.Empty);
    }

    [Test]
    public async Task A_failure_that_is_the_rules_alone_does_not_keep_the_others_from_being_tried([Values] InventoryErrorKind kind)
    {
        InventoryErrorKind[] ofOneRule =
        [
            InventoryErrorKind.RuleRejected, InventoryErrorKind.RuleNotFound, InventoryErrorKind.RuleAlreadyExists, InventoryErrorKind.NotStoredAsSent,
            InventoryErrorKind.Conflict, InventoryErrorKind.InvalidRequest, InventoryErrorKind.MalformedResponse,
        ];
        var desired = Make.State(Make.Bucket(TestFleet.First, "logs", Make.Desired(Rule), Make.Desired(Make.Rule("b"))), Make.Bucket(TestFleet.First, "more", Make.Desired(Rule)));
        var plan = await _bench.PlanAsync(desired);
        _bench.First.Before = request => request == "put logs/a" ? throw new InventoryException(kind, "No\nand no.") { RequestId = "r1" } : Task.CompletedTask;

        var result = await _bench.ApplyAsync(plan);

        Assert.That(result.Buckets[0].Changes.Select(c => c.Outcome), Is.EqualTo([ChangeOutcome.Failed, ofOneRule.Contains(kind) ? ChangeOutcome.Done : ChangeOutcome.NotTried]));
        Assert.That(result.Buckets[1].Changes.Single().Outcome, Is.EqualTo(ChangeOutcome.Done));
        Assert.That(result.Failures, Is.EqualTo([new BucketFailure { Account = "first", Bucket = "logs", RuleId = "a", Kind = kind, Reason = "No and no.", RequestId = "r1" }]));
        Assert.That((result.IsAllDone, result.Counts.FailedBuckets), Is.EqualTo((false, 1)));
    }

    [Test]
    public async Task What_no_service_is_to_throw_fails_its_bucket_and_its_words_are_not_repeated()
    {
        var plan = await _bench.PlanAsync(Make.State(
            Make.Bucket(TestFleet.First, "logs", Make.Desired(Rule), Make.Desired(Make.Rule("b"))), Make.Bucket(TestFleet.First, "more", Make.Desired(Rule))));
        _bench.First.Before = request => request == "put logs/a" ? throw new NotSupportedException("secret") : Task.CompletedTask;

        var result = await _bench.ApplyAsync(plan);

        Assert.That(result.Failures.Single().Kind, Is.EqualTo(InventoryErrorKind.Unexpected));
        Assert.That(result.Failures.Single().Reason, Does.Contain("System.NotSupportedException").And.Not.Contain("secret"));
        Assert.That(result.Buckets.SelectMany(b => b.Changes).Select(c => c.Outcome), Is.EqualTo([ChangeOutcome.Failed, ChangeOutcome.NotTried, ChangeOutcome.Done]));
    }

    [Test]
    public async Task What_the_plan_refuses_is_counted_and_buckets_that_it_could_not_read_have_failed()
    {
        var fleet = new TestFleet(first: new() { Buckets = ["logs"] });
        _bench.Services = fleet.Of;
        var plan = await _bench.PlanAsync(Make.State(
            Make.Bucket(TestFleet.First, "gone", Make.Desired(Rule)), Make.Bucket(TestFleet.Second, "media", Make.Desired(Rule), Make.Desired(Make.Rule("b") with { Schedule = InventorySchedule.Daily }))));
        var requests = fleet.FirstService.Store.RequestCount;

        var result = await _bench.ApplyAsync(plan);

        Assert.That(result.Failures, Is.EqualTo([plan.Buckets[0].Failure]));
        Assert.That(result.Buckets.Select(b => b.Refused), Is.EqualTo([0, 1]));
        Assert.That((result.Counts.Created, result.Counts.Refused, result.Counts.FailedBuckets, result.IsAllDone), Is.EqualTo((1, 1, 1, false)));
        Assert.That(fleet.FirstService.Store.RequestCount, Is.EqualTo(requests));
    }

    [Test]
    public async Task Refusals_alone_leave_something_undone()
    {
        var plan = await _bench.PlanAsync(Make.State(Make.Bucket(TestFleet.Second, "media", Make.Desired(Rule with { Schedule = InventorySchedule.Daily }))));

        var result = await _bench.ApplyAsync(plan);

        Assert.That((result.IsAllDone, result.Failures.Count, result.Counts.Refused), Is.EqualTo((false, 0, 1)));
    }

    [Test]
    public async Task An_account_without_a_service_or_of_another_provider_now_fails_its_own_buckets()
    {
        var plan = await _bench.PlanAsync(Make.State(
            Make.Bucket("none", "logs", Make.Desired(Rule)), Make.Bucket("turned", "logs", Make.Desired(Rule)), Make.Bucket(TestFleet.First, "logs", Make.Desired(Rule))));
        _bench.Services = account => account switch
        {
            "none" => throw new InventoryException(InventoryErrorKind.InvalidConfiguration, "There is no section."),
            _ => _bench.First,
        };

        var result = await _bench.ApplyAsync(plan);

        Assert.That(result.Failures.Select(f => (f.Account, f.Kind, f.RuleId)), Is.EqualTo(
            [("none", InventoryErrorKind.InvalidConfiguration, (string?)null), ("turned", InventoryErrorKind.InvalidConfiguration, null)]));
        Assert.That(result.Failures[1].Reason, Does.Contain("'lesser'").And.Contain("'memory'"));
        Assert.That(result.Buckets.Select(b => b.Changes.Single().Outcome), Is.EqualTo([ChangeOutcome.NotTried, ChangeOutcome.NotTried, ChangeOutcome.Done]));
    }

    [Test]
    public async Task Three_buckets_of_many_that_fail_in_different_ways_are_told_and_the_others_are_done()
    {
        var plan = await _bench.PlanAsync(Make.State([.. Enumerable.Range(0, 40).Select(n => Make.Bucket(TestFleet.First, $"bucket{n}", Make.Desired(Rule)))]));
        Dictionary<string, InventoryErrorKind> failing = new() { ["put bucket3/a"] = InventoryErrorKind.AccessDenied, ["put bucket14/a"] = InventoryErrorKind.Throttled, ["put bucket39/a"] = InventoryErrorKind.BucketNotFound };
        _bench.First.Before = request => failing.TryGetValue(request, out var kind) ? throw new InventoryException(kind, "No.") { RequestId = request } : Task.CompletedTask;
        var seen = new Seen<ApplyProgress>();

        var result = await _bench.ApplyAsync(plan, progress: seen);

        Assert.That(result.Failures.Select(f => (f.Bucket, f.Kind, f.RequestId)), Is.EqualTo(
        [
            ("bucket3", InventoryErrorKind.AccessDenied, "put bucket3/a"), ("bucket14", InventoryErrorKind.Throttled, "put bucket14/a"), ("bucket39", InventoryErrorKind.BucketNotFound, "put bucket39/a"),
        ]));
        Assert.That((result.Counts.Done, result.Counts.FailedBuckets), Is.EqualTo((37, 3)));
        Assert.That(seen.Reports.Count(r => r.Bucket.IsFailed), Is.EqualTo(3));
    }

    [Test]
    public async Task Each_bucket_with_something_to_tell_is_told_once_and_counted()
    {
        var fleet = new TestFleet(first: new() { Buckets = ["logs", "quiet"] });
        _bench.Services = fleet.Of;
        var plan = await _bench.PlanAsync(Make.State(
            Make.Bucket(TestFleet.First, "gone"), Make.Bucket(TestFleet.First, "logs", Make.Desired(Rule)), Make.Bucket(TestFleet.First, "quiet"), Make.Bucket(TestFleet.Second, "media", Make.Desired(Rule))));
        var seen = new Seen<ApplyProgress>();

        var result = await _bench.ApplyAsync(plan, progress: seen);

        Assert.That(seen.Reports.Select(r => (r.Done, r.Total)), Is.EqualTo([(1, 3), (2, 3), (3, 3)]));
        Assert.That(seen.Reports.Select(r => r.Bucket), Is.EquivalentTo(result.Buckets.Where(b => b.Bucket != "quiet")));
    }
}
