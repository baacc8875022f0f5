using Kit = Inventory.Conformance.InventoryServiceConformance;

namespace Inventory.Conformance.Tests;

/// <summary>What reaches a service and need not: a look at the bucket before a look at the rule, a table that is asked for.</summary>
internal static class NothingSentSaboteurs
{
    private const string Sent = "Expected: 0";
    private const string Taken = "Expected InventoryRuleRejectedException, and the call succeeded";

    private static readonly string[] RefusedPuts =
    [
        nameof(Kit.Nothing_is_sent_for_a_rule_that_is_wrong_in_one_way_or_in_every_way), nameof(Kit.Nothing_is_sent_for_an_extension_of_another_provider),
        nameof(Kit.Nothing_is_sent_for_an_id_that_is_not_allowed),
    ];

    public static IEnumerable<Saboteur> All =>
    [
        new(nameof(Kit.The_request_count_of_the_fixture_counts), "has a fixture that counts nothing", "a count that stands still", s => new(s)) { Counts = () => 0 },

        .. RefusedPuts.Select(clause => new Saboteur(clause, "looks at the bucket before the rule", Sent, Wrongly.AskingFirst)),
        .. RefusedPuts.Select(clause => new Saboteur(clause, "looks at the bucket before the rule, on a cloud of few features", Sent, Wrongly.AskingFirst) { Ground = Ground.Lesser }),
        .. RefusedPuts.Select(clause => new Saboteur(clause, "leaves out what is wrong", Taken, s => new(s) { Writes = Wrongly.Plain })),

        new(nameof(Kit.Nothing_is_sent_for_a_name_that_no_bucket_can_have), "looks at another bucket before the name", Sent, Wrongly.AskingFirst),
        new(nameof(Kit.Nothing_is_sent_for_a_name_that_no_bucket_can_have), "escapes the name and goes on", "Expected InventoryException, and the call succeeded", s => new(s)
        {
            Finds = (_, id, token) => s.FindAsync(Wrongly.Source, id, token),
        }),

        new(nameof(Kit.Nothing_is_sent_for_a_call_that_is_cancelled_already), "looks at the token when the service has answered", Sent, Tokens.Late),
        new(nameof(Kit.Nothing_is_sent_for_a_call_that_is_cancelled_already), "takes no notice", "Expected OperationCanceledException, and the call succeeded", Tokens.Deaf),

        new(nameof(Kit.Nothing_is_sent_to_validate_and_to_normalize), "asks the service what it allows", Sent, s => new(s)
        {
            Validates = rule => Asked(s) ? s.Validate(rule) : [],
        }),
        new(nameof(Kit.Nothing_is_sent_to_validate_and_to_normalize), "asks the service what it allows in a bucket", Sent, s => new(s)
        {
            ValidatesFor = (_, rule) => Asked(s) ? s.Validate(rule) : [],
        }),
        new(nameof(Kit.Nothing_is_sent_to_validate_and_to_normalize), "asks the service what it would make of a rule", Sent, s => new(s)
        {
            Normalizes = rule => Asked(s) ? s.Normalize(rule) : rule,
        }),
        new(nameof(Kit.Nothing_is_sent_to_validate_and_to_normalize), "asks the service what it is", Sent, s => new(s)
        {
            Declares = capabilities => Asked(s) ? capabilities : null!,
        }),
    ];

    // Memory answers at once.
    private static bool Asked(IInventoryService s) => s.FindAsync(Wrongly.Source, "any").IsCompletedSuccessfully;
}
