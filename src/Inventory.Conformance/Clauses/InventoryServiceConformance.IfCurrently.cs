namespace Inventory.Conformance;

/// <content>Puts on the condition that the rule is what the caller last saw.</content>
public abstract partial class InventoryServiceConformance
{
    [Clause, TestCaseSource(typeof(ClauseCases), nameof(ClauseCases.ReplacingModes))]
    public async Task If_currently_that_matches_lets_the_put_go_ahead(PutMode mode)
    {
        var rule = Baseline();
        var changed = rule with { IsEnabled = false };
        _ = await Service.PutAsync(SourceBucket, rule);
        var current = await Service.GetAsync(SourceBucket, rule.Id);

        var result = await Service.PutAsync(SourceBucket, changed, new() { Mode = mode, IfCurrently = current });

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Replaced));
        Assert.That(result.Previous, Is.EqualTo(current));
        AssertIsHeld(await Service.FindAsync(SourceBucket, rule.Id), changed);
    }

    [Clause, TestCaseSource(typeof(ClauseCases), nameof(ClauseCases.ReplacingModes))]
    public async Task If_currently_that_does_not_match_is_a_conflict_and_changes_nothing(PutMode mode)
    {
        var rule = Baseline();
        var changed = rule with { IsEnabled = false };
        _ = await Service.PutAsync(SourceBucket, rule);

        var error = await Caught.ByAsync(InventoryErrorKind.Conflict, () => Service.PutAsync(SourceBucket, changed, new() { Mode = mode, IfCurrently = changed }));

        Assert.That(error.RuleId, Is.EqualTo(rule.Id));
        AssertIsHeld(await Service.FindAsync(SourceBucket, rule.Id), rule);
    }

    [Clause, TestCaseSource(typeof(ClauseCases), nameof(ClauseCases.ReplacingModes))]
    public async Task If_currently_of_a_rule_that_is_missing_is_a_conflict_and_creates_nothing(PutMode mode)
    {
        var rule = Baseline();

        _ = await Caught.ByAsync(InventoryErrorKind.Conflict, () => Service.PutAsync(SourceBucket, rule, new() { Mode = mode, IfCurrently = rule }));

        Assert.That(await Service.FindAsync(SourceBucket, rule.Id), Is.Null);
    }
}
