using Inventory.InMemory;
using Kit = Inventory.Conformance.InventoryServiceConformance;

namespace Inventory.Conformance.Tests;

/// <summary>What goes wrong with one rule: a flag is forgotten, what is cached is old, a 404 is an error or is none, a delete takes too much or nothing.</summary>
internal static class StoringSaboteurs
{
    private const string Second = nameof(Kit.A_second_service_sees_what_the_first_puts_replaces_and_deletes);

    public static IEnumerable<Saboteur> All =>
    [
        new(nameof(Kit.Find_gives_what_was_put_as_normalizing_promised), "does not find it yet", "the rule is not there", s => new(s) { Finds = (_, _, _) => Task.FromResult<InventoryRule?>(null) }),
        new(nameof(Kit.Find_gives_what_was_put_as_normalizing_promised), "reads no schedule but one", "differing: Schedule", s => new(s) { Reads = rule => rule with { Schedule = InventorySchedule.Daily } }),
        new(nameof(Kit.Get_gives_what_find_gives), "answers from two replicas, one of them behind", "Expected: null", (s, _) => Alternating(s)),
        new(nameof(Kit.A_rule_that_is_not_enabled_stays_so), "forgets the flag", "differing: IsEnabled", s => new(s) { Writes = rule => rule with { IsEnabled = true } }),
        new(nameof(Kit.What_was_found_can_be_put_back_unchanged), "writes without a comparison", "But was:  Replaced", s => new(s)
        {
            Answers = result => result with { Outcome = result.Previous is null ? PutOutcome.Created : PutOutcome.Replaced },
        }),
        new(nameof(Kit.What_was_found_can_be_put_back_unchanged), "reads what it cannot write", "cannot hold inventory rule", s => new(s)
        {
            Reads = rule => rule with { Schedule = InventorySchedule.Other("another", "EveryFullMoon") },
        }),

        new(Second, "sees rules of its own alone", "the rule is not there", (s, backEnd) => backEnd.Services == 2 ? new InMemoryInventoryService() : s),
        new(Second, "sees what it saw first", "differing: IsEnabled", (s, backEnd) => backEnd.Services == 2 ? Caching(s) : s),
        new(Second, "sees what is deleted", "Expected: null", (s, backEnd) => backEnd.Services == 2 ? CachingUntilGone(s) : s),

        new(nameof(Kit.Several_rules_put_at_once_are_all_there), "writes all rules of the bucket anew, from the one", "Missing (3)", (s, backEnd) => new Overridden(s)
        {
            Puts = async (bucket, rule, options, token) =>
            {
                await backEnd.Turn.WaitAsync(token);
                try
                {
                    var result = await s.PutAsync(bucket, rule, options, token);
                    await Wrongly.KeepOnlyAsync(s, rule.Id);
                    return result;
                }
                finally
                {
                    _ = backEnd.Turn.Release();
                }
            },
        }),

        new(nameof(Kit.Finding_a_rule_that_is_not_there_gives_null), "fails", "The service says so.", s => new(s) { Finds = (_, id, _) => throw Wrongly.Error(InventoryErrorKind.RuleNotFound, id) }),
        new(nameof(Kit.Finding_a_rule_that_is_not_there_gives_null), "gives an empty one", "Expected: null", s => new(s) { Finds = (_, id, _) => Task.FromResult<InventoryRule?>(Wrongly.Plain(id)) }),
        new(nameof(Kit.Getting_a_rule_that_is_not_there_fails_as_rule_not_found), "gives an empty one", "Expected InventoryException, and the call succeeded", s => new(s)
        {
            Finds = (_, id, _) => Task.FromResult<InventoryRule?>(Wrongly.Plain(id)),
        }),
        new(nameof(Kit.Getting_a_rule_that_is_not_there_fails_as_rule_not_found), "takes a missing rule for a missing bucket", "But was:  BucketNotFound", s => new(s)
        {
            Finds = (_, id, _) => throw Wrongly.Error(InventoryErrorKind.BucketNotFound, id),
        }),
        new(nameof(Kit.Getting_a_rule_that_is_not_there_fails_as_rule_not_found), "does not say which rule", "error.RuleId", s => new(s)
        {
            Finds = (_, _, _) => throw Wrongly.Error(InventoryErrorKind.RuleNotFound),
        }),

        new(nameof(Kit.Deleting_a_rule_that_is_not_there_succeeds), "fails", "There is none.", s => new(s)
        {
            Deletes = async (bucket, id, token) =>
            {
                _ = await s.FindAsync(bucket, id, token) ?? throw new InventoryException(InventoryErrorKind.RuleNotFound, "There is none.");
                await s.DeleteAsync(bucket, id, token);
            },
        }),
        new(nameof(Kit.Deleting_a_rule_that_is_not_there_succeeds), "disables a rule instead, even one that is not there", "Expected: <empty>", s => new(s)
        {
            Deletes = (bucket, id, token) => s.PutAsync(bucket, Wrongly.Plain(id), null, token),
        }),
        new(nameof(Kit.A_deleted_rule_is_not_found_any_more), "says that it is deleted, and leaves it", "Expected: null", s => new(s) { Deletes = (_, _, _) => Task.CompletedTask }),
        new(nameof(Kit.A_deleted_rule_is_not_found_any_more), "goes on listing it", "Expected: <empty>", s => new(s) { Lists = (_, _) => new[] { Wrongly.Plain("old") }.ToAsyncEnumerable() }),
        new(nameof(Kit.Deleting_a_rule_leaves_the_others), "deletes all rules of the bucket", "Missing (2)", s => new(s) { Deletes = (_, _, _) => Wrongly.KeepOnlyAsync(s, "none") }),
        new(nameof(Kit.A_deleted_rule_can_be_created_again), "remembers the id", "The service says so.", s => new(s)
        {
            Puts = (bucket, rule, options, token) => options is { Mode: PutMode.CreateOnly } ? throw Wrongly.Error(InventoryErrorKind.RuleAlreadyExists) : s.PutAsync(bucket, rule, options, token),
        }),
        new(nameof(Kit.A_deleted_rule_can_be_created_again), "takes it for the old one", "But was:  Replaced", s => new(s) { Answers = result => result with { Outcome = PutOutcome.Replaced } }),
    ];

    /// <summary>Each second read finds nothing.</summary>
    private static Overridden Alternating(IInventoryService s)
    {
        var reads = 0;
        return new(s) { Finds = (bucket, id, token) => ++reads % 2 == 0 ? Task.FromResult<InventoryRule?>(null) : s.FindAsync(bucket, id, token) };
    }

    /// <summary>Gives what it read first for as long as there is anything.</summary>
    private static Overridden Caching(IInventoryService s)
    {
        InventoryRule? first = null;
        return new(s) { Finds = async (bucket, id, token) => await s.FindAsync(bucket, id, token) is { } rule ? first ??= rule : null };
    }

    /// <summary>Gives what it read last where there is nothing.</summary>
    private static Overridden CachingUntilGone(IInventoryService s)
    {
        InventoryRule? last = null;
        return new(s) { Finds = async (bucket, id, token) => last = await s.FindAsync(bucket, id, token) ?? last };
    }
}
