namespace Inventory.Planning.Tests;

/// <summary>Live rules that no file can hold.</summary>
public sealed class UnwritableRuleTests
{
    private static readonly InventoryRule Named = Make.Rule("a");

    private static readonly InventoryRule[] Unwritable =
    [
        Make.Rule("b") with { Extensions = [new SettingExtension("nobody", "x")] },
        Make.Rule("half \ud83d"),
        Make.Rule("half \ud83e"),
        Make.Rule("b") with { Filter = InventoryFilter.ForPrefix("half \ud83d") },
        Make.Rule(""),
    ];

    [Test]
    public void They_are_listed_where_nobody_names_them_and_hold_up_nothing()
    {
        foreach (var rule in Unwritable)
        {
            var plan = Against(Make.One(Named), rule);

            Assert.That((plan.Counts.Creates, plan.Counts.FailedBuckets, plan.Counts.Refusals), Is.EqualTo((1, 0, 0)));
            Assert.That(plan.Buckets[0].Unmanaged, Is.EqualTo([rule.Id == "" ? "(no id)" : rule.Id.Replace("\ud83d", "\uFFFD").Replace("\ud83e", "\uFFFD")]));
            Assert.That(Kept(plan), Is.EqualTo(plan));
        }
    }

    [Test]
    public void Where_they_are_named_or_to_go_they_are_refused_with_the_reason()
    {
        var named = Against(Make.One(Named, Make.Rule("b")), Unwritable[0]);
        var pruned = Against(Make.One(Named), prune: true, Unwritable[3], Make.Rule("other"));

        Assert.That(named.Buckets[0].Refusals.Select(r => (r.RuleId, r.IsThere)), Is.EqualTo([("b", true)]));
        Assert.That(named.Buckets[0].Refusals[0].Violations.Single().Reason, Does.StartWith("The rule that is there can be in no plan").And.Contain("registered"));
        Assert.That(named.Buckets[0].Refusals[0].Violations.Single().Path, Does.Contain("nobody"));
        Assert.That(pruned.Buckets[0].Refusals.Select(r => (r.RuleId, r.IsThere)), Is.EqualTo([("b", true)]));
        Assert.That(pruned.Buckets[0].Changes.Select(c => (c.Kind, c.RuleId)), Is.EqualTo([(ChangeKind.Create, "a"), (ChangeKind.Delete, "other")]));
        Assert.That(pruned.Buckets[0].Unmanaged, Is.Empty);
        Assert.That(new[] { named, pruned }.Select(Kept), Is.EqualTo([named, pruned]));
    }

    [Test]
    public void Each_is_another_to_the_hash_and_the_same_is_the_same()
    {
        InventoryRule[] rules =
        [
            .. Unwritable,
            Unwritable[0] with { Extensions = [new SettingExtension("nobody", "y")] },
            Unwritable[0] with { Schedule = InventorySchedule.Daily },
            Unwritable[0] with { IsEnabled = false },
            Unwritable[3] with { Filter = InventoryFilter.ForPrefix("half \ud83e") },
            Unwritable[3] with { Filter = InventoryFilter.ForPrefix("half \\ud83d") },
        ];

        Assert.That(rules.Select(r => Against(Make.One(Named), r).Hash), Is.Unique);
        Assert.That(rules.Select(r => Against(Make.One(Named), r).Hash), Is.EqualTo(rules.Select(r => Against(Make.One(Named), r with { }).Hash)));
    }

    [Test]
    public void They_take_room()
    {
        var plan = Against(
            Make.State(Make.Bucket(TestFleet.Second, "logs", Make.Desired(Named))), TestFleet.Second, prune: true, [Unwritable[0], .. Enumerable.Range(0, 4).Select(n => Unwritable[1] with { Id = $"\ud83d{n}" })]);

        Assert.That(plan.Buckets[0].Refusals.Single(r => r.RuleId == "a").Violations.Single().Reason, Does.Contain("would hold 6"));
    }

    private static Plan Kept(Plan plan)
    {
        var json = new PlanJson(SettingExtension.Documents);
        return json.Parse(json.Write(plan));
    }

    private static Plan Against(DesiredState desired, params InventoryRule[] live) => Against(desired, prune: false, live);

    private static Plan Against(DesiredState desired, bool prune, params InventoryRule[] live) => Against(desired, TestFleet.First, prune, live);

    private static Plan Against(DesiredState desired, string account, bool prune, InventoryRule[] live) => TestFleet.PlannerOf(new TestFleet().Of)
        .Create(desired, new() { Buckets = [new() { Account = account, Bucket = "logs", Rules = [.. live] }] }, new() { Prune = prune });
}
