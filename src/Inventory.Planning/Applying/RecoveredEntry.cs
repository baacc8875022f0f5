namespace Inventory.Planning;

/// <summary>What a recovery made of one entry of the journal. Immutable and compares by value.</summary>
public sealed record RecoveredEntry
{
    /// <summary>The account's name.</summary>
    public required string Account { get; init; }

    /// <summary>The bare name of the bucket.</summary>
    public required string Bucket { get; init; }

    /// <summary>The rule's id in the bucket.</summary>
    public required string RuleId { get; init; }

    /// <summary>The name of the entry's file in the journal's folder. It holds both rules.</summary>
    public required string File { get; init; }

    /// <summary>What became of it.</summary>
    public required RecoveryOutcome Outcome { get; init; }

    /// <summary>The service's id for the request that wrote a rule; null where none did or none was given.</summary>
    public string? RequestId { get; init; }

    /// <summary>Why it could not be settled, or why the old rule was put back and not the new one; null otherwise.</summary>
    public BucketFailure? Failure { get; init; }

    /// <summary>Whether the entry is still in the journal, so that the next apply is refused.</summary>
    public bool IsInJournal { get; init; }
}
