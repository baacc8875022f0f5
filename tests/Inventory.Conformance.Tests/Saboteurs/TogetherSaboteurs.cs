using Kit = Inventory.Conformance.InventoryServiceConformance;

namespace Inventory.Conformance.Tests;

/// <summary>What goes wrong with many things at once: one displaces another, or the first refusal hides the others.</summary>
internal static class TogetherSaboteurs
{
    private const string Supported = nameof(Kit.All_supported_features_together_round_trip);
    private const string OnCondition = nameof(Kit.All_features_on_a_condition_together_round_trip_or_the_put_fails_by_name);
    private const string Wrong = nameof(Kit.A_rule_that_is_wrong_in_every_way_is_refused_with_everything_named_at_once);

    private static readonly RuleViolationKind[] Kinds =
    [
        RuleViolationKind.NotOffered, RuleViolationKind.TextLimit, RuleViolationKind.Contradiction, RuleViolationKind.UnrecognizedValue, RuleViolationKind.ForeignExtension,
    ];

    public static IEnumerable<Saboteur> All =>
    [
        new(Supported, "knows one condition of a filter", "differing: Filter.LastModified", s => new(s)
        {
            Writes = rule => rule.Filter.LastModified is null ? rule : rule with { Filter = rule.Filter with { LastModified = rule.Filter.ObjectSize is null ? rule.Filter.LastModified : null } },
        }),
        new(Supported, "knows columns in one order alone", "differing: OptionalFields", s => new(s)
        {
            Writes = rule => rule with { OptionalFields = rule.OptionalFields.Reverse().ToValueList() },
        }),
        new(Supported, "has a fixture whose samples do not use the features", "superset", s => new(s)) { Samples = (_, rule) => rule },

        new(OnCondition, "keeps one storage class of several", "differing: Filter.StorageClasses", s => new(s)
        {
            Reads = rule => rule with { Filter = rule.Filter with { StorageClasses = rule.Filter.StorageClasses.Take(1).ToValueList() } },
        })
        {
            Ground = Ground.OnCondition,
        },
        new(OnCondition, "has a fixture whose samples displace each other", "superset", s => new(s))
        {
            Ground = Ground.OnCondition,
            Samples = (feature, rule) => FeatureSamples.Using(feature, rule with { Filter = rule.Filter with { StorageClasses = [] } }, Ground.OnCondition.Options.Capabilities),
        },

        .. Kinds.Select(kind => new Saboteur(Wrong, $"does not name what is {kind}", "Expected", s => new(s) { Judges = all => [.. all.Where(v => v.Kind != kind)] }) { Ground = Ground.Lesser }),
        new(Wrong, "stops at the first", "Expected", s => new(s) { Judges = all => [.. all.Take(1)] }) { Ground = Ground.Lesser },
        new(Wrong, "leaves out what is wrong", "Expected InventoryRuleRejectedException, and the call succeeded", s => new(s) { Writes = Wrongly.Plain }) { Ground = Ground.Lesser },
        new(Wrong, "stores the rest of the rule before it refuses", "nothing may be stored", Wrongly.StoringFirst) { Ground = Ground.Lesser },
    ];
}
