using Kit = Inventory.Conformance.InventoryServiceConformance;

namespace Inventory.Conformance.Tests;

/// <summary>What goes wrong with a condition: it is not looked at, or looked at too late, or compared with the wrong rule.</summary>
internal static class IfCurrentlySaboteurs
{
    private const string Matching = nameof(Kit.If_currently_that_matches_lets_the_put_go_ahead);
    private const string NotMatching = nameof(Kit.If_currently_that_does_not_match_is_a_conflict_and_changes_nothing);
    private const string Missing = nameof(Kit.If_currently_of_a_rule_that_is_missing_is_a_conflict_and_creates_nothing);

    public static IEnumerable<Saboteur> All =>
    [
        new(Matching, "compares with the rule that is put", "The service says so.", s => new(s)
        {
            Puts = (bucket, rule, options, token) => options?.IfCurrently is { } expected && expected != rule
                ? throw Wrongly.Error(InventoryErrorKind.Conflict, rule.Id)
                : s.PutAsync(bucket, rule, options, token),
        }),
        new(Matching, "says that the rule is new", "But was:  Created", s => new(s) { Answers = result => result with { Outcome = PutOutcome.Created } }),
        new(Matching, "does not say what the rule was", "result.Previous", s => new(s) { Answers = result => result with { Previous = null } }),
        new(Matching, "checks the condition and writes nothing", "differing: IsEnabled", s => new(s)
        {
            Puts = async (bucket, rule, options, token) => options?.IfCurrently is { } expected
                ? new() { Outcome = PutOutcome.Replaced, Previous = expected }
                : await s.PutAsync(bucket, rule, options, token),
        }),

        new(NotMatching, "does not look at it", "Expected InventoryException, and the call succeeded", Wrongly.PuttingAnyway),
        new(NotMatching, "calls it a rule that exists", "But was:  RuleAlreadyExists", s => new(s) { Fails = e => Wrongly.As(InventoryErrorKind.RuleAlreadyExists, e) }),
        new(NotMatching, "does not say which rule", "error.RuleId", s => new(s) { Fails = Wrongly.Nameless }),
        new(NotMatching, "looks at it when the rule is written", "differing: IsEnabled", s => Wrongly.BeforeEachFailureOfAPut(s, rule => s.PutAsync(Wrongly.Source, rule))),

        new(Missing, "takes a rule that is missing for one that matches", "Expected InventoryException, and the call succeeded", s => new(s)
        {
            Puts = (bucket, rule, _, token) => s.PutAsync(bucket, rule, null, token),
        }),
        new(Missing, "calls it a rule that is not found", "But was:  RuleNotFound", s => new(s) { Fails = e => Wrongly.As(InventoryErrorKind.RuleNotFound, e) }),
        new(Missing, "looks at it when the rule is written", "Expected: null", s => Wrongly.BeforeEachFailureOfAPut(s, rule => s.PutAsync(Wrongly.Source, rule))),
    ];
}
