namespace Inventory.Planning;

/// <summary>What became of one change of a plan. Immutable and compares by value.</summary>
public sealed record ChangeResult
{
    /// <summary>What was to be done.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>The rule's id in the bucket.</summary>
    public required string RuleId { get; init; }

    /// <summary>What became of it.</summary>
    public required ChangeOutcome Outcome { get; init; }

    /// <summary>The service's id for the request that wrote the rule; null where none did or none was given. A deletion has none.</summary>
    public string? RequestId { get; init; }

    /// <summary>Why it did not work; null where it did or was not tried.</summary>
    public BucketFailure? Failure { get; init; }

    /// <summary>Whether its entry is still in the journal: what the cloud holds is not certain, and the next apply is refused before a recovery.</summary>
    public bool IsInJournal { get; init; }
}
