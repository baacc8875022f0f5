namespace Inventory.Planning;

/// <summary>The rules that one bucket has now, or why nobody knows. Immutable and compares by value.</summary>
public sealed record LiveBucket
{
    /// <summary>The account's name.</summary>
    public required string Account { get; init; }

    /// <summary>The bare name of the bucket.</summary>
    public required string Bucket { get; init; }

    /// <summary>Its rules, in the order of the service's list; none where <see cref="Failure"/> says why it could not be read in full.</summary>
    public ValueList<InventoryRule> Rules { get; init; }

    /// <summary>Why it could not be read; null where it was.</summary>
    public BucketFailure? Failure { get; init; }
}
