using Kit = Inventory.Conformance.InventoryServiceConformance;

namespace Inventory.Conformance.Tests;

/// <summary>What goes wrong in lists: a page is lost or comes twice, a list holds less of a rule than the rule, a full bucket is not seen to be full.</summary>
internal static class ListingSaboteurs
{
    private const int PageSize = 3;
    private const int Full = 20;

    public static IEnumerable<Saboteur> All =>
    [
        new(nameof(Kit.A_bucket_without_rules_lists_none), "lists a rule of its own", "Expected: <empty>", s => Listing(s, rules => rules.Append(Wrongly.Plain("default")))),
        new(nameof(Kit.A_bucket_without_rules_lists_none), "fails where there is none", "'source' cannot be emptied: The service says so.", s => new(s) { Lists = (bucket, token) => FailingIfEmpty(s.ListAsync(bucket, token)) }),

        new(nameof(Kit.Several_rules_are_each_listed_once_as_normalizing_promised), "lists less of a rule than there is", "Missing (1)", s => Listing(s, rules => rules.Select(r => r with { IsEnabled = true }))),
        new(nameof(Kit.Several_rules_are_each_listed_once_as_normalizing_promised), "leaves out what is not enabled", "Missing (1)", s => Listing(s, rules => rules.Where(r => r.IsEnabled))),
        new(nameof(Kit.Several_rules_are_each_listed_once_as_normalizing_promised), "lists a page twice", "Extra (3)", s => Listing(s, rules => rules.Concat(rules))),

        new(nameof(Kit.A_long_list_gives_every_rule_once), "ends after the first page", "Missing (17)", s => Listing(s, rules => rules.Take(PageSize))),
        new(nameof(Kit.A_long_list_gives_every_rule_once), "loses the second page", "Missing (3)", s => Listing(s, rules => rules.Take(PageSize).Concat(rules.Skip(2 * PageSize)))),
        new(nameof(Kit.A_long_list_gives_every_rule_once), "begins a page with the last rule of the one before", "Extra (1)", s => Listing(s, rules => rules.Take(PageSize).Concat(rules.Skip(PageSize - 1)))),

        new(nameof(Kit.A_list_can_be_walked_twice), "gives its rules once", "Expected: equivalent to", s => new(s) { Lists = (bucket, token) => OnlyOnce(s.ListAsync(bucket, token)) }),
        new(nameof(Kit.A_list_can_be_walked_twice), "gives the first rule alone", "property Count equal to 2", s => Listing(s, rules => rules.Take(1))),

        new(nameof(Kit.A_full_bucket_takes_no_more_and_keeps_what_it_has), "makes room", "Expected InventoryException, and the call succeeded", s => new(s)
        {
            Puts = async (bucket, rule, options, token) =>
            {
                await MakeRoomAsync(s);
                return await s.PutAsync(bucket, rule, options, token);
            },
        }),
        new(nameof(Kit.A_full_bucket_takes_no_more_and_keeps_what_it_has), "calls it a bad request", "But was:  InvalidRequest", s => new(s) { Fails = e => Wrongly.As(InventoryErrorKind.InvalidRequest, e) }),
        new(nameof(Kit.A_full_bucket_takes_no_more_and_keeps_what_it_has), "does not say which bucket", "error.Bucket", s => new(s) { Fails = Wrongly.Nameless }),
        new(nameof(Kit.A_full_bucket_takes_no_more_and_keeps_what_it_has), "makes room, and fails all the same", "Missing (1)", s => Wrongly.BeforeEachFailureOfAPut(s, _ => MakeRoomAsync(s))),

        new(nameof(Kit.A_full_bucket_still_takes_a_replacement), "counts before it looks for the rule", "The service says so.", s => new(s)
        {
            Puts = async (bucket, rule, options, token) => await s.ListAsync(bucket, token).CountAsync(token) < Full
                ? await s.PutAsync(bucket, rule, options, token)
                : throw Wrongly.Error(InventoryErrorKind.RuleLimitReached, rule.Id),
        }),
        new(nameof(Kit.A_full_bucket_still_takes_a_replacement), "says that the rule is new", "But was:  Created", s => new(s) { Answers = result => result with { Outcome = PutOutcome.Created } }),
        new(nameof(Kit.A_full_bucket_still_takes_a_replacement), "says that it is done, and keeps the old rule", "differing: IsEnabled", s => new(s)
        {
            Puts = async (bucket, rule, options, token) => await s.FindAsync(bucket, rule.Id, token) is { } old
                ? new() { Outcome = PutOutcome.Replaced, Previous = old }
                : await s.PutAsync(bucket, rule, options, token),
        }),
    ];

    private static Overridden Listing(IInventoryService s, Func<IAsyncEnumerable<InventoryRule>, IAsyncEnumerable<InventoryRule>> change) =>
        new(s) { Lists = (bucket, token) => change(s.ListAsync(bucket, token)) };

    private static async IAsyncEnumerable<InventoryRule> FailingIfEmpty(IAsyncEnumerable<InventoryRule> rules)
    {
        if (!await rules.AnyAsync())
        {
            throw Wrongly.Error(InventoryErrorKind.RuleNotFound);
        }

        await foreach (var rule in rules)
        {
            yield return rule;
        }
    }

    private static IAsyncEnumerable<InventoryRule> OnlyOnce(IAsyncEnumerable<InventoryRule> rules)
    {
        var isWalked = false;
        return Walk();

        async IAsyncEnumerable<InventoryRule> Walk()
        {
            if (isWalked)
            {
                yield break;
            }

            isWalked = true;
            await foreach (var rule in rules)
            {
                yield return rule;
            }
        }
    }

    private static async Task MakeRoomAsync(IInventoryService s)
    {
        var rules = await s.ListAsync(Wrongly.Source).ToListAsync();
        if (rules.Count == Full)
        {
            await s.DeleteAsync(Wrongly.Source, rules[0].Id);
        }
    }
}
