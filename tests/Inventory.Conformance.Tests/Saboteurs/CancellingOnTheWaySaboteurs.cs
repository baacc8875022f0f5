using Kit = Inventory.Conformance.InventoryServiceConformance;

namespace Inventory.Conformance.Tests;

/// <summary>What goes wrong with a caller that gives up on the way: two steps are left at one, or the call never ends. Each waits to be given up, so that it always shows.</summary>
internal static class CancellingOnTheWaySaboteurs
{
    private static readonly string[] Clauses =
    [
        nameof(Kit.A_put_that_is_cancelled_on_its_way_creates_the_rule_or_does_not),
        nameof(Kit.A_replacement_that_is_cancelled_on_its_way_leaves_the_old_rule_or_the_new_one),
        nameof(Kit.A_find_or_a_list_that_is_cancelled_on_its_way_ends_as_cancelled_or_whole),
        nameof(Kit.A_delete_that_is_cancelled_on_its_way_deletes_the_rule_or_leaves_it),
    ];

    public static IEnumerable<Saboteur> All =>
    [
        .. Clauses.Select(clause => new Saboteur(clause, "never ends", "It must observe its cancellation token", Endless) { Patience = TimeSpan.FromMilliseconds(10) }),
        .. Clauses.Select(clause => new Saboteur(clause, "says that the service did not answer in time", "did not answer in time", Slow)),

        new(nameof(Kit.A_put_that_is_cancelled_on_its_way_creates_the_rule_or_does_not), "creates it in two steps, and stops at one", "Expected: null or", s =>
            Tokens.Halfway(s, put: rule => s.PutAsync(Wrongly.Source, Wrongly.Otherwise(rule)))),
        new(nameof(Kit.A_put_that_is_cancelled_on_its_way_creates_the_rule_or_does_not), "writes all rules of the bucket anew, and stops before the end", "the rule is not there", s =>
            Tokens.Halfway(s, put: rule => Wrongly.KeepOnlyAsync(s, rule.Id))),

        new(nameof(Kit.A_replacement_that_is_cancelled_on_its_way_leaves_the_old_rule_or_the_new_one), "deletes the old rule, and stops before it puts the new one", "But was:  null", s =>
            Tokens.Halfway(s, put: rule => s.DeleteAsync(Wrongly.Source, rule.Id))),
        new(nameof(Kit.A_replacement_that_is_cancelled_on_its_way_leaves_the_old_rule_or_the_new_one), "leaves some of the old rule and some of the new one", "OptionalFields = [Size]", s =>
            Tokens.Halfway(s, put: rule => s.PutAsync(Wrongly.Source, rule with { OptionalFields = [InventoryField.Size] }))),
        new(nameof(Kit.A_replacement_that_is_cancelled_on_its_way_leaves_the_old_rule_or_the_new_one), "leaves the new rule under the id that it had meanwhile", "Extra (1)", s =>
            Tokens.Halfway(s, put: rule => s.PutAsync(Wrongly.Source, rule with { Id = $"{rule.Id}-new" }))),

        new(nameof(Kit.A_find_or_a_list_that_is_cancelled_on_its_way_ends_as_cancelled_or_whole), "finds nothing when it is given up", "But was:  null", s => new(s)
        {
            Finds = async (bucket, id, token) => token.CanBeCanceled && await IsGivenUpAsync(token) ? null : await s.FindAsync(bucket, id, token),
        }),
        new(nameof(Kit.A_find_or_a_list_that_is_cancelled_on_its_way_ends_as_cancelled_or_whole), "ends the list when it is given up", "But was:  <empty>", s => new(s)
        {
            Lists = (bucket, token) => token.CanBeCanceled ? EndedAsync(s.ListAsync(bucket, CancellationToken.None), () => IsGivenUpAsync(token)) : s.ListAsync(bucket, token),
        }),

        new(nameof(Kit.A_delete_that_is_cancelled_on_its_way_deletes_the_rule_or_leaves_it), "disables the rule first, and stops there", "Expected: null or", s =>
            Tokens.Halfway(s, delete: async id => await s.PutAsync(Wrongly.Source, Wrongly.Otherwise(await s.GetAsync(Wrongly.Source, id))))),
        new(nameof(Kit.A_delete_that_is_cancelled_on_its_way_deletes_the_rule_or_leaves_it), "writes the other rules of the bucket anew, and stops before the end", "the rule is not there", s =>
            Tokens.Halfway(s, delete: id => Wrongly.KeepOnlyAsync(s, id))),
    ];

    private static Overridden Endless(IInventoryService s) => new(s)
    {
        Puts = async (bucket, rule, options, token) => await NeverAsync(token) ? null! : await s.PutAsync(bucket, rule, options, token),
        Finds = async (bucket, id, token) => await NeverAsync(token) ? null : await s.FindAsync(bucket, id, token),
        Deletes = async (bucket, id, token) => await (await NeverAsync(token) ? Task.CompletedTask : s.DeleteAsync(bucket, id, token)),
    };

    private static Overridden Slow(IInventoryService s) => Tokens.TimingOut(new Overridden(s)
    {
        Puts = async (bucket, rule, options, token) =>
        {
            await IfAtAllAsync(token);
            return await s.PutAsync(bucket, rule, options, token);
        },
        Finds = async (bucket, id, token) =>
        {
            await IfAtAllAsync(token);
            return await s.FindAsync(bucket, id, token);
        },
        Deletes = async (bucket, id, token) =>
        {
            await IfAtAllAsync(token);
            await s.DeleteAsync(bucket, id, token);
        },
    });

    private static Task IfAtAllAsync(CancellationToken token) => token.CanBeCanceled ? Tokens.GivenUp(token) : Task.CompletedTask;

    private static async Task<bool> NeverAsync(CancellationToken token)
    {
        if (token.CanBeCanceled)
        {
            await Tokens.GivenUp(CancellationToken.None);
        }

        return false;
    }

    private static async Task<bool> IsGivenUpAsync(CancellationToken token)
    {
        await Tokens.GivenUp(token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return true;
    }

    private static async IAsyncEnumerable<InventoryRule> EndedAsync(IAsyncEnumerable<InventoryRule> rules, Func<Task<bool>> isEnded)
    {
        await foreach (var rule in rules)
        {
            if (await isEnded())
            {
                yield break;
            }

            yield return rule;
        }
    }
}
