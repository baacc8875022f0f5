using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>A bucket that is taken over.</summary>
/// <param name="Account">The account's name.</param>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Rules">The rules that are taken over, ordinally by id.</param>
internal sealed record TakenBucket(string Account, string Bucket, IReadOnlyList<InventoryRule> Rules);

/// <summary>What of a live state a fleet file can hold, and what it cannot. For one import.</summary>
internal sealed class TakenRules
{
    private readonly LiveRuleNodes _nodes;
    private readonly List<TakenBucket> _buckets = [];
    private readonly SortedDictionary<string, RuleVariants> _rules = new(StringComparer.Ordinal);
    private readonly List<ImportOmission> _leftOut = [];
    private readonly List<BucketFailure> _failures = [];

    public TakenRules(LiveState live, NeutralRuleNodes rules)
    {
        _nodes = new(rules);
        foreach (var bucket in live.Buckets)
        {
            Take(bucket);
        }

        Buckets = [.. _buckets.GroupBy(b => b.Account, StringComparer.Ordinal).SelectMany(a => a)];
        foreach (var rule in _rules.Values)
        {
            rule.Settle();
        }
    }

    /// <summary>The buckets by account, both in the order of the live state.</summary>
    public IReadOnlyList<TakenBucket> Buckets { get; }

    /// <summary>The rules by their ids, ordinally.</summary>
    public IReadOnlyDictionary<string, RuleVariants> Rules => _rules;

    public IReadOnlyList<ImportOmission> LeftOut => _leftOut;

    public IReadOnlyList<BucketFailure> Failures => _failures;

    private void Take(LiveBucket bucket)
    {
        if (bucket.Failure is { } failure)
        {
            _failures.Add(failure);
        }
        else if (Contradiction(bucket) is { } contradiction)
        {
            _failures.Add(BucketFailure.Of(bucket.Account, bucket.Bucket, contradiction));
        }
        else if (NameProblem(bucket) is { } problem)
        {
            LeaveOut(bucket, null, problem, "Leave its rules to get and put. They are unmanaged.");
        }
        else
        {
            _buckets.Add(new(bucket.Account, bucket.Bucket, [.. Taken(bucket)]));
        }
    }

    private IEnumerable<InventoryRule> Taken(LiveBucket bucket)
    {
        foreach (var rule in bucket.Rules.Distinct().OrderBy(r => r.Id, StringComparer.Ordinal))
        {
            var written = _nodes.Write(rule);
            if (written.Node is not { } node)
            {
                LeaveOut(bucket, rule.Id, written.Reason!, written.Remedy!);
                continue;
            }

            if (!_rules.TryGetValue(rule.Id, out var variants))
            {
                _rules.Add(rule.Id, variants = new(rule.Id, _nodes));
            }

            variants.Add(rule, node);
            yield return rule;
        }
    }

    private static InventoryException? Contradiction(LiveBucket bucket) =>
        bucket.Rules.Distinct().GroupBy(r => r.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? new(InventoryErrorKind.MalformedResponse, $"Rule '{ShownText.Of(twice.Key, 200)}' of bucket '{bucket.Bucket}' was listed twice, each time with other content. Import again.")
            : null;

    private static string? NameProblem(LiveBucket bucket) =>
        bucket.Account.Length == 0 || bucket.Bucket.Length == 0 ? "The name of its account or its own is empty."
        : BucketPattern.IsPattern(bucket.Bucket) ? "Its name has an asterisk or a question mark, which makes it a pattern in a fleet file."
        : !WholeText.Is(bucket.Account) || !WholeText.Is(bucket.Bucket) ? "The name of its account or its own has half a character, which no file can hold."
        : null;

    private void LeaveOut(LiveBucket bucket, string? ruleId, string reason, string remedy) => _leftOut.Add(new()
    {
        Account = WholeText.Of(bucket.Account),
        Bucket = WholeText.Of(bucket.Bucket),
        RuleId = ruleId is null ? null : WholeText.Of(ruleId),
        Reason = WholeText.Of(reason),
        Remedy = WholeText.Of(remedy),
    });
}
