using Kit = Inventory.Conformance.InventoryServiceConformance;

namespace Inventory.Conformance.Tests;

/// <summary>What goes wrong with what another provider alone knows: it is dropped in silence, or refused without a name.</summary>
internal static class StrangerSaboteurs
{
    private const string Values = nameof(Kit.Values_that_another_provider_alone_knows_are_refused_all_at_once);

    private static readonly string[] Extensions = [nameof(Kit.An_extension_of_another_provider_is_refused_by_name), nameof(Kit.An_access_extension_of_another_provider_is_refused_by_name)];

    public static IEnumerable<Saboteur> All =>
    [
        .. Extensions.Select(clause => new Saboteur(clause, "lets it pass, and drops it", "Expected InventoryRuleRejectedException, and the call succeeded", s => new(s) { Writes = rule => rule with { Extensions = [] } })),
        .. Extensions.Select(clause => new Saboteur(clause, "does not say which setting", "the refusal must name the setting", s => Judging(s, v => v with { Path = "Extensions" }))),
        .. Extensions.Select(clause => new Saboteur(clause, "takes it for a feature that is not offered", "But was:  NotOffered", s => Judging(s, v => v with { Kind = RuleViolationKind.NotOffered }))),
        .. Extensions.Select(clause => new Saboteur(clause, "does not say what to do", "the remedy must be a sentence", s => Judging(s, v => v with { Remedy = "" }))),
        .. Extensions.Select(clause => new Saboteur(clause, "stores the rest of the rule before it refuses", "nothing may be stored", s => new(s)
        {
            Puts = async (bucket, rule, options, token) =>
            {
                _ = await s.PutAsync(bucket, rule with { Extensions = [] }, options, token);
                return await s.PutAsync(bucket, rule, options, token);
            },
        })),

        new(Values, "stops at the first", "Missing (4)", s => new(s) { Judges = all => [.. all.Take(1)] }),
        new(Values, "takes them for features that are not offered", "Missing (5)", s => Judging(s, v => v with { Kind = RuleViolationKind.NotOffered })),
        new(Values, "does not say why", "the reason must be a sentence", s => Judging(s, v => v with { Reason = "?" })),
        new(Values, "sends them as they are", "Expected InventoryRuleRejectedException, and the call succeeded", s => new(s) { Writes = Wrongly.Plain }),
    ];

    private static Overridden Judging(IInventoryService s, Func<RuleViolation, RuleViolation> change) => new(s) { Judges = all => Wrongly.Each(all, change) };
}
