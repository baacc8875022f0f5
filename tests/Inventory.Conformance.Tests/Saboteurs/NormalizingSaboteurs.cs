using Kit = Inventory.Conformance.InventoryServiceConformance;

namespace Inventory.Conformance.Tests;

/// <summary>What goes wrong in a promise: it changes when it is promised again, promises what a put refuses, or is for another rule.</summary>
internal static class NormalizingSaboteurs
{
    private const string Said = nameof(Kit.What_is_said_of_a_rule_is_said_of_it_in_a_bucket_as_a_put_there_says_it);

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
        new(Said, "says nothing of a bucket", "superset of", s => new(s) { ValidatesFor = (_, _) => [] }),
        new(Said, "leaves out on the way what it finds fault with", "Expected InventoryRuleRejectedException, and the call succeeded", s => new(s) { Writes = Wrongly.Plain }),
        new(Said, "finds fault with a rule of which a put says nothing more", "the put refuses what was said before it", s => new(s)
        {
            ValidatesFor = (_, rule) => [.. s.Validate(rule), .. rule.Extensions.IsEmpty ? [] : new[] { Fault() }],
        }),
        new(Said, "finds fault with the bucket of the fixture", "the baseline is held in the fixture's bucket", s => new(s)
        {
            ValidatesFor = (_, rule) => [.. s.Validate(rule), .. rule.Extensions.IsEmpty ? new[] { Fault() } : []],
        }),
    ];

    private static RuleViolation Fault() => new() { Kind = RuleViolationKind.InvalidExtension, Path = RulePaths.Id, Provider = "memory", Reason = "It is a fault.", Remedy = "Mend it." };
}
