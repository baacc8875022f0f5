using Kit = Inventory.Conformance.InventoryServiceConformance;

namespace Inventory.Conformance.Tests;

/// <summary>What goes wrong in a promise: it changes when it is promised again, promises what a put refuses, or is for another rule.</summary>
internal static class NormalizingSaboteurs
{
    public static IEnumerable<Saboteur> All =>
    [
        new(nameof(Kit.Normalizing_twice_gives_what_normalizing_once_gives), "adds a slash each time", "differing: Destination.Prefix", s => new(s)
        {
            Normalizes = rule => s.Normalize(rule with { Destination = rule.Destination with { Prefix = $"{rule.Destination.Prefix}/" } }),
        }),
        new(nameof(Kit.Normalizing_refuses_what_a_put_refuses), "leaves out what a put refuses", "Expected InventoryRuleRejectedException, and the call succeeded", s => new(s)
        {
            Normalizes = rule => s.Normalize(rule with { Extensions = [] }),
        }),
        new(nameof(Kit.Normalizing_refuses_what_a_put_refuses), "does not say what is wrong", "refusal.Violations", s => new(s)
        {
            Normalizes = rule => throw new InventoryRuleRejectedException("memory", rule.Id, []),
        }),
        new(nameof(Kit.Normalizing_keeps_the_id), "makes it lower-case", "But was:  \"kit-", s => new(s)
        {
            Normalizes = rule => s.Normalize(rule with { Id = rule.Id.ToLowerInvariant() }),
        }),
    ];
}
