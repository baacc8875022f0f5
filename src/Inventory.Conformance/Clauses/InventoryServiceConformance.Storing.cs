namespace Inventory.Conformance;

/// <content>Putting a rule, finding it, deleting it.</content>
public abstract partial class InventoryServiceConformance
{
    [Clause]
    public async Task Find_gives_what_was_put_as_normalizing_promised()
    {
        var rule = Baseline();

        _ = await Service.PutAsync(SourceBucket, rule);

        AssertIsHeld(await Service.FindAsync(SourceBucket, rule.Id), rule);
    }

    [Clause]
    public async Task Get_gives_what_find_gives()
    {
        var rule = Baseline();
        _ = await Service.PutAsync(SourceBucket, rule);

        var got = await Service.GetAsync(SourceBucket, rule.Id);

        Assert.That(got, Is.EqualTo(await Service.FindAsync(SourceBucket, rule.Id)));
    }

    [Clause]
    public async Task A_rule_that_is_not_enabled_stays_so()
    {
        await AssertRoundTripsAsync(Baseline() with { IsEnabled = false });
    }

    [Clause]
    public async Task What_was_found_can_be_put_back_unchanged()
    {
        var rule = Baseline();
        _ = await Service.PutAsync(SourceBucket, rule);
        var found = await Service.GetAsync(SourceBucket, rule.Id);

        var result = await Service.PutAsync(SourceBucket, found);

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Unchanged));
    }

    [Clause]
    public async Task A_second_service_sees_what_the_first_puts_replaces_and_deletes()
    {
        var second = NewService();
        var rule = Baseline();
        var changed = rule with { IsEnabled = false };

        _ = await Service.PutAsync(SourceBucket, rule);
        var afterPut = await second.FindAsync(SourceBucket, rule.Id);
        _ = await Service.PutAsync(SourceBucket, changed);
        var afterReplacement = await second.FindAsync(SourceBucket, rule.Id);
        await Service.DeleteAsync(SourceBucket, rule.Id);
        var afterDelete = await second.FindAsync(SourceBucket, rule.Id);

        AssertIsHeld(afterPut, rule);
        AssertIsHeld(afterReplacement, changed);
        Assert.That(afterDelete, Is.Null);
    }

    [Clause]
    public async Task Several_rules_put_at_once_are_all_there()
    {
        var rules = Enumerable.Range(0, Math.Min(4, Capabilities.MaxRulesPerBucket ?? 4)).Select(_ => Baseline()).ToList();

        _ = await Task.WhenAll(rules.Select(r => Task.Run(() => Service.PutAsync(SourceBucket, r))));

        Assert.That(await ListAsync(), Is.EquivalentTo(rules.Select(Service.Normalize)));
    }

    [Clause]
    public async Task Finding_a_rule_that_is_not_there_gives_null()
    {
        var found = await Service.FindAsync(SourceBucket, Ids.Next());

        Assert.That(found, Is.Null);
    }

    [Clause]
    public async Task Getting_a_rule_that_is_not_there_fails_as_rule_not_found()
    {
        var id = Ids.Next();

        var error = await Caught.ByAsync(InventoryErrorKind.RuleNotFound, () => Service.GetAsync(SourceBucket, id));

        Assert.That(error.RuleId, Is.EqualTo(id));
    }

    [Clause]
    public async Task Deleting_a_rule_that_is_not_there_succeeds()
    {
        await Service.DeleteAsync(SourceBucket, Ids.Next());

        Assert.That(await ListAsync(), Is.Empty);
    }

    [Clause]
    public async Task A_deleted_rule_is_not_found_any_more()
    {
        var rule = Baseline();
        _ = await Service.PutAsync(SourceBucket, rule);

        await Service.DeleteAsync(SourceBucket, rule.Id);

        Assert.That(await Service.FindAsync(SourceBucket, rule.Id), Is.Null);
        Assert.That(await ListAsync(), Is.Empty);
    }

    [Clause]
    public async Task Deleting_a_rule_leaves_the_others()
    {
        InventoryRule[] rules = [Baseline(), Baseline(), Baseline()];
        foreach (var rule in rules)
        {
            _ = await Service.PutAsync(SourceBucket, rule);
        }

        await Service.DeleteAsync(SourceBucket, rules[1].Id);

        Assert.That(await ListAsync(), Is.EquivalentTo(new[] { Service.Normalize(rules[0]), Service.Normalize(rules[2]) }));
    }

    [Clause]
    public async Task A_deleted_rule_can_be_created_again()
    {
        var rule = Baseline();
        _ = await Service.PutAsync(SourceBucket, rule);
        await Service.DeleteAsync(SourceBucket, rule.Id);

        var result = await Service.PutAsync(SourceBucket, rule, new() { Mode = PutMode.CreateOnly });

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Created));
    }
}
