using Kit = Inventory.Conformance.InventoryServiceConformance;

namespace Inventory.Conformance.Tests;

/// <summary>What goes wrong between callers at the same time. Each does so whoever comes first, so that it always shows.</summary>
internal static class RacingSaboteurs
{
    private const string Creating = nameof(Kit.Of_several_puts_that_only_create_one_rule_one_creates_it_as_far_as_the_provider_promises);
    private const string Putting = nameof(Kit.Several_puts_of_one_rule_at_once_leave_what_one_of_them_put);

    public static IEnumerable<Saboteur> All =>
    [
        new(Creating, "calls it a conflict", "But was:  < Conflict", s => new(s) { Fails = e => Wrongly.As(InventoryErrorKind.Conflict, e) }),
        new(Creating, "refuses everybody", "one of them must create the rule", s => new(s) { Puts = (_, _, _, _) => throw Wrongly.Error(InventoryErrorKind.RuleAlreadyExists) }),
        new(Creating, "takes a rule that exists for its own", "so no two may", s => new(s)
        {
            Puts = async (bucket, rule, options, token) =>
            {
                try
                {
                    return await s.PutAsync(bucket, rule, options, token);
                }
                catch (InventoryException e) when (e.Kind == InventoryErrorKind.RuleAlreadyExists)
                {
                    return new() { Outcome = PutOutcome.Created };
                }
            },
        }),
        new(Creating, "overwrites the rule and refuses then", "Expected: some item equal to", (s, backEnd) => InTurn(backEnd, Wrongly.BeforeEachFailureOfAPut(s, rule => s.PutAsync(Wrongly.Source, rule)))),
        new(Creating, "leaves the rule by which it locks", "property Count equal to 1", s => Wrongly.AfterEachPut(s, _ => s.PutAsync(Wrongly.Source, Wrongly.Plain("lock")))),

        new(Putting, "fails where the rule is there meanwhile", "But was:  < RuleAlreadyExists", s => new(s)
        {
            Puts = (bucket, rule, options, token) => s.PutAsync(bucket, rule, new() { Mode = PutMode.CreateOnly }, token),
        }),
        new(Putting, "leaves some of one put and some of another", "Expected: some item equal to", s => new(s) { Writes = Wrongly.Otherwise }) { Ground = Ground.Overwrite },
        new(Putting, "leaves the rule by which it locks", "property Count equal to 1", s => Wrongly.AfterEachPut(s, _ => s.PutAsync(Wrongly.Source, Wrongly.Plain("lock")))) { Ground = Ground.Overwrite },
    ];

    /// <summary>One put after another, so that what the saboteur does last is there at the end.</summary>
    private static Overridden InTurn(BackEnd backEnd, Overridden s) => new(s)
    {
        Puts = async (bucket, rule, options, token) =>
        {
            await backEnd.Turn.WaitAsync(token);
            try
            {
                return await s.PutAsync(bucket, rule, options, token);
            }
            finally
            {
                _ = backEnd.Turn.Release();
            }
        },
    };
}
