namespace Inventory.Planning;

/// <summary>Rules that each get the same buckets.</summary>
/// <param name="Buckets">The buckets, in the order of the account.</param>
/// <param name="Rules">The ids, ordinally.</param>
internal sealed record AssignmentGroup(ValueList<string> Buckets, ValueList<string> Rules);

/// <summary>Groups which bucket has which rules into as few lines as a person would write.</summary>
internal static class AssignmentGroups
{
    /// <summary>Groups the rules of an account's buckets.</summary>
    /// <param name="rules">The ids that each bucket has, ordinally, of those that have one.</param>
    /// <param name="all">How many buckets the account has, those without a rule included.</param>
    /// <param name="overhead">How many lines an assignment takes beside its buckets and rules.</param>
    public static IReadOnlyList<AssignmentGroup> Of(IReadOnlyList<(string Bucket, ValueList<string> Rules)> rules, int all, int overhead)
    {
        // Three ways to say the same: what every bucket has and then what else each has; each bucket with its like; each rule with its like.
        var shared = rules.Count < all ? [] : rules.Select(b => b.Rules.AsEnumerable()).Aggregate((some, next) => some.Intersect(next, StringComparer.Ordinal)).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<AssignmentGroup>[] ways = [[.. ByBucket(rules, shared.Contains), .. ByBucket(rules, r => !shared.Contains(r))], ByBucket(rules, _ => true), ByRule(rules)];
        return ways.MinBy(way => way.Sum(g => overhead + (g.Buckets.Count == all ? 1 : g.Buckets.Count) + g.Rules.Count))!;
    }

    private static IReadOnlyList<AssignmentGroup> ByBucket(IEnumerable<(string Bucket, ValueList<string> Rules)> rules, Func<string, bool> isMeant) =>
    [
        .. rules.GroupBy(b => b.Rules.Where(isMeant).ToValueList(), b => b.Bucket).Where(g => !g.Key.IsEmpty).Select(g => new AssignmentGroup([.. g], g.Key)),
    ];

    private static IReadOnlyList<AssignmentGroup> ByRule(IEnumerable<(string Bucket, ValueList<string> Rules)> rules) =>
    [
        .. rules.SelectMany(b => b.Rules, (b, rule) => (b.Bucket, Rule: rule))
            .GroupBy(b => b.Rule, b => b.Bucket, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .GroupBy(g => g.ToValueList(), g => g.Key)
            .Select(g => new AssignmentGroup(g.Key, [.. g])),
    ];
}
