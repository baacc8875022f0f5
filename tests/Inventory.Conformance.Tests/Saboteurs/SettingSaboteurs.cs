using Kit = Inventory.Conformance.InventoryServiceConformance;

namespace Inventory.Conformance.Tests;

/// <summary>What goes wrong with settings of the provider's own: nobody warns of them, or they are lost on the way.</summary>
internal static class SettingSaboteurs
{
    private const string Clause = nameof(Kit.A_setting_that_one_provider_alone_has_round_trips_or_the_put_fails_by_name);

    private static readonly Evidence Page = new("It is in the table.", "A page", new DateOnly(2025, 1, 31));

    public static IEnumerable<Saboteur> All =>
    [
        new(Clause, "does not warn", "Validate must warn of the setting", s => new(s) { Judges = _ => [] }),
        new(Clause, "does not write it", "differing: Extensions[memory]", s => new(s)
        {
            Puts = async (bucket, rule, options, token) => await s.PutAsync(bucket, rule with { Extensions = [] }, options, token) with { Warnings = s.Validate(rule) },
        }),
        new(Clause, "does not read it", "differing: Extensions[memory]", s => new(s) { Reads = rule => rule with { Extensions = [] } }),
        new(Clause, "keeps its warnings to itself", "the put must pass the warnings on", s => new(s) { Answers = result => result with { Warnings = [] } }),
        Declaring("says that it holds what it loses", "differing: Extensions[memory]", FeatureSupport.Supported(Page), rule => rule with { Extensions = [] }),
        Declaring("takes what it says that it does not hold", "Expected InventoryRuleRejectedException, and the call succeeded", FeatureSupport.NotOffered("There is none.", "Do without.", Page)),
        new(Clause, "has a sample that does not use it", "the sample must use the setting", s => new(s)) { SettingSamples = rule => rule with { IsEnabled = false } },
    ];

    private static Saboteur Declaring(string wrong, string says, FeatureSupport support, Func<InventoryRule, InventoryRule>? writes = null) => new(Clause, wrong, says, s => new(s)
    {
        Declares = c => c with { Extensions = new Dictionary<string, FeatureSupport> { [NewerExtension.Setting] = support } },
        Writes = writes ?? (rule => rule),
    });
}
