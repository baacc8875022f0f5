using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>What of a live state a fleet file can hold, and what it cannot. For one import.</summary>
internal sealed class TakenRules
{
    private readonly FileRuleNodes _nodes;
    private readonly List<DesiredBucket> _buckets = [];
    private readonly List<ImportOmission> _leftOut = [];
    private readonly List<BucketFailure> _failures = [];

    public TakenRules(LiveState live, NeutralRuleNodes rules)
    {
        _nodes = new(rules);
        foreach (var bucket in live.Buckets)
        {
            Take(bucket);
        }
    }

    /// <summary>The buckets, in the order of the live state.</summary>
    public IReadOnlyList<DesiredBucket> Buckets => _buckets;

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
        else if (FileRuleNodes.NameProblem(bucket.Account, bucket.Bucket) is { } problem)
        {
            LeaveOut(bucket, null, problem, "Leave its rules to get and put. They are unmanaged.");
        }
        else
        {
            _buckets.Add(new() { Account = bucket.Account, Bucket = bucket.Bucket, Rules = [.. Taken(bucket)] });
        }
    }

    private IEnumerable<DesiredRule> Taken(LiveBucket bucket)
    {
        foreach (var rule in bucket.Rules.Distinct().OrderBy(r => r.Id, StringComparer.Ordinal))
        {
            var written = _nodes.Write(rule);
            if (written.Node is null)
            {
                LeaveOut(bucket, rule.Id, written.Reason!, written.Remedy!);
                continue;
            }

            yield return new() { Rule = rule };
        }
    }

    private static InventoryException? Contradiction(LiveBucket bucket) =>
        bucket.Rules.Distinct().GroupBy(r => r.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? new(InventoryErrorKind.MalformedResponse, $"Rule '{ShownText.Of(twice.Key, 200)}' of bucket '{bucket.Bucket}' was listed twice, each time with other content. Import again.")
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
