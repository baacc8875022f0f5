namespace Inventory.Planning;

/// <summary>The rules of a bucket that was read, each id once, or why nobody knows them.</summary>
internal sealed record LiveRules(IReadOnlyList<InventoryRule> Rules, BucketFailure? Failure)
{
    public static LiveRules Of(LiveBucket bucket)
    {
        List<InventoryRule> rules = [.. bucket.Rules.Distinct()];
        var twice = rules.CountBy(r => r.Id, StringComparer.Ordinal).FirstOrDefault(c => c.Value > 1).Key;
        return bucket.Failure is { } failure ? new([], failure)
            : twice is null ? new(rules, null)
            : new([], BucketFailure.Of(bucket.Account, bucket.Bucket, new(
                InventoryErrorKind.MalformedResponse,
                $"Rule '{ShownText.Of(twice, 200)}' of bucket '{bucket.Bucket}' was listed twice, each time with other content. Read it again.")));
    }
}
