namespace Inventory.Planning.Tests;

/// <summary>What a planner refuses beyond what a cloud cannot hold, and what it does not.</summary>
public sealed class PlannerRefusalTests
{
    private static readonly InventoryRule Daily = Make.Rule("a") with { Schedule = InventorySchedule.Daily };

    [Test]
    public void A_rule_that_is_there_as_it_stands_is_unchanged_even_where_it_would_not_be_written()
    {
        var live = Daily with { IncludedObjectVersions = InventoryObjectVersions.Unspecified };

        var plan = Against(TestFleet.Second, Desired(TestFleet.Second, Make.Desired(live)), [live]);

        Assert.That((plan.IsEmpty, plan.Counts.Unchanged), Is.EqualTo((true, 1)));
    }

    [Test]
    public void It_is_unchanged_as_well_where_a_change_is_accepted_that_would_be_made_on_the_way()
    {
        var plan = Against(TestFleet.Second, Desired(TestFleet.Second, Make.Desired(Daily, "schedule=Weekly")), [Daily]);

        Assert.That((plan.IsEmpty, plan.Counts.Unchanged), Is.EqualTo((true, 1)));
    }

    [Test]
    public void A_rule_that_differs_from_what_is_there_is_refused_as_ever()
    {
        var plan = Against(TestFleet.Second, Desired(TestFleet.Second, Make.Desired(Daily with { IsEnabled = false })), [Daily]);

        Assert.That(plan.Buckets[0].Refusals.Select(r => (r.RuleId, r.IsThere)), Is.EqualTo([("a", true)]));
        Assert.That(plan.Counts.Unchanged, Is.Zero);
    }

    [Test]
    public void Two_rules_of_one_id_are_refused_though_one_of_them_is_there_as_it_stands()
    {
        var plan = Against(TestFleet.First, Desired(TestFleet.First, Make.Desired(Daily), Make.Desired(Daily with { IsEnabled = false })), [Daily]);

        Assert.That(plan.Buckets[0].Refusals, Has.Exactly(2).Items);
        Assert.That(plan.Counts.Unchanged, Is.Zero);
    }

    [Test]
    public void Where_the_bucket_has_no_room_every_creation_is_refused_and_nothing_else()
    {
        // Five are there, of which one is to be changed and one is named nowhere; two more are wanted where five are allowed.
        InventoryRule[] live = [.. new[] { "a", "b", "c", "d", "other" }.Select(Make.Rule)];
        var wanted = new[] { "a", "b", "c", "d", "new-1", "new-2" }.Select(Make.Rule).Select(r => Make.Desired(r.Id == "a" ? r with { IsEnabled = false } : r));

        var plan = Against(TestFleet.Second, Desired(TestFleet.Second, [.. wanted]), live);

        var bucket = plan.Buckets[0];
        Assert.That(bucket.Changes.Select(c => (c.Kind, c.RuleId)), Is.EqualTo([(ChangeKind.Disable, "a")]));
        Assert.That(bucket.Refusals.Select(r => (r.RuleId, r.IsThere)), Is.EqualTo([("new-1", false), ("new-2", false)]));
        Assert.That((bucket.Unchanged, bucket.Unmanaged.Count), Is.EqualTo((3, 1)));
        var violation = bucket.Refusals[0].Violations.Single();
        Assert.That((violation.Kind, violation.Path, violation.Provider), Is.EqualTo((RuleViolationKind.OutOfRange, "Id", "lesser")));
        Assert.That(violation.Reason, Is.EqualTo("The bucket 'logs' would hold 7 inventory rules, and Lesser Cloud allows 5."));
        Assert.That(violation.Remedy, Is.EqualTo("Ask for 2 fewer, or prune: 1 of them are named nowhere."));
        Assert.That(violation.Evidence, Is.Not.Empty);
    }

    [TestCase(1, false)]
    [TestCase(2, true)]
    public void Deletions_make_room_and_wait_where_it_is_not_enough(int wanted, bool isRefused)
    {
        InventoryRule[] live = [.. new[] { "a", "b", "c", "d", "other" }.Select(Make.Rule)];
        var desired = live[..4].Select(r => Make.Desired(r)).Concat(Enumerable.Range(0, wanted).Select(n => Make.Desired(Make.Rule($"new-{n}"))));

        var plan = Against(TestFleet.Second, Desired(TestFleet.Second, [.. desired]), live, prune: true);

        Assert.That((plan.Counts.Deletes, plan.Counts.Unmanaged), Is.EqualTo(isRefused ? (0, 1) : (1, 0)));
        Assert.That((plan.Counts.Creates, plan.Counts.Refusals), Is.EqualTo(isRefused ? (0, wanted) : (wanted, 0)));
        Assert.That(plan.Buckets[0].Refusals.SelectMany(r => r.Violations).Select(v => v.Remedy), Is.All.EqualTo("Ask for 1 fewer."));
    }

    [Test]
    public void What_a_refused_rule_may_take_the_place_of_is_not_pruned()
    {
        var (daily, renamed) = (Make.Rule("old"), Make.Desired(Make.Rule("new") with { Schedule = InventorySchedule.Daily }));

        var plan = Against(TestFleet.Second, Desired(TestFleet.Second, renamed), [daily], prune: true);
        var there = Against(TestFleet.Second, Desired(TestFleet.Second, renamed), [daily, Make.Rule("new")], prune: true);

        Assert.That((plan.Counts.Changes, plan.Counts.Refusals, plan.Counts.Unmanaged), Is.EqualTo((0, 1, 1)));
        Assert.That((there.Counts.Deletes, there.Counts.Refusals, there.Counts.Unmanaged), Is.EqualTo((1, 1, 0)));
    }

    [Test]
    public void A_bucket_that_holds_more_than_is_allowed_is_no_matter_where_nothing_is_created()
    {
        InventoryRule[] live = [.. Enumerable.Range(0, 7).Select(n => Make.Rule($"rule{n}"))];

        var plan = Against(TestFleet.Second, Desired(TestFleet.Second, [.. live.Select(r => Make.Desired(r with { IsEnabled = false }))]), live);

        Assert.That((plan.Counts.Disables, plan.Counts.Refusals), Is.EqualTo((7, 0)));
    }

    [Test]
    public async Task What_there_is_no_room_for_changes_the_hash()
    {
        var desired = Make.One(Make.Rule("a"), Make.Rule("b"));

        var plans = await Task.WhenAll(new[] { 1, 2 }.Select(most => new TestFleet(first: new() { MaxRulesPerBucket = most }).PlanAsync(desired)));

        Assert.That(plans.Select(p => p.Counts.Creates), Is.EqualTo([0, 2]));
        Assert.That(plans.Select(p => p.Hash), Is.Unique);
    }

    [Test]
    public async Task What_is_refused_in_one_bucket_alone_is_refused_in_the_plan()
    {
        RuleViolation closed = new() { Kind = RuleViolationKind.Contradiction, Path = RulePaths.Id, Provider = "memory", Reason = "This bucket is closed.", Remedy = "Take another." };
        var fleet = new TestFleet();
        fleet.Replace(TestFleet.First, new ScriptedCloud { Refuses = (bucket, _) => bucket == "closed" ? [closed] : [] });

        var plan = await fleet.PlanAsync(Make.State(Make.Bucket(TestFleet.First, "closed", Make.Desired(Daily)), Make.Bucket(TestFleet.First, "logs", Make.Desired(Daily))));

        Assert.That(plan.Buckets[0].Refusals.Single().Violations, Is.EqualTo([closed]));
        Assert.That(plan.Buckets[1].Changes.Select(c => c.Kind), Is.EqualTo([ChangeKind.Create]));
    }

    private static DesiredState Desired(string account, params DesiredRule[] rules) => Make.State(Make.Bucket(account, "logs", rules));

    /// <summary>A plan of one bucket that has these rules, whatever its cloud would write.</summary>
    private static Plan Against(string account, DesiredState desired, InventoryRule[] live, bool prune = false) => TestFleet.PlannerOf(new TestFleet().Of)
        .Create(desired, new() { Buckets = [new() { Account = account, Bucket = "logs", Rules = [.. live] }] }, new() { Prune = prune });
}
