using Kit = Inventory.Conformance.InventoryServiceConformance;

namespace Inventory.Conformance.Tests;

/// <summary>What goes wrong with one way of several to use a feature: a range must have both bounds, a month has one day or counts them from 0.</summary>
internal static class VariantSaboteurs
{
    private const string OneSided = nameof(Kit.A_range_that_is_bounded_on_one_side_alone_round_trips_or_is_refused_by_name);
    private const string Days = nameof(Kit.A_day_of_the_month_round_trips_or_is_refused_by_name);
    private const string Taken = "Expected InventoryRuleRejectedException, and the call succeeded";

    public static IEnumerable<Saboteur> All =>
    [
        Ranges("knows no range without a beginning", RulePaths.FilterLastModified, rule => Instants(rule, r => r.Begin is null ? null : r)),
        Ranges("knows no range without an end", RulePaths.FilterLastModified, rule => Instants(rule, r => r.End is null ? r with { End = r.Begin!.Value.AddYears(1) } : r)),
        Ranges("knows no range without a lower bound", RulePaths.FilterObjectSize, rule => Sizes(rule, r => r.Lower is null ? r with { Lower = 1 } : r)),
        Ranges("knows no range without an upper bound", RulePaths.FilterObjectSize, rule => Sizes(rule, r => r.Upper is null ? null : r)),
        new(OneSided, "takes the one bound for the other, and says so beforehand", "what a rule states may not get lost", s => Wrongly.Openly(s, rule => Sizes(rule, r => new() { Lower = r.Upper, Upper = r.Lower }))),
        new(OneSided, "reads none where it is held on a condition", "differing: Filter.ObjectSize", s => new(s) { Reads = rule => Sizes(rule, _ => null) }) { Ground = Ground.OnCondition },
        new(OneSided, "does not warn of a condition", "Validate must warn of LastModifiedFilter", s => new(s) { Judges = all => [.. all.Where(v => v.Feature != InventoryFeature.LastModifiedFilter)] }) { Ground = Ground.OnCondition },
        new(OneSided, "drops what it does not offer", Taken, s => new(s) { Writes = Wrongly.Plain }) { Ground = Ground.Lesser },

        new(Days, "knows one day of the month", "differing: Schedule", s => new(s) { Writes = rule => Monthly(rule, _ => 1) }),
        new(Days, "counts days from 0", "differing: Schedule", s => new(s) { Writes = rule => Monthly(rule, day => Math.Max(1, day - 1)) }),
        new(Days, "ends a month on day 28", "differing: Schedule", s => new(s) { Writes = rule => Monthly(rule, day => Math.Min(day, 28)) }),
        new(Days, "ends a month on day 30", "differing: Schedule", s => new(s) { Writes = rule => Monthly(rule, day => Math.Min(day, 30)) }),
        new(Days, "ends a month on day 28, and does not refuse others", Taken, s => new(s) { Writes = rule => Monthly(rule, day => Math.Min(day, 28)) }) { Ground = Ground.Lesser },
    ];

    private static Saboteur Ranges(string wrong, string path, Func<InventoryRule, InventoryRule> writes) => new(OneSided, wrong, $"differing: {path}", s => new(s) { Writes = writes });

    private static InventoryRule Instants(InventoryRule rule, Func<LastModifiedRange, LastModifiedRange?> change) =>
        rule.Filter.LastModified is { } range ? rule with { Filter = rule.Filter with { LastModified = change(range) } } : rule;

    private static InventoryRule Sizes(InventoryRule rule, Func<ObjectSizeRange, ObjectSizeRange?> change) =>
        rule.Filter.ObjectSize is { } range ? rule with { Filter = rule.Filter with { ObjectSize = change(range) } } : rule;

    private static InventoryRule Monthly(InventoryRule rule, Func<int, int> change) =>
        rule.Schedule.DayOfMonth is { } day ? rule with { Schedule = InventorySchedule.Monthly(change(day)) } : rule;
}
