namespace Inventory.Planning.Tests;

/// <summary>What is at the target already: in the way, landed, enabled.</summary>
public sealed class LandingTests
{
    private static readonly InventoryRule Rule = Make.Rule("nightly");

    [Test]
    public async Task A_second_run_writes_nothing()
    {
        var move = await TestMove.OfAsync(Rule, Make.Rule("off") with { IsEnabled = false });
        _ = await move.DoAsync();
        var requests = move.Fleet.SecondService.Store.RequestCount;

        var plan = await move.DoAsync();

        Assert.That(plan.Buckets.Single().Rules.SelectMany(r => r.Landings).Select(l => l.State), Is.All.EqualTo(LandingState.Disabled));
        Assert.That((plan.IsDone, plan.Plan.IsEmpty, plan.Plan.Counts.Unchanged), Is.EqualTo((true, true, 2)));
        Assert.That(move.Fleet.SecondService.Store.RequestCount, Is.EqualTo(requests + 1));
    }

    [Test]
    public async Task What_is_enabled_there_is_never_disabled_by_landing_again()
    {
        var move = await TestMove.OfAsync(Rule, Make.Rule("off") with { IsEnabled = false });
        await move.Fleet.PutAsync(TestFleet.Second, TestMove.Target, Rule, Make.Rule("off"));

        var plan = await move.DoAsync();

        Assert.That(plan.Buckets.Single().Rules.Select(r => r.Landings.Single().State), Is.All.EqualTo(LandingState.Enabled));
        Assert.That(plan.IsDone);
        Assert.That((await move.ThereAsync()).Select(r => r.IsEnabled), Is.All.True);
    }

    [Test]
    public async Task Another_rule_of_the_id_is_in_the_way_and_stays()
    {
        var move = await TestMove.OfAsync(Rule);
        var theirs = Rule with { Schedule = InventorySchedule.Monthly(1), Destination = new() { Bucket = "theirs" } };
        await move.Fleet.PutAsync(TestFleet.Second, TestMove.Target, theirs, Make.Rule("nightly-2"));

        var plan = await move.DoAsync();

        var refusal = plan.Buckets.Single().Rules.Single().Refusals.Single();
        Assert.That((refusal.Path, refusal.Choices.Single().ToString()), Is.EqualTo(("Id", "nightly:Id=nightly-3")));
        Assert.That(refusal.Reason, Is.EqualTo(
            "Bucket 'logs-there' has another rule of this id: it differs in Destination.Bucket, Destination.Prefix, Schedule. It is not overwritten."));
        Assert.That(await move.ThereAsync(), Is.EqualTo([theirs, Make.Rule("nightly-2")]));
    }

    [Test]
    public async Task It_lands_beside_what_is_in_the_way_under_another_id_that_is_accepted()
    {
        var move = await TestMove.OfAsync(Rule);
        var theirs = Rule with { Schedule = InventorySchedule.Monthly(1) };
        await move.Fleet.PutAsync(TestFleet.Second, TestMove.Target, theirs);

        var plan = await move.DoAsync("nightly:Id=ours");

        Assert.That(await move.ThereAsync(), Is.EqualTo([theirs, Rule with { Id = "ours", IsEnabled = false }]));
        Assert.That(plan.Buckets.Single().Rules.Single().Changes.Single(), Is.EqualTo(new MoveChange
        {
            Path = "Id", Before = "nightly", After = "ours", Reason = "It was named for the move.", Impact = MoveImpact.OtherPlace, Accepted = MoveAcceptance.Parse("nightly:Id=ours"),
        }));
        Assert.That((await move.PlanAsync("nightly:Id=ours")).IsDone);
    }

    [Test]
    public async Task An_id_that_was_named_holds_also_when_nothing_is_in_the_way_any_more()
    {
        var move = await TestMove.OfAsync(Rule);
        _ = await move.DoAsync("nightly:Id=ours");

        var plan = await move.DoAsync("nightly:Id=ours");

        Assert.That((plan.IsDone, plan.Unused.Count), Is.EqualTo((true, 0)));
        Assert.That((await move.ThereAsync()).Select(r => r.Id), Is.EqualTo(["ours"]));
    }

    [TestCase("Nightly", "Nightly:Id=nightly")]
    [TestCase("env=prod:x", "env=prod:x:Id=env-prod-x")]
    [TestCase("a.very.long.name.of.a.rule", "a.very.long.name.of.a.rule:Id=a-very-long-name-of-")]
    [TestCase("夜", null)]
    public async Task An_id_that_the_target_cannot_hold_is_refused_with_one_that_it_can(string id, string? choice)
    {
        var move = await TestMove.OfAsync(Rule with { Id = id });

        var refused = (await move.PlanAsync()).Buckets.Single().Rules.Single().Refusals.Single();
        var plan = await move.DoAsync(choice ?? $"{id}:Id=named");

        Assert.That((refused.Path, refused.Impact, refused.Choices.Select(c => c.ToString()).SingleOrDefault()), Is.EqualTo(("Id", MoveImpact.OtherPlace, choice)));
        Assert.That(plan.Buckets.Single().Rules.Single().Changes.Single().Reason, Does.StartWith($"The id '{id}' "));
        Assert.That(await move.ThereAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Two_rules_under_one_id_are_refused_both()
    {
        var move = await TestMove.OfAsync(Rule, Make.Rule("weekly"));

        var plan = await move.DoAsync("nightly:Id=weekly");

        var rules = plan.Buckets.Single().Rules;
        Assert.That(rules.Select(r => r.Refusals.Single().Reason), Is.All.EqualTo("2 rules would have the id 'weekly' in bucket 'logs-there'."));
        Assert.That(rules.SelectMany(r => r.Refusals.Single().Choices).Select(c => c.ToString()), Is.EqualTo(["nightly:Id=weekly-2", "weekly:Id=weekly-3"]));
        Assert.That(await move.ThereAsync(), Is.Empty);
    }

    [Test]
    public async Task More_rules_than_a_bucket_holds_land_not_at_all_before_somebody_says_which()
    {
        var move = await TestMove.OfAsync([.. "abcd".Select(c => Make.Rule($"{c}"))]);
        await move.Fleet.PutAsync(TestFleet.Second, TestMove.Target, Make.Rule("a"), Make.Rule("x"), Make.Rule("y"));

        var refused = await move.DoAsync();
        var left = await move.DoAsync(TestMove.Options with { Leave = ["d"] });

        Assert.That(refused.Buckets.Single().Rules.Select(r => r.Refusals.SingleOrDefault()?.Reason), Is.EqualTo(
            [null, .. Enumerable.Repeat("Bucket 'logs-there' would have 6 rules, and Lesser Cloud holds 5 in one.", 3)]));
        Assert.That(refused.Plan.IsEmpty);
        Assert.That(left.Counts.Missing, Is.EqualTo(2));
        Assert.That(await move.ThereAsync(), Has.Count.EqualTo(5));
    }

    [Test]
    public async Task Enabling_enables_what_has_landed_and_is_enabled_at_the_source_and_creates_nothing()
    {
        var move = await TestMove.OfAsync(Rule, Make.Rule("off") with { IsEnabled = false });
        _ = await move.DoAsync();
        await move.Fleet.PutAsync(TestFleet.First, TestMove.Source, Make.Rule("later"));

        var plan = await move.DoAsync(TestMove.Options with { Enable = true });

        Assert.That(plan.Plan.Buckets.Single().Changes.Select(c => (c.Kind, c.RuleId)), Is.EqualTo([(ChangeKind.Enable, "nightly")]));
        Assert.That((plan.Counts.Missing, plan.IsEnabling), Is.EqualTo((1, true)));
        Assert.That((await move.ThereAsync()).Select(r => (r.Id, r.IsEnabled)), Is.EqualTo([("nightly", true), ("off", false)]));
        var second = await move.PlanAsync(TestMove.Options with { Enable = true });
        Assert.That((second.Plan.IsEmpty, second.IsDone), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task What_became_another_there_is_not_enabled()
    {
        var move = await TestMove.OfAsync(Rule);
        _ = await move.DoAsync();
        await move.Fleet.PutAsync(TestFleet.Second, TestMove.Target, Rule with { IsEnabled = false, Schedule = InventorySchedule.Monthly(2) });

        var plan = await move.DoAsync(TestMove.Options with { Enable = true });

        Assert.That(plan.Buckets.Single().Rules.Single().Outcome, Is.EqualTo(MoveOutcome.Cannot));
        Assert.That(plan.Plan.IsEmpty);
    }

    [Test]
    public async Task The_hash_changes_with_what_would_land_and_with_the_step()
    {
        var move = await TestMove.OfAsync(Rule);
        var first = await move.PlanAsync();

        Assert.That((await move.PlanAsync()).Plan.Hash, Is.EqualTo(first.Plan.Hash));
        Assert.That((await move.PlanAsync(TestMove.Options with { Enable = true })).Plan.Hash, Is.Not.EqualTo(first.Plan.Hash));
        _ = await move.Fleet.FirstService.PutAsync(TestMove.Source, Rule with { Schedule = InventorySchedule.Monthly(4) });
        Assert.That((await move.PlanAsync()).Plan.Hash, Is.Not.EqualTo(first.Plan.Hash));
    }

    [Test]
    public async Task Reports_that_would_share_a_place_are_warned_of_where_nobody_says_that_they_are_kept_apart()
    {
        var move = await TestMove.OfAsync(Rule, Make.Rule("weekly"), Make.Rule("apart") with { Destination = new() { Bucket = "reports", Prefix = "apart/" } });
        await move.Fleet.PutAsync(TestFleet.First, "other", Rule with { Destination = new() { Bucket = "reports", Prefix = "inventory" } });
        await move.Fleet.PutAsync(TestFleet.Second, TestMove.Target, Make.Rule("theirs"));
        var options = TestMove.Options with { Buckets = [new(TestMove.Source, TestMove.Target), new("other", "other")] };

        var plan = await move.PlanAsync(options);

        var warned = plan.Buckets.SelectMany(b => b.Rules.Where(r => r.Notes.Any(n => n.Path == "Destination.Prefix")), (b, r) => $"{b.Source}/{r.RuleId}");
        Assert.That(warned, Is.EqualTo(["logs/nightly", "logs/weekly", "other/nightly"]));
        Assert.That(plan.Buckets[0].Rules[1].Notes.Single(n => n.Severity == ViolationSeverity.Warning).Text, Does.StartWith(
            "4 rules write their reports to bucket 'reports' under 'inventory', and nobody says whether Lesser Cloud keeps them apart. "));
    }

    [Test]
    public async Task A_target_that_names_the_rule_in_the_keys_of_a_report_needs_no_such_warning()
    {
        var page = new Evidence("Reports lie at PREFIX/SOURCE/ID.", "This test", new DateOnly(2026, 1, 1));
        var move = new TestMove(new(second: new() { Capabilities = TestMove.OnePrefix with { ReportPathEvidence = [page] } }));
        await move.Fleet.PutAsync(TestFleet.First, TestMove.Source, Rule, Make.Rule("weekly"));

        var plan = await move.PlanAsync();

        Assert.That(plan.Buckets.Single().Rules.SelectMany(r => r.Notes).Select(n => n.Path), Is.All.EqualTo("Destination.Bucket"));
    }
}
