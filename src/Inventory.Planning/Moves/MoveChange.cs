namespace Inventory.Planning;

/// <summary>One place at which a rule at the target is another than at the source. Immutable and compares by value.</summary>
public sealed record MoveChange
{
    /// <summary>Where, such as <c>Schedule</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What stands there at the source, for people; null for nothing.</summary>
    public string? Before { get; init; }

    /// <summary>What stands there at the target, for people; null for nothing.</summary>
    public string? After { get; init; }

    /// <summary>Why, in one sentence or more.</summary>
    public required string Reason { get; init; }

    /// <summary>What it means for the reports.</summary>
    public MoveImpact Impact { get; init; }

    /// <summary>The same as a sentence; empty for <see cref="MoveImpact.None"/>.</summary>
    public string Meaning => MoveMeaning.Of(Impact);

    /// <summary>Who accepted it for this move; null where the options of the target's account do, or where nothing was refused.</summary>
    public MoveAcceptance? Accepted { get; init; }

    /// <summary>Whether the options of the target's account accept it.</summary>
    public bool IsAcceptedByOptions { get; init; }
}
