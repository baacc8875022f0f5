namespace Inventory.Planning;

/// <summary>What becomes of the rules of one bucket. Immutable and compares by value.</summary>
public sealed record BucketMove
{
    /// <summary>The bucket's name at the source.</summary>
    public required string Source { get; init; }

    /// <summary>The bucket's name at the target.</summary>
    public required string Target { get; init; }

    /// <summary>The rules of the source, by their ids, ordinally; none where a bucket could not be read.</summary>
    public ValueList<RuleMove> Rules { get; init; }

    /// <summary>Why the bucket at the source, at the target or both could not be read. Nothing of it moves.</summary>
    public ValueList<BucketFailure> Failures { get; init; }
}
