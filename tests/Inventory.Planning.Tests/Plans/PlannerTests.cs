using Inventory.InMemory;

namespace Inventory.Planning.Tests;

public sealed class PlannerTests
{
    private static readonly InventoryRule Rule = Make.Rule("a");

    [Test]
    public async Task What_is_missing_is_created()
    {
        var plan = await new TestFleet().PlanAsync(Make.One(Rule));

        var change = plan.Buckets[0].Changes.Single();
        Assert.That((change.Kind, change.RuleId, change.IsDeleteAndPut, change.Before, change.After), Is.EqualTo((ChangeKind.Create, "a", false, (InventoryRule?)null, Rule)));
        Assert.That(change.Source, Is.EqualTo("fleet.yaml:1:1 rules.a"));
        Assert.That(change.Differences, Is.EqualTo(
        [
            new PathDifference("IsEnabled", null, "true"), new("Destination.Bucket", null, "reports"), new("Destination.Prefix", null, "inventory/"),
            new("Destination.Format", null, "CSV"), new("Schedule", null, "Weekly"), new("IncludedObjectVersions", null, "Current"),
        ]));
    }

    [TestCase(TestFleet.First, true)]
    [TestCase(TestFleet.Second, false)]
    public async Task What_differs_is_replaced_and_it_says_whether_that_is_a_delete_and_a_put(string account, bool isDeleteAndPut)
    {
        var fleet = new TestFleet();
        await fleet.PutAsync(account, "logs", Rule);
        var wanted = Rule with { Schedule = InventorySchedule.Monthly(3), Filter = InventoryFilter.ForPrefix("logs/"), IsEnabled = false };

        var plan = await fleet.PlanAsync(Make.State(Make.Bucket(account, "logs", Make.Desired(wanted))));

        var change = plan.Buckets[0].Changes.Single();
        Assert.That((change.Kind, change.IsDeleteAndPut, change.Before, change.After), Is.EqualTo((ChangeKind.Replace, isDeleteAndPut, Rule, wanted)));
        Assert.That(change.Differences, Is.EqualTo(
        [
            new PathDifference("IsEnabled", "true", "false"), new("Schedule", "Weekly", "Monthly(3)"), new("Filter.Prefixes", null, "[\"logs/\"]"),
        ]));
    }

    [TestCase(true, ChangeKind.Enable)]
    [TestCase(false, ChangeKind.Disable)]
    public async Task What_differs_in_that_alone_is_enabled_or_disabled(bool isEnabled, ChangeKind kind)
    {
        var fleet = new TestFleet();
        await fleet.PutAsync(TestFleet.First, "logs", Rule with { IsEnabled = !isEnabled });

        var plan = await fleet.PlanAsync(Make.One(Rule with { IsEnabled = isEnabled }));

        var change = plan.Buckets[0].Changes.Single();
        Assert.That((change.Kind, change.IsDeleteAndPut), Is.EqualTo((kind, true)));
        Assert.That(change.Differences.Select(d => d.Path), Is.EqualTo(["IsEnabled"]));
    }

    [Test]
    public async Task What_nobody_names_is_listed_and_left_alone()
    {
        var fleet = new TestFleet();
        await fleet.PutAsync(TestFleet.First, "logs", Make.Rule("z"), Rule, Make.Rule("b"));

        var plan = await fleet.PlanAsync(Make.One(Rule));

        Assert.That(plan.Buckets[0].Unmanaged, Is.EqualTo(["b", "z"]));
        Assert.That(plan.Buckets[0].Changes, Is.Empty);
        Assert.That((plan.IsEmpty, plan.Counts.Unchanged, plan.Counts.Unmanaged), Is.EqualTo((true, 1, 2)));
    }

    [Test]
    public async Task What_nobody_names_is_deleted_where_that_is_asked_for()
    {
        var fleet = new TestFleet();
        await fleet.PutAsync(TestFleet.First, "logs", Make.Rule("b"), Rule);

        var plan = await fleet.PlanAsync(Make.One(Rule), prune: true);

        var change = plan.Buckets[0].Changes.Single();
        Assert.That((change.Kind, change.RuleId, change.Before, change.After, change.IsDeleteAndPut), Is.EqualTo((ChangeKind.Delete, "b", Make.Rule("b"), (InventoryRule?)null, false)));
        Assert.That(change.Differences, Has.Some.EqualTo(new PathDifference("Schedule", "Weekly", null)));
        Assert.That(plan.Buckets[0].Unmanaged, Is.Empty);
        Assert.That(plan.IsPruning);
    }

    [Test]
    public async Task A_plan_that_was_done_is_followed_by_an_empty_one()
    {
        var fleet = new TestFleet();
        await fleet.PutAsync(TestFleet.First, "logs", Rule, Make.Rule("gone"), Make.Rule("b") with { IsEnabled = false });
        await fleet.PutAsync(TestFleet.Second, "media", Rule);
        var desired = Make.State(
            Make.Bucket(TestFleet.First, "logs", Make.Desired(Rule with { Schedule = InventorySchedule.Daily }), Make.Desired(Make.Rule("b")), Make.Desired(Make.Rule("new"))),
            Make.Bucket(TestFleet.Second, "media", Make.Desired(Rule with { Schedule = InventorySchedule.Daily }, "schedule=Monthly(1)")));
        var plan = await fleet.PlanAsync(desired, prune: true);

        await fleet.DoAsync(plan);

        var second = await fleet.PlanAsync(desired, prune: true);
        Assert.That(plan.Buckets.SelectMany(b => b.Changes).Select(c => c.Kind), Is.EqualTo([ChangeKind.Replace, ChangeKind.Enable, ChangeKind.Delete, ChangeKind.Create, ChangeKind.Replace]));
        Assert.That(plan.IsEmpty, Is.False);
        Assert.That((second.IsEmpty, second.Counts.Changes, second.Counts.Unchanged), Is.EqualTo((true, 0, 4)));
    }

    [Test]
    public async Task A_rule_that_the_cloud_cannot_hold_is_refused_with_every_reason_and_stays_as_it_is()
    {
        var fleet = new TestFleet();
        await fleet.PutAsync(TestFleet.Second, "media", Rule);
        var wanted = Rule with { Schedule = InventorySchedule.Daily, OptionalFields = [InventoryField.StorageClass] };

        var plan = await fleet.PlanAsync(Make.State(Make.Bucket(TestFleet.Second, "media", Make.Desired(wanted))), prune: true);

        var refusal = plan.Buckets[0].Refusals.Single();
        Assert.That((refusal.RuleId, refusal.IsThere, refusal.Source), Is.EqualTo(("a", true, "fleet.yaml:1:1 rules.a")));
        Assert.That(refusal.Violations.Select(v => v.Path), Is.EqualTo(["Schedule", "OptionalFields[StorageClass]"]));
        Assert.That(refusal.Violations, Is.All.Matches<RuleViolation>(v => v.Reason.Length > 0 && v.Remedy.Length > 0 && !v.Evidence.IsEmpty));
        Assert.That(refusal.Choices.Select(c => c.ToString()), Is.EqualTo(["schedule=Weekly", "drop=OptionalFields[StorageClass]"]));
        Assert.That(plan.Buckets[0].Changes, Is.Empty);
        Assert.That((plan.IsEmpty, plan.Counts.Managed), Is.EqualTo((false, 1)));
    }

    [Test]
    public async Task Accepted_changes_are_made_and_told()
    {
        var wanted = Rule with { Schedule = InventorySchedule.Daily, OptionalFields = [InventoryField.StorageClass, InventoryField.Size] };
        var desired = Make.State(Make.Bucket(TestFleet.Second, "media", Make.Desired(wanted, "schedule=Weekly", "drop=OptionalFields", "drop=Filter.ObjectSize")));

        var plan = await new TestFleet().PlanAsync(desired);

        var change = plan.Buckets[0].Changes.Single();
        Assert.That(change.After, Is.EqualTo(Rule with { OptionalFields = [InventoryField.Size] }));
        Assert.That(change.Notices.Select(n => (n.Kind, n.Path)), Is.EqualTo([(RuleViolationKind.AcceptedChange, "Schedule"), (RuleViolationKind.AcceptedChange, "OptionalFields")]));
    }

    [Test]
    public async Task What_the_account_accepts_comes_after_what_the_desired_state_accepts()
    {
        var options = new InMemoryOptions { Capabilities = LesserCloud.Capabilities, Accept = { "schedule=Weekly", "drop=OptionalFields" } };
        var wanted = Rule with { Schedule = InventorySchedule.Daily, OptionalFields = [InventoryField.StorageClass] };
        var desired = Make.State(Make.Bucket(TestFleet.Second, "media", Make.Desired(wanted, "schedule=Monthly(2)")));

        var plan = await new TestFleet(second: options).PlanAsync(desired);

        Assert.That(plan.Buckets[0].Changes.Single().After, Is.EqualTo(Rule with { Schedule = InventorySchedule.Monthly(2) }));
    }

    [Test]
    public async Task Each_account_gets_its_own_sections_of_extensions()
    {
        var wanted = Rule with { Extensions = [new SettingExtension("memory", "mine"), new SettingExtension("lesser", "other")] };

        var plan = await new TestFleet().PlanAsync(Make.One(wanted));

        var change = plan.Buckets[0].Changes.Single();
        Assert.That(change.After!.Extensions, Is.EqualTo(new InventoryExtension[] { new SettingExtension("memory", "mine") }));
        Assert.That(change.Differences, Has.Some.EqualTo(new PathDifference("Extensions[memory]", null, "{\"setting\":\"mine\"}")));
    }

    [Test]
    public async Task Two_rules_of_one_id_are_both_refused()
    {
        var desired = Make.State(Make.Bucket(TestFleet.First, "logs", Make.Desired(Rule), Make.Desired(Make.Rule("b"), "Id=a"), Make.Desired(Rule with { IsEnabled = false })));

        var plan = await new TestFleet().PlanAsync(desired);

        Assert.That(plan.Buckets[0].Refusals.Select(r => r.RuleId), Is.EqualTo(["a", "a"]));
        Assert.That(plan.Buckets[0].Refusals.Select(r => r.Violations.Single().Kind), Is.All.EqualTo(RuleViolationKind.Contradiction));
        Assert.That(plan.Buckets[0].Changes.Select(c => c.RuleId), Is.EqualTo(["b"]));
    }

    [Test]
    public async Task A_rule_that_is_given_twice_in_the_same_words_is_one()
    {
        var plan = await new TestFleet().PlanAsync(Make.One(Rule, Rule));

        Assert.That(plan.Buckets[0].Changes, Has.Exactly(1).Items);
        Assert.That(plan.Buckets[0].Refusals, Is.Empty);
    }

    [Test]
    public async Task A_bucket_that_could_not_be_read_is_planned_for_nothing_and_the_others_are()
    {
        var fleet = new TestFleet(first: new() { Buckets = [.. Enumerable.Range(0, 20).Where(n => n != 7).Select(n => $"bucket{n}")] });
        var desired = Make.State([.. Enumerable.Range(0, 20).Select(n => Make.Bucket(TestFleet.First, $"bucket{n}", Make.Desired(Rule)))]);

        var plan = await fleet.PlanAsync(desired, prune: true);

        Assert.That(plan.Buckets.Where(b => b.Failure is not null).Select(b => b.Bucket), Is.EqualTo(["bucket7"]));
        Assert.That(plan.Buckets[7].Changes, Is.Empty);
        Assert.That((plan.Counts.Creates, plan.Counts.FailedBuckets, plan.IsEmpty), Is.EqualTo((19, 1, false)));
    }

    [Test]
    public void A_rule_that_is_listed_twice_with_other_content_fails_its_bucket()
    {
        var plan = Against(Make.One(Rule), Rule, Rule with { IsEnabled = false });

        Assert.That(plan.Buckets[0].Failure!.Kind, Is.EqualTo(InventoryErrorKind.MalformedResponse));
        Assert.That(plan.Buckets[0].Failure!.Reason, Does.Contain("twice"));
    }

    [Test]
    public void A_desired_rule_that_no_file_can_hold_is_refused_and_the_plan_is_still_one_to_keep()
    {
        var json = new PlanJson(SettingExtension.Documents);

        var plan = Against(Make.One(Rule with { Filter = InventoryFilter.ForPrefix("half \ud83d") }, Rule with { Id = "half \ud83d" }));

        Assert.That(plan.Buckets[0].Refusals.Select(r => r.Violations.Single().Reason), Is.All.Contains("half ").And.None.Contains("\ud83d"));
        Assert.That(plan.Buckets[0].Refusals.Select(r => r.RuleId), Is.EqualTo(["a", "half \uFFFD"]));
        Assert.That(json.Parse(json.Write(plan)), Is.EqualTo(plan));
    }

    [Test]
    public void A_bucket_without_live_rules_is_a_mistake_of_the_caller() =>
        Assert.That(() => TestFleet.PlannerOf(new TestFleet().Of).Create(Make.One(Rule), new() { Buckets = [] }), Throws.ArgumentException.With.Message.Contains("'logs'"));

    [Test]
    public void A_bucket_that_is_desired_twice_is_a_mistake_of_the_caller()
    {
        var desired = Make.State(Make.Bucket(TestFleet.First, "logs"), Make.Bucket(TestFleet.First, "logs"));
        var live = new LiveState { Buckets = [new() { Account = TestFleet.First, Bucket = "logs" }] };

        Assert.That(() => TestFleet.PlannerOf(new TestFleet().Of).Create(desired, live), Throws.ArgumentException.With.Message.Contains("twice"));
    }

    [Test]
    public async Task Planning_sends_a_list_for_each_page_and_nothing_else()
    {
        const int buckets = 400;
        var fleet = new TestFleet(first: new() { PageSize = 4 }, second: new() { Capabilities = LesserCloud.Capabilities with { MaxRulesPerBucket = null } });
        string Account(int n) => n % 2 == 0 ? TestFleet.First : TestFleet.Second;
        for (var n = 0; n < buckets; n++)
        {
            await fleet.PutAsync(Account(n), $"bucket{n}", [.. Enumerable.Range(0, n % 2 == 0 ? 10 : 5).Select(r => Make.Rule($"rule{r}"))]);
        }

        var desired = Make.State([.. Enumerable.Range(0, buckets).Select(n => Make.Bucket(Account(n), $"bucket{n}", [.. Enumerable.Range(0, 10).Select(r => Make.Desired(Make.Rule($"rule{r}")))]))]);
        var before = fleet.Requests;

        var plan = await fleet.PlanAsync(desired);

        // 200 buckets with ten rules on pages of four, 200 with one page.
        Assert.That(fleet.Requests - before, Is.EqualTo((200 * 3) + 200));
        Assert.That((plan.Counts.Unchanged, plan.Counts.Creates), Is.EqualTo((200 * 15, 200 * 5)));
    }

    /// <summary>A plan of one bucket that has these rules, whatever they are.</summary>
    private static Plan Against(DesiredState desired, params InventoryRule[] live) =>
        TestFleet.PlannerOf(new TestFleet().Of).Create(desired, new() { Buckets = [new() { Account = TestFleet.First, Bucket = "logs", Rules = [.. live] }] });
}
