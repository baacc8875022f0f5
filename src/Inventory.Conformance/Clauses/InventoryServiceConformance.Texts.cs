namespace Inventory.Conformance;

/// <content>Ids and prefixes that a service may find hard to carry.</content>
public abstract partial class InventoryServiceConformance
{
    [Clause, TestCaseSource(typeof(ClauseCases), nameof(ClauseCases.AwkwardTexts))]
    public async Task An_awkward_id_round_trips_or_is_refused_by_name(string text)
    {
        var rule = Baseline();
        rule = rule with { Id = rule.Id + text };
        if (Capabilities.RuleId.Problem(rule.Id) is not null)
        {
            await AssertIsRefusedAtAsync(rule, RulePaths.Id);
            return;
        }

        await AssertRoundTripsAsync(rule);

        Assert.That((await ListAsync()).Select(r => r.Id), Is.EqualTo(new[] { rule.Id }));
        await Service.DeleteAsync(SourceBucket, rule.Id);
        Assert.That(await Service.FindAsync(SourceBucket, rule.Id), Is.Null);
    }

    [Clause, TestCaseSource(typeof(ClauseCases), nameof(ClauseCases.AwkwardTexts))]
    public Task An_awkward_filter_prefix_round_trips_or_is_refused_by_name(string text)
    {
        var rule = Baseline();
        rule = rule with { Filter = rule.Filter with { Prefixes = [text] } };

        return LevelOf(InventoryFeature.PrefixFilter) == SupportLevel.Supported && Capabilities.FilterPrefix?.Problem(text) is null
            ? AssertRoundTripsAsync(rule)
            : LevelOf(InventoryFeature.PrefixFilter) == SupportLevel.Conditional ? OutcomeOfAsync(rule) : AssertIsRefusedAtAsync(rule, RulePaths.FilterPrefixes);
    }

    [Clause, TestCaseSource(typeof(ClauseCases), nameof(ClauseCases.AwkwardTexts))]
    public Task An_awkward_destination_prefix_round_trips_or_is_refused_by_name(string text)
    {
        var rule = Baseline();
        rule = rule with { Destination = rule.Destination with { Prefix = text } };

        return Capabilities.DestinationPrefix?.Problem(text) is null ? AssertRoundTripsAsync(rule) : AssertIsRefusedAtAsync(rule, RulePaths.DestinationPrefix);
    }

    [Clause]
    public async Task An_id_as_long_as_is_allowed_round_trips()
    {
        var id = Ids.OfLength(Capabilities.RuleId.MaxLength);

        await AssertRoundTripsAsync(Baseline() with { Id = id });
    }

    [Clause]
    public Task An_id_that_is_one_longer_than_is_allowed_is_refused_by_name() =>
        AssertIsRefusedAtAsync(Baseline() with { Id = Ids.OfLength(Capabilities.RuleId.MaxLength + 1) }, RulePaths.Id);

    [Clause]
    public Task An_empty_id_is_refused_by_name() => AssertIsRefusedAtAsync(Baseline() with { Id = "" }, RulePaths.Id);

    private Task AssertIsRefusedAtAsync(InventoryRule rule, string path) => AssertIsRefusedAsync(rule, path, p => p == path);
}
