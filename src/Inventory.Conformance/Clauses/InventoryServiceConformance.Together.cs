namespace Inventory.Conformance;

/// <content>Many features in one rule.</content>
public abstract partial class InventoryServiceConformance
{
    [Clause]
    public async Task All_supported_features_together_round_trip()
    {
        InventoryFeature[] supported = [.. FeaturesAt(SupportLevel.Supported)];
        var rules = FeatureCombinations.Of(supported, Baseline, Sample);
        Assert.That(rules.SelectMany(r => r.FeaturesUsed()).Select(u => u.Feature), Is.SupersetOf(supported));

        foreach (var rule in rules)
        {
            await AssertRoundTripsAsync(rule);
            await Service.DeleteAsync(SourceBucket, rule.Id);
        }

        await TestContext.Out.WriteLineAsync($"{supported.Length} supported features in {rules.Count} rules.");
    }

    [Clause]
    public async Task All_features_on_a_condition_together_round_trip_or_the_put_fails_by_name()
    {
        InventoryFeature[] conditional = [.. FeaturesAt(SupportLevel.Conditional)];

        // Apart from what nobody knows, for which a service may refuse the rest of the rule.
        var rules = conditional.GroupBy(IsOfNobody).SelectMany(features => FeatureCombinations.Of(features, Baseline, Sample)).ToList();
        Assert.That(rules.SelectMany(r => r.FeaturesUsed()).Select(u => u.Feature), Is.SupersetOf(conditional));
        List<string> outcomes = [];

        foreach (var rule in rules)
        {
            outcomes.Add(await OutcomeOfAsync(rule));
            await Service.DeleteAsync(SourceBucket, rule.Id);
        }

        await TestContext.Out.WriteLineAsync($"{conditional.Length} conditional features in {rules.Count} rules. {string.Join("; ", outcomes)}");
    }

    [Clause]
    public async Task A_rule_that_is_wrong_in_every_way_is_refused_with_everything_named_at_once()
    {
        InventoryFeature[] notOffered = [.. FeaturesAt(SupportLevel.NotOffered)];
        var rules = FeatureCombinations.Of(notOffered, Baseline, Sample);
        foreach (var rule in rules.Count == 0 ? [Baseline()] : rules)
        {
            var wrong = MadeWrong(rule);

            var refusal = await RefusalOfAsync(wrong);

            Assert.That(PathsOf(refusal, v => v.Feature is { } feature && LevelOf(feature) == SupportLevel.NotOffered && v.Kind == RuleViolationKind.NotOffered),
                Is.SupersetOf(wrong.FeaturesUsed().Where(u => u.Provider is null && LevelOf(u.Feature) == SupportLevel.NotOffered).Select(u => u.Path)));
            Assert.That(PathsOf(refusal, v => v.Kind == RuleViolationKind.TextLimit), Has.Member(RulePaths.Id));
            Assert.That(PathsOf(refusal, v => v.Kind == RuleViolationKind.Contradiction), Is.SupersetOf(new[] { RulePaths.FilterLastModified, RulePaths.FilterObjectSize }));
            Assert.That(PathsOf(refusal, v => v.Kind == RuleViolationKind.UnrecognizedValue), Has.Member($"{RulePaths.OptionalFields}[{Foreign.Provider}:{Foreign.Text}]"));
            Assert.That(PathsOf(refusal, v => v.Kind == RuleViolationKind.ForeignExtension), Has.Member(new ForeignExtension().PathOf(Foreign.Setting)));
            Assert.That(await ListAsync(), Is.Empty, "nothing may be stored");
        }

        await TestContext.Out.WriteLineAsync($"{notOffered.Length} features not offered.");
    }

    private bool IsOfNobody(InventoryFeature feature) => SampleOf(feature).FeaturesUsed().Any(u => u.Feature == feature && u.Provider is not null);

    private static IEnumerable<string> PathsOf(InventoryRuleRejectedException refusal, Func<RuleViolation, bool> isMeant) =>
        refusal.Violations.Where(isMeant).Select(v => v.Path);

    private InventoryRule MadeWrong(InventoryRule rule)
    {
        var instants = (FeatureSamples.Using(InventoryFeature.LastModifiedFilter, rule, Capabilities).Filter.LastModified)!;
        return rule with
        {
            Id = "",
            Filter = rule.Filter with
            {
                LastModified = new() { Begin = instants.End, End = instants.Begin },
                ObjectSize = new() { Lower = 2, Upper = 1 },
            },
            OptionalFields = [.. rule.OptionalFields, InventoryField.Other(Foreign.Provider, Foreign.Text)],
            Extensions = [new ForeignExtension()],
        };
    }
}
