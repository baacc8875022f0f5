namespace Inventory.Planning;

/// <summary>What of a live state a fleet file can hold, and what it cannot. For one import.</summary>
internal sealed class TakenRules
{
    private readonly FileRuleNodes _nodes;
    private readonly List<DesiredBucket> _buckets = [];
    private readonly List<ImportOmission> _leftOut = [];
    private readonly List<BucketFailure> _failures = [];

    public TakenRules(LiveState live, FileRuleNodes nodes)
    {
        _nodes = nodes;
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
        var read = LiveRules.Of(bucket);
        if (read.Failure is { } failure)
        {
            _failures.Add(failure);
        }
        else if (FileRuleNodes.NameProblem(bucket.Account, bucket.Bucket) is { } problem)
        {
            LeaveOut(bucket, null, problem, "Leave its rules to get and put. They are unmanaged.");
        }
        else
        {
            _buckets.Add(new() { Account = bucket.Account, Bucket = bucket.Bucket, Rules = [.. Taken(bucket, read.Rules)] });
        }
    }

    private IEnumerable<DesiredRule> Taken(LiveBucket bucket, IReadOnlyList<InventoryRule> rules)
    {
        foreach (var rule in rules.OrderBy(r => r.Id, StringComparer.Ordinal))
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

    private void LeaveOut(LiveBucket bucket, string? ruleId, string reason, string remedy) => _leftOut.Add(new()
    {
        Account = WholeText.Of(bucket.Account),
        Bucket = WholeText.Of(bucket.Bucket),
        RuleId = ruleId is null ? null : WholeText.Of(ruleId),
        Reason = WholeText.Of(reason),
        Remedy = WholeText.Of(remedy),
    });
}
