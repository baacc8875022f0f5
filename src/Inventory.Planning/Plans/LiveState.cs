namespace Inventory.Planning;

/// <summary>The rules that the buckets of a fleet have now. Immutable and compares by value.</summary>
public sealed record LiveState
{
    /// <summary>Every bucket that was asked about, once, in the order of the desired state.</summary>
    public required ValueList<LiveBucket> Buckets { get; init; }
}
