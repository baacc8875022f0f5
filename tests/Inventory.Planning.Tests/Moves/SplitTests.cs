using Inventory.InMemory;

namespace Inventory.Planning.Tests;

/// <summary>Several rules of one, for a target that holds one prefix a rule.</summary>
public sealed class SplitTests
{
    private const string Split = "split=Filter.Prefixes";

    [Test]
    public async Task Several_prefixes_are_refused_and_splitting_is_the_first_choice()
    {
        var move = await TestMove.OfAsync(Rule("logs", "a/", "b/"));

        var refusal = (await move.DoAsync()).Buckets.Single().Rules.Single().Refusals.Single();

        Assert.That((refusal.Path, string.Join(" ", refusal.Choices.Select(c => c.ToString()))), Is.EqualTo(("Filter.Prefixes", $"{Split} drop=Filter.Prefixes")));
        Assert.That(refusal.Meaning, Is.EqualTo("Split, there is a rule and a report for each prefix. Dropped: The report will list more objects."));
        Assert.That(await move.ThereAsync(), Is.Empty);
    }

    [Test]
    public async Task When_accepted_each_prefix_becomes_a_rule_that_differs_in_nothing_else()
    {
        var rule = Rule("logs", "a/", "b/") with { Schedule = InventorySchedule.Daily };
        var move = await TestMove.OfAsync(rule);

        var plan = await move.DoAsync("schedule=Weekly", $"logs:{Split}");

        var expected = new[] { ("logs-1", "a/"), ("logs-2", "b/") }
            .Select(p => rule with { Id = p.Item1, IsEnabled = false, Schedule = InventorySchedule.Weekly, Filter = InventoryFilter.ForPrefix(p.Item2) });
        Assert.That(await move.ThereAsync(), Is.EqualTo(expected));
        var moved = plan.Buckets.Single().Rules.Single();
        Assert.That(moved.Changes.Select(c => (c.Path, c.After)), Is.EqualTo([("Filter.Prefixes", """one rule for each of ["a/","b/"]"""), ("Schedule", "Weekly")]));
        Assert.That(moved.Landings.Select(l => l.Rule), Is.EqualTo(expected));
    }

    [Test]
    public async Task The_several_rules_are_found_again_and_enabled_together()
    {
        var move = await TestMove.OfAsync(Rule("logs", "a/", "b/", "c/"));
        _ = await move.DoAsync(Split);
        await move.Fleet.SecondService.DeleteAsync(TestMove.Target, "logs-2");
        var enabling = TestMove.Accepting(Split) with { Enable = true };

        var early = await move.DoAsync(enabling);
        _ = await move.DoAsync(Split);
        var late = await move.DoAsync(enabling);

        Assert.That((early.Counts.Missing, early.Counts.Disabled, early.Plan.IsEmpty), Is.EqualTo((1, 2, true)));
        Assert.That((late.Plan.Counts.Enables, late.IsDone), Is.EqualTo((3, false)));
        Assert.That((await move.ThereAsync()).Select(r => (r.Id, r.IsEnabled)), Is.EqualTo([("logs-1", true), ("logs-2", true), ("logs-3", true)]));
        Assert.That((await move.PlanAsync(enabling)).IsDone);
    }

    [Test]
    public async Task Ids_that_are_taken_are_passed_over_and_a_rule_that_landed_keeps_its_own()
    {
        var move = await TestMove.OfAsync(Rule("logs", "a/", "b/"), Make.Rule("logs-2"));
        var theirs = Make.Rule("logs-1") with { Schedule = InventorySchedule.Monthly(1) };
        await move.Fleet.PutAsync(TestFleet.Second, TestMove.Target, theirs);
        _ = await move.DoAsync(Split);

        var ids = (await move.ThereAsync()).Select(r => (r.Id, string.Join(",", r.Filter.Prefixes))).ToList();
        await move.Fleet.SecondService.DeleteAsync(TestMove.Target, "logs-1");
        var again = await move.DoAsync(Split);

        Assert.That(ids, Is.EqualTo([("logs-1", ""), ("logs-2", ""), ("logs-3", "a/"), ("logs-4", "b/")]));
        Assert.That((again.IsDone, again.Plan.Counts.Creates), Is.EqualTo((true, 0)));
    }

    [Test]
    public async Task A_rule_that_comes_later_takes_no_id_from_what_has_landed()
    {
        var move = await TestMove.OfAsync(Rule("logs", "a/", "b/"));
        _ = await move.DoAsync(Split);
        await move.Fleet.PutAsync(TestFleet.First, TestMove.Source, Rule("logs-1", "c/"));

        var plan = await move.DoAsync(Split);

        Assert.That(plan.Buckets.Single().Rules.Select(r => (r.RuleId, r.IsLanded)), Is.EqualTo([("logs", true), ("logs-1", false)]));
        Assert.That(plan.Buckets.Single().Rules[1].Refusals.Single().Choices.Select(c => c.ToString()), Is.EqualTo(["logs-1:Id=logs-1-2"]));
        Assert.That((await move.ThereAsync()).Select(r => r.Filter.Prefixes.Single()), Is.EqualTo(["a/", "b/"]));
    }

    [Test]
    public async Task A_prefix_under_another_makes_no_rule_of_its_own()
    {
        var move = await TestMove.OfAsync(Rule("logs", "a/", "a/b/", "a/b/c", "b/"));

        var plan = await move.DoAsync(Split);

        Assert.That((await move.ThereAsync()).Select(r => r.Filter.Prefixes.Single()), Is.EqualTo(["a/", "b/"]));
        Assert.That(plan.Buckets.Single().Rules.Single().Notes.Where(n => n.Path == "Filter.Prefixes").Select(n => n.Text), Is.EqualTo(
        [
            "'a/b/' makes no rule of its own: what lies under it lies under 'a/' too, and would be listed twice.",
            "'a/b/c' makes no rule of its own: what lies under it lies under 'a/' too, and would be listed twice.",
        ]));
    }

    [Test]
    public async Task Where_one_prefix_covers_all_the_rule_stays_one_under_its_own_id()
    {
        var move = await TestMove.OfAsync(Rule("logs", "a", "a/b/"));

        var plan = await move.DoAsync(Split);

        Assert.That(await move.ThereAsync(), Is.EqualTo([Rule("logs", "a") with { IsEnabled = false }]));
        Assert.That(plan.Buckets.Single().Rules.Single().Changes.Single().Impact, Is.EqualTo(MoveImpact.None));
    }

    [Test]
    public async Task An_id_that_grows_too_long_is_shortened()
    {
        var move = await TestMove.OfAsync(Rule("a-name-of-20-letters", "a/", "b/"));

        _ = await move.DoAsync(Split);

        Assert.That((await move.ThereAsync()).Select(r => r.Id), Is.EqualTo(["a-name-of-20-lette-1", "a-name-of-20-lette-2"]));
        Assert.That((await move.PlanAsync(Split)).IsDone);
    }

    [Test]
    public async Task Two_rules_whose_ids_are_shortened_to_the_same_find_each_its_own_again()
    {
        var move = new TestMove(new(second: new() { Capabilities = TestMove.OnePrefix with { MaxRulesPerBucket = 100 } }));
        await move.Fleet.PutAsync(TestFleet.First, TestMove.Source, Rule("a-name-of-20-letters", "a/", "b/"), Rule("a-name-of-20-letteri", "a/", "b/"));
        var landing = await move.DoAsync(Split);

        var again = await move.DoAsync(Split);

        Assert.That((landing.Plan.Counts.Creates, again.IsDone), Is.EqualTo((4, true)));
        Assert.That((await move.ThereAsync()).Select(r => r.Id), Is.EqualTo([.. "1234".Select(n => $"a-name-of-20-lette-{n}")]));
    }

    [Test]
    public async Task An_id_that_no_number_can_follow_is_refused()
    {
        var limit = TestMove.OnePrefix.RuleId;
        var letters = new TextLimit(20, LengthUnit.Characters, "[a-z]+", "letters") { Evidence = limit.Evidence };
        var move = new TestMove(new(second: new() { Capabilities = TestMove.OnePrefix with { RuleId = letters } }));
        await move.Fleet.PutAsync(TestFleet.First, TestMove.Source, Rule("logs", "a/", "b/"));

        var refusal = (await move.DoAsync(Split)).Buckets.Single().Rules.Single().Refusals.Single();

        Assert.That((refusal.Path, refusal.Reason), Is.EqualTo(("Id", "The 2 rules that it becomes need ids that begin with 'logs', and Lesser Cloud takes none: an id must be letters.")));
        Assert.That(await move.ThereAsync(), Is.Empty);
    }

    [TestCase(new[] { Split, "drop=Filter.Prefixes" }, 2)]
    [TestCase(new[] { "drop=Filter.Prefixes", Split }, 1)]
    [TestCase(new[] { Split, "logs:drop=Filter" }, 1)]
    [TestCase(new[] { "drop=Filter", $"logs:{Split}" }, 2)]
    public async Task Of_splitting_and_dropping_what_is_for_the_rule_goes_first_then_what_was_said_first(string[] accept, int rules)
    {
        var move = await TestMove.OfAsync(Rule("logs", "a/", "b/"));

        var plan = await move.DoAsync(accept);

        Assert.That((await move.ThereAsync()).Count, Is.EqualTo(rules));
        Assert.That(plan.Unused, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Nothing_is_split_where_a_prefix_is_dropped_so_that_a_rule_would_list_everything()
    {
        var move = await TestMove.OfAsync(Rule("logs", "a*/", "b/"));

        var plan = await move.DoAsync(Split, "drop=Filter.Prefixes");

        Assert.That(await move.ThereAsync(), Is.EqualTo([Rule("logs") with { IsEnabled = false }]));
        Assert.That(plan.Unused.Select(u => u.ToString()), Is.EqualTo([Split]));
    }

    [Test]
    public async Task A_prefix_that_the_target_cannot_spell_keeps_the_whole_rule_from_moving()
    {
        var move = await TestMove.OfAsync(Rule("logs", "a*/", "b/"));

        var rule = (await move.DoAsync(Split)).Buckets.Single().Rules.Single();

        Assert.That(rule.Refusals.Select(r => r.Path), Is.EqualTo(["Filter.Prefixes"]));
        Assert.That(await move.ThereAsync(), Is.Empty);
    }

    [Test]
    public async Task A_target_that_holds_several_prefixes_gets_the_rule_whole()
    {
        var fleet = new TestFleet(second: new() { Capabilities = InMemoryCapabilities.Create() });
        await fleet.PutAsync(TestFleet.First, TestMove.Source, Rule("logs", "a/", "b/"));
        var move = new TestMove(fleet);

        var plan = await move.DoAsync(Split);

        Assert.That(await move.ThereAsync(), Is.EqualTo([Rule("logs", "a/", "b/") with { IsEnabled = false }]));
        Assert.That(plan.Unused.Single().IsSplit);
    }

    private static InventoryRule Rule(string id, params string[] prefixes) => Make.Rule(id) with { Filter = new() { Prefixes = [.. prefixes] } };
}
