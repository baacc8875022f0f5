namespace Inventory.Conformance;

/// <content>Listing the rules of a bucket, and the bucket's limit.</content>
public abstract partial class InventoryServiceConformance
{
    [Clause]
    public async Task A_bucket_without_rules_lists_none()
    {
        var rules = await ListAsync();

        Assert.That(rules, Is.Empty);
    }

    [Clause]
    public async Task Several_rules_are_each_listed_once_as_normalizing_promised()
    {
        InventoryRule[] rules = [Baseline(), Baseline() with { IsEnabled = false }, Baseline()];

        await PutAllAsync(rules);

        Assert.That(await ListAsync(), Is.EquivalentTo(rules.Select(Service.Normalize)));
    }

    [Clause]
    public async Task A_long_list_gives_every_rule_once()
    {
        var rules = Enumerable.Range(0, RulesOfALongList).Select(_ => Baseline()).ToList();

        await PutAllAsync(rules);

        Assert.That(await ListAsync(), Is.EquivalentTo(rules.Select(Service.Normalize)));
        await TestContext.Out.WriteLineAsync($"{rules.Count} rules.");
    }

    [Clause]
    public async Task A_list_can_be_walked_twice()
    {
        await PutAllAsync([Baseline(), Baseline()]);
        var list = Service.ListAsync(SourceBucket);

        var first = await IdsOfAsync(list);
        var second = await IdsOfAsync(list);

        Assert.That(second, Is.EquivalentTo(first).And.Count.EqualTo(2));
    }

    [Clause]
    public async Task A_full_bucket_takes_no_more_and_keeps_what_it_has()
    {
        var rules = await FillAsync();

        var error = await Caught.ByAsync(InventoryErrorKind.RuleLimitReached, () => Service.PutAsync(SourceBucket, Baseline()));

        Assert.That(error.Bucket, Is.EqualTo(SourceBucket));
        Assert.That(await ListAsync(), Is.EquivalentTo(rules.Select(Service.Normalize)));
    }

    [Clause]
    public async Task A_full_bucket_still_takes_a_replacement()
    {
        var rules = await FillAsync();
        var changed = rules[0] with { IsEnabled = false };

        var result = await Service.PutAsync(SourceBucket, changed);

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Replaced));
        AssertIsHeld(await Service.FindAsync(SourceBucket, changed.Id), changed);
    }

    private static async Task<List<string>> IdsOfAsync(IAsyncEnumerable<InventoryRule> list)
    {
        List<string> ids = [];
        await foreach (var rule in list)
        {
            ids.Add(rule.Id);
        }

        return ids;
    }

    private async Task PutAllAsync(IEnumerable<InventoryRule> rules)
    {
        foreach (var rule in rules)
        {
            _ = await Service.PutAsync(SourceBucket, rule);
        }
    }

    private async Task<List<InventoryRule>> FillAsync()
    {
        if (RulesOfAFullBucket is not { } most)
        {
            Assert.Ignore(Capabilities.MaxRulesPerBucket is { } limit
                ? $"Not proved: a bucket holds {limit} rules, and the kit fills one that holds {MostRulesToPut} or fewer. Override {nameof(MostRulesToPut)}."
                : "Not proved: the capabilities state no limit of rules in a bucket.");
            return [];
        }

        var rules = Enumerable.Range(0, most).Select(_ => Baseline()).ToList();
        await PutAllAsync(rules);
        return rules;
    }
}
