namespace Inventory.Conformance;

/// <summary>Features in one rule, as far as they combine: of features that take each other's place, each comes once in one of several rules.</summary>
internal static class FeatureCombinations
{
    private static readonly InventoryFeature[][] Alternatives =
    [
        [
            InventoryFeature.DailySchedule, InventoryFeature.EveryThreeDaysSchedule, InventoryFeature.WeeklySchedule, InventoryFeature.MonthlySchedule,
            InventoryFeature.MonthlyAfterDay28, InventoryFeature.EveryThirtyDaysSchedule, InventoryFeature.OnceSchedule, InventoryFeature.UnrecognizedSchedule,
        ],
        [InventoryFeature.PrefixFilter, InventoryFeature.MultiplePrefixFilter],
        [InventoryFeature.CurrentVersions, InventoryFeature.AllVersions, InventoryFeature.UnspecifiedVersions, InventoryFeature.UnrecognizedVersions],
        [InventoryFeature.CsvFormat, InventoryFeature.OrcFormat, InventoryFeature.ParquetFormat, InventoryFeature.UnrecognizedFormat],
        [InventoryFeature.ServiceManagedEncryption, InventoryFeature.KmsEncryption, InventoryFeature.KmsDefaultKeyEncryption],
    ];

    /// <summary>As many rules as it takes for every feature to stand in one of them.</summary>
    /// <param name="features">The features.</param>
    /// <param name="baseline">Makes a rule to start from.</param>
    /// <param name="use">Changes a rule to use a feature.</param>
    public static IReadOnlyList<InventoryRule> Of(IEnumerable<InventoryFeature> features, Func<InventoryRule> baseline, Func<InventoryFeature, InventoryRule, InventoryRule> use)
    {
        var left = features.ToHashSet();
        var groups = Alternatives.Select(g => g.Where(left.Remove).ToList()).Where(g => g.Count > 0).ToList();
        if (groups.Count == 0 && left.Count == 0)
        {
            return [];
        }

        var rounds = Math.Max(1, groups.Select(g => g.Count).DefaultIfEmpty().Max());
        return [.. Enumerable.Range(0, rounds).Select(Rule)];

        InventoryRule Rule(int round) => groups.Select(g => g[round % g.Count]).Concat(left.Order()).Aggregate(baseline(), (rule, feature) => use(feature, rule));
    }
}
