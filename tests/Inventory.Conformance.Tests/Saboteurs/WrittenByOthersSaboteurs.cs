using Kit = Inventory.Conformance.InventoryServiceConformance;

namespace Inventory.Conformance.Tests;

/// <summary>What goes wrong with what others wrote: members that nobody knows are lost, and one rule that cannot be read hides the others or is hidden.</summary>
internal static class WrittenByOthersSaboteurs
{
    private const string Unknown = nameof(Kit.What_the_library_does_not_know_is_read_and_survives_a_change_or_the_put_fails_by_name);
    private const string Listed = nameof(Kit.A_rule_that_cannot_be_read_hides_no_other_and_is_named_at_the_end_of_the_list);
    private const string Found = nameof(Kit.Finding_a_rule_that_cannot_be_read_fails_as_a_malformed_answer_and_says_why);

    public static IEnumerable<Saboteur> All =>
    [
        new(Unknown, "reads over it", "what the library does not know must stand in the rule", s => new(s) { Reads = WithoutExtensions }),
        new(Unknown, "does not write it", "Extensions[memory]", s => new(s) { Writes = WithoutExtensions }),
        new(Unknown, "reads it and cannot write it", "The service says so.", s => new(s)
        {
            Puts = (bucket, rule, options, token) => rule.Extensions.IsEmpty ? s.PutAsync(bucket, rule, options, token) : throw Wrongly.Error(InventoryErrorKind.InvalidRequest),
        }),
        new(Unknown, "says that it is not kept, and not what", "it must name what the service did not keep", s => new(s)
        {
            Puts = (_, rule, _, _) => throw new RuleNotStoredAsSentException("memory", Wrongly.Source, rule, null, []),
        }),
        new(Unknown, "takes it for a change each time", "Outcome", s => new(s) { Answers = result => result with { Outcome = PutOutcome.Replaced } }),

        new(Listed, "fails before the first rule", "Missing (2)", s => new(s)
        {
            Lists = (bucket, token) => Failing(s.ListAsync(bucket, token)),
        }),
        new(Listed, "leaves it out", "Expected UnreadableRulesException, and the call succeeded", s => new(s) { Lists = (bucket, token) => Swallowing(s.ListAsync(bucket, token)) }),
        new(Listed, "gives it as an empty rule beside", "Extra (1)", s => new(s) { Lists = (bucket, token) => Preceded(s.ListAsync(bucket, token)) }),
        new(Listed, "does not say which it is", "failure.Rules", s => new(s) { Fails = e => Unreadable(e, rule => rule with { Id = null }) }),
        new(Listed, "does not show it", "the rule must be shown as it stands", s => new(s) { Fails = e => Unreadable(e, rule => rule with { Text = "" }) }),

        new(Found, "finds nothing", "Expected InventoryException, and the call succeeded", s => new(s) { Finds = (_, _, _) => Task.FromResult<InventoryRule?>(null) }),
        new(Found, "takes it for a bad request", "But was:  InvalidRequest", s => new(s) { Fails = e => Wrongly.As(InventoryErrorKind.InvalidRequest, e) }),
        new(Found, "does not say which it is", "(error.Bucket, error.RuleId)", s => new(s) { Fails = Wrongly.Nameless }),
    ];

    private static InventoryRule WithoutExtensions(InventoryRule rule) => rule with { Extensions = [] };

    private static Exception Unreadable(InventoryException e, Func<UnreadableRule, UnreadableRule> change) =>
        e is UnreadableRulesException unreadable ? new UnreadableRulesException("memory", Wrongly.Source, [.. unreadable.Rules.Select(change)]) : e;

    private static async IAsyncEnumerable<InventoryRule> Failing(IAsyncEnumerable<InventoryRule> rules)
    {
        foreach (var rule in await rules.ToListAsync())
        {
            yield return rule;
        }
    }

    private static async IAsyncEnumerable<InventoryRule> Swallowing(IAsyncEnumerable<InventoryRule> rules)
    {
        await using var walk = rules.GetAsyncEnumerator();
        while (true)
        {
            try
            {
                if (!await walk.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (UnreadableRulesException)
            {
                yield break;
            }

            yield return walk.Current;
        }
    }

    private static async IAsyncEnumerable<InventoryRule> Preceded(IAsyncEnumerable<InventoryRule> rules)
    {
        List<InventoryRule> read = [];
        UnreadableRulesException? failure = null;
        try
        {
            await foreach (var rule in rules)
            {
                read.Add(rule);
            }
        }
        catch (UnreadableRulesException e)
        {
            failure = e;
        }

        foreach (var rule in failure is null ? read : [.. read, .. failure.Rules.Select(r => Wrongly.Plain(r.Id!))])
        {
            yield return rule;
        }

        if (failure is not null)
        {
            throw failure;
        }
    }
}
