using Inventory.Conformance;

namespace Inventory.BaiduBos.Tests.Refusals;

/// <summary>Rules that use everything BOS lacks, derived from its table: one with every feature that can stand beside the others, and as many more as it takes for those that exclude each other.</summary>
internal static class LackingFeatures
{
    /// <summary>Every feature of the table that BOS does not offer.</summary>
    public static IReadOnlyList<InventoryFeature> All { get; } =
        [.. BosCapabilities.Default.Features.Where(cell => cell.Value.Level == SupportLevel.NotOffered).Select(cell => cell.Key)];

    /// <summary>The rules, that with the most features first.</summary>
    public static IReadOnlyList<InventoryRule> Rules { get; } = Derive();

    /// <summary>The features of a rule that BOS does not offer, each with its path.</summary>
    public static IEnumerable<FeatureUse> Of(InventoryRule rule) => rule.FeaturesUsed().Where(use => All.Contains(use.Feature));

    private static List<InventoryRule> Derive()
    {
        List<InventoryRule> rules = [];
        var left = All.ToList();
        while (left.Count > 0)
        {
            // What is left comes first, then every other feature that takes nothing away again.
            var rule = left.Concat(All).Aggregate(Baseline(rules.Count), Beside);
            _ = left.RemoveAll(Of(rule).Select(use => use.Feature).Contains);
            rules.Add(rule);
        }

        return rules;
    }

    private static InventoryRule Baseline(int number) => FeatureSamples.Baseline(BosCapabilities.Default, $"lacking-{number + 1}", EmulatedBos.Destination);

    private static InventoryRule Beside(InventoryRule rule, InventoryFeature feature)
    {
        var used = Of(rule).Select(use => use.Feature).ToHashSet();
        var changed = FeatureSamples.Using(feature, rule, BosCapabilities.Default);
        return used.Contains(feature) || !used.IsSubsetOf(Of(changed).Select(use => use.Feature)) ? rule : changed;
    }
}
