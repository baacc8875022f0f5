using Kit = Inventory.Conformance.InventoryServiceConformance;

namespace Inventory.Conformance.Tests;

/// <summary>What goes wrong with the modes: one means another, the answer does not say what happened, a refusal comes when the harm is done.</summary>
internal static class PutModeSaboteurs
{
    private static readonly string[] Creating = [nameof(Kit.Create_or_replace_creates_a_rule_that_is_missing), nameof(Kit.Create_only_creates_a_rule_that_is_missing)];

    private static readonly string[] LeavingUnchanged = [nameof(Kit.Create_or_replace_leaves_an_equal_rule_unchanged), nameof(Kit.Replace_only_leaves_an_equal_rule_unchanged)];

    private static readonly string[] Replacing =
    [
        nameof(Kit.Create_or_replace_replaces_a_different_rule_and_says_what_it_was), nameof(Kit.Replace_only_replaces_a_different_rule_and_says_what_it_was),
    ];

    public static IEnumerable<Saboteur> All =>
    [
        .. Creating.Select(clause => new Saboteur(clause, "does not know whether the rule is new", "But was:  Replaced", Saying(result => result with { Outcome = PutOutcome.Replaced }))),
        .. Creating.Select(clause => new Saboteur(clause, "gives the new rule as the one before", "result.Previous", Saying(result => result with { Previous = Wrongly.Plain("new") }))),
        .. Creating.Select(clause => new Saboteur(clause, "says that it is done, and keeps nothing", "the rule is not there", s => new(s)
        {
            Puts = (_, _, _, _) => Task.FromResult(new PutResult { Outcome = PutOutcome.Created }),
        })),

        .. LeavingUnchanged.Select(clause => new Saboteur(clause, "writes without a comparison", "But was:  Replaced", Saying(result => result with { Outcome = PutOutcome.Replaced }))),
        .. LeavingUnchanged.Select(clause => new Saboteur(clause, "does not say what is there", "result.Previous", Saying(result => result with { Previous = null }))),
        .. LeavingUnchanged.Select(clause => new Saboteur(clause, "deletes a rule that it need not write", "the rule is not there", s => new(s)
        {
            Puts = async (bucket, rule, options, token) =>
            {
                var result = await s.PutAsync(bucket, rule, options, token);
                await (result.Outcome == PutOutcome.Unchanged ? s.DeleteAsync(bucket, rule.Id, token) : Task.CompletedTask);
                return result;
            },
        })),

        .. Replacing.Select(clause => new Saboteur(clause, "says that the rule is new", "But was:  Created", Saying(result => result with { Outcome = PutOutcome.Created }))),
        .. Replacing.Select(clause => new Saboteur(clause, "gives the new rule as the one before", "result.Previous", s => new(s)
        {
            Puts = async (bucket, rule, options, token) => await s.PutAsync(bucket, rule, options, token) with { Previous = rule },
        })),
        .. Replacing.Select(clause => new Saboteur(clause, "says that it is done, and keeps the old rule", "differing: IsEnabled", s => new(s)
        {
            Puts = async (bucket, rule, options, token) => await s.FindAsync(bucket, rule.Id, token) is { } old
                ? new() { Outcome = PutOutcome.Replaced, Previous = old }
                : await s.PutAsync(bucket, rule, options, token),
        })),
        .. Replacing.Select(clause => new Saboteur(clause, "keeps the old rule under another id", "property Count equal to 1", s =>
            Wrongly.AfterEachPut(s, rule => s.PutAsync(Wrongly.Source, rule with { Id = $"{rule.Id}-old" })))),

        new(nameof(Kit.Create_only_refuses_where_a_rule_is_there_even_an_equal_one), "is content with an equal one", "Expected InventoryException, and the call succeeded", s => new(s)
        {
            Puts = async (bucket, rule, options, token) => await s.FindAsync(bucket, rule.Id, token) == rule
                ? new() { Outcome = PutOutcome.Unchanged, Previous = rule }
                : await s.PutAsync(bucket, rule, options, token),
        }),
        new(nameof(Kit.Create_only_refuses_where_a_rule_is_there_even_an_equal_one), "calls it a conflict", "But was:  Conflict", s => new(s) { Fails = e => Wrongly.As(InventoryErrorKind.Conflict, e) }),
        new(nameof(Kit.Create_only_refuses_where_a_rule_is_there_even_an_equal_one), "deletes the rule and refuses then", "the rule is not there", s =>
            Wrongly.BeforeEachFailureOfAPut(s, rule => s.DeleteAsync(Wrongly.Source, rule.Id))),

        new(nameof(Kit.Create_only_leaves_a_different_rule_as_it_is), "overwrites it", "Expected InventoryException, and the call succeeded", Wrongly.PuttingAnyway),
        new(nameof(Kit.Create_only_leaves_a_different_rule_as_it_is), "overwrites it and refuses then", "differing: IsEnabled", s =>
            Wrongly.BeforeEachFailureOfAPut(s, rule => s.PutAsync(Wrongly.Source, rule))),
        new(nameof(Kit.Create_only_leaves_a_different_rule_as_it_is), "does not say which rule", "error.RuleId", s => new(s) { Fails = Wrongly.Nameless }),

        new(nameof(Kit.Replace_only_refuses_where_the_rule_is_missing_and_creates_none), "creates it", "Expected InventoryException, and the call succeeded", Wrongly.PuttingAnyway),
        new(nameof(Kit.Replace_only_refuses_where_the_rule_is_missing_and_creates_none), "creates it and refuses then", "Expected: null", s =>
            Wrongly.BeforeEachFailureOfAPut(s, rule => s.PutAsync(Wrongly.Source, rule))),
        new(nameof(Kit.Replace_only_refuses_where_the_rule_is_missing_and_creates_none), "takes a missing rule for a missing bucket", "But was:  BucketNotFound", s => new(s)
        {
            Fails = e => Wrongly.As(InventoryErrorKind.BucketNotFound, e),
        }),
        new(nameof(Kit.Replace_only_refuses_where_the_rule_is_missing_and_creates_none), "does not say which rule", "error.RuleId", s => new(s) { Fails = Wrongly.Nameless }),

        new(nameof(Kit.A_replacement_leaves_the_other_rules), "writes all rules of the bucket anew, from the one", "Missing (2)", s => new(s)
        {
            Puts = async (bucket, rule, options, token) =>
            {
                var result = await s.PutAsync(bucket, rule, options, token);
                await (result.Outcome == PutOutcome.Replaced ? Wrongly.KeepOnlyAsync(s, rule.Id) : Task.CompletedTask);
                return result;
            },
        }),
    ];

    private static Func<IInventoryService, Overridden> Saying(Func<PutResult, PutResult> answers) => s => new(s) { Answers = answers };
}
