using Kit = Inventory.Conformance.InventoryServiceConformance;

namespace Inventory.Conformance.Tests;

/// <summary>What goes wrong in all honesty: a part of the rule gets lost, and normalizing says so beforehand.</summary>
internal static class StatementSaboteurs
{
    private const string Says = "what a rule states may not get lost";

    public static IEnumerable<Saboteur> All =>
    [
        Openly(nameof(Kit.A_rule_that_is_not_enabled_stays_so), "enables every rule", rule => rule with { IsEnabled = true }),
        Openly(nameof(Kit.Find_gives_what_was_put_as_normalizing_promised), "reports to the source", rule => rule with { Destination = rule.Destination with { Bucket = Wrongly.Source } }),
        Openly(nameof(Kit.An_awkward_destination_prefix_round_trips_or_is_refused_by_name), "knows no prefix of reports", rule => Wrongly.PrefixedAtDestination(rule, _ => "")),
        Openly(nameof(Kit.The_first_and_the_last_instant_that_are_allowed_are_taken_and_those_beyond_are_refused_by_name), "knows no end", rule => rule with
        {
            Filter = rule.Filter with { LastModified = rule.Filter.LastModified is { } range ? range with { End = null } : null },
        }),
        Openly(nameof(Kit.The_first_and_the_last_instant_that_are_allowed_are_taken_and_those_beyond_are_refused_by_name), "knows no beginning", rule => rule with
        {
            Filter = rule.Filter with { LastModified = rule.Filter.LastModified is { } range ? range with { Begin = null } : null },
        }),
        Openly(nameof(Kit.The_largest_size_that_is_allowed_is_taken_and_a_larger_one_is_refused_by_name), "knows no upper bound", rule => rule with
        {
            Filter = rule.Filter with { ObjectSize = rule.Filter.ObjectSize is { } range ? range with { Upper = null } : null },
        }),
        Openly(nameof(Kit.The_largest_size_that_is_allowed_is_taken_and_a_larger_one_is_refused_by_name), "knows no lower bound", rule => rule with
        {
            Filter = rule.Filter with { ObjectSize = rule.Filter.ObjectSize is { } range ? range with { Lower = null } : null },
        }),
        Openly(nameof(Kit.All_supported_features_together_round_trip), "knows one prefix", rule => rule with
        {
            Filter = rule.Filter with { Prefixes = rule.Filter.Prefixes.Take(1).ToValueList() },
        }),
        new(nameof(Kit.A_setting_that_one_provider_alone_has_round_trips_or_the_put_fails_by_name), "does not read it, and says so beforehand", Says, s => new(s)
        {
            Reads = WithoutExtensions,
            Normalizes = rule => WithoutExtensions(s.Normalize(rule)),
        }),
    ];

    private static InventoryRule WithoutExtensions(InventoryRule rule) => rule with { Extensions = [] };

    private static Saboteur Openly(string clause, string wrong, Func<InventoryRule, InventoryRule> change) =>
        new(clause, $"{wrong}, and says so beforehand", Says, s => Wrongly.Openly(s, change));
}
