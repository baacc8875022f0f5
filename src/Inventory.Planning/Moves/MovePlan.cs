namespace Inventory.Planning;

/// <summary>What becomes of every rule of a fleet that moves to another account. Immutable, compares by value, and made by <see cref="FleetMove"/>.</summary>
public sealed record MovePlan
{
    /// <summary>The account that the rules are in.</summary>
    public required string From { get; init; }

    /// <summary>The account that they move to.</summary>
    public required string To { get; init; }

    /// <summary>Whether this is the second step, which enables what has landed and creates nothing.</summary>
    public bool IsEnabling { get; init; }

    /// <summary>Every bucket, in the order of the options.</summary>
    public required ValueList<BucketMove> Buckets { get; init; }

    /// <summary>What is to be written at the target: an ordinary plan. Nothing is ever written at the source.</summary>
    public required Plan Plan { get; init; }

    /// <summary>Acceptances that no rule needs, of the buckets that could be read.</summary>
    public ValueList<MoveAcceptance> Unused { get; init; }

    /// <summary>Destinations that no rule writes to, of the buckets that could be read.</summary>
    public ValueList<MovedBucket> UnusedDestinations { get; init; }

    /// <summary>How much of what it holds.</summary>
    public MoveCounts Counts => MoveCounts.Of(Buckets);

    /// <summary>Whether nothing is left of this step: every bucket could be read, every rule has landed or was left on purpose, and nothing is to be written.</summary>
    public bool IsDone => Counts is { Cannot: 0, Missing: 0, FailedBuckets: 0 } && Plan.IsEmpty;

    /// <summary>The counts and the plan's hash on one line.</summary>
    public override string ToString() => $"{MoveWords.Counts(Counts)} Plan {Plan.Hash}";
}
