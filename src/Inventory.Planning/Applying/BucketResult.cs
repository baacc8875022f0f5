namespace Inventory.Planning;

/// <summary>What became of the plan of one bucket. Immutable and compares by value.</summary>
public sealed record BucketResult
{
    /// <summary>The account's name.</summary>
    public required string Account { get; init; }

    /// <summary>The bare name of the bucket.</summary>
    public required string Bucket { get; init; }

    /// <summary>What became of each change, in the order of the plan.</summary>
    public ValueList<ChangeResult> Changes { get; init; }

    /// <summary>How many rules the plan refuses here. They were left as they are.</summary>
    public int Refused { get; init; }

    /// <summary>Why nothing could be done here: the plan says so, or the account has no service for it. Null where something could be.</summary>
    public BucketFailure? Failure { get; init; }

    /// <summary>Whether something failed here.</summary>
    public bool IsFailed => Failure is not null || Changes.Any(c => c.Outcome == ChangeOutcome.Failed);

    /// <summary>What became of a plan's changes.</summary>
    internal static BucketResult Of(BucketPlan bucket, IEnumerable<ChangeResult> changes, BucketFailure? failure) => new()
    {
        Account = bucket.Account,
        Bucket = bucket.Bucket,
        Changes = [.. changes],
        Refused = bucket.Refusals.Count,
        Failure = failure,
    };
}
