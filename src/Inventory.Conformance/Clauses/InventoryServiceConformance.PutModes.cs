namespace Inventory.Conformance;

/// <content>The three modes of a put, where the rule is missing, where it is there and equal, and where it is there and different.</content>
public abstract partial class InventoryServiceConformance
{
    [Clause]
    public Task Create_or_replace_creates_a_rule_that_is_missing() => AssertCreatesAsync(PutMode.CreateOrReplace);

    [Clause]
    public Task Create_or_replace_leaves_an_equal_rule_unchanged() => AssertLeavesUnchangedAsync(PutMode.CreateOrReplace);

    [Clause]
    public Task Create_or_replace_replaces_a_different_rule_and_says_what_it_was() => AssertReplacesAsync(PutMode.CreateOrReplace);

    [Clause]
    public Task Create_only_creates_a_rule_that_is_missing() => AssertCreatesAsync(PutMode.CreateOnly);

    [Clause]
    public async Task Create_only_refuses_where_a_rule_is_there_even_an_equal_one()
    {
        var rule = Baseline();
        _ = await Service.PutAsync(SourceBucket, rule);

        _ = await Caught.ByAsync(InventoryErrorKind.RuleAlreadyExists, () => Service.PutAsync(SourceBucket, rule, new() { Mode = PutMode.CreateOnly }));

        AssertIsHeld(await Service.FindAsync(SourceBucket, rule.Id), rule);
    }

    [Clause]
    public async Task Create_only_leaves_a_different_rule_as_it_is()
    {
        var rule = Baseline();
        _ = await Service.PutAsync(SourceBucket, rule);

        var error = await Caught.ByAsync(InventoryErrorKind.RuleAlreadyExists,
            () => Service.PutAsync(SourceBucket, rule with { IsEnabled = false }, new() { Mode = PutMode.CreateOnly }));

        AssertIsHeld(await Service.FindAsync(SourceBucket, rule.Id), rule);
        Assert.That(error.RuleId, Is.EqualTo(rule.Id));
    }

    [Clause]
    public async Task Replace_only_refuses_where_the_rule_is_missing_and_creates_none()
    {
        var rule = Baseline();

        var error = await Caught.ByAsync(InventoryErrorKind.RuleNotFound, () => Service.PutAsync(SourceBucket, rule, new() { Mode = PutMode.ReplaceOnly }));

        Assert.That(await Service.FindAsync(SourceBucket, rule.Id), Is.Null);
        Assert.That(error.RuleId, Is.EqualTo(rule.Id));
    }

    [Clause]
    public Task Replace_only_leaves_an_equal_rule_unchanged() => AssertLeavesUnchangedAsync(PutMode.ReplaceOnly);

    [Clause]
    public Task Replace_only_replaces_a_different_rule_and_says_what_it_was() => AssertReplacesAsync(PutMode.ReplaceOnly);

    [Clause]
    public async Task A_replacement_leaves_the_other_rules()
    {
        InventoryRule[] rules = [Baseline(), Baseline(), Baseline()];
        foreach (var rule in rules)
        {
            _ = await Service.PutAsync(SourceBucket, rule);
        }

        var changed = rules[1] with { IsEnabled = false };
        _ = await Service.PutAsync(SourceBucket, changed);

        Assert.That(await ListAsync(), Is.EquivalentTo(new[] { rules[0], changed, rules[2] }.Select(Service.Normalize)));
    }

    private async Task AssertCreatesAsync(PutMode mode)
    {
        var rule = Baseline();

        var result = await Service.PutAsync(SourceBucket, rule, new() { Mode = mode });

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Created));
        Assert.That(result.Previous, Is.Null);
        AssertIsHeld(await Service.FindAsync(SourceBucket, rule.Id), rule);
    }

    private async Task AssertLeavesUnchangedAsync(PutMode mode)
    {
        var rule = Baseline();
        _ = await Service.PutAsync(SourceBucket, rule);

        var result = await Service.PutAsync(SourceBucket, rule, new() { Mode = mode });

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Unchanged));
        Assert.That(result.Previous, Is.EqualTo(Service.Normalize(rule)));
        AssertIsHeld(await Service.FindAsync(SourceBucket, rule.Id), rule);
    }

    private async Task AssertReplacesAsync(PutMode mode)
    {
        var rule = Baseline();
        var changed = rule with { IsEnabled = false };
        _ = await Service.PutAsync(SourceBucket, rule);

        var result = await Service.PutAsync(SourceBucket, changed, new() { Mode = mode });

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Replaced));
        Assert.That(result.Previous, Is.EqualTo(Service.Normalize(rule)));
        AssertIsHeld(await Service.FindAsync(SourceBucket, rule.Id), changed);
        Assert.That(await ListAsync(), Has.Count.EqualTo(1));
    }
}
