namespace Inventory.Planning;

/// <summary>One thing that keeps a rule from moving. Immutable and compares by value.</summary>
public sealed record MoveRefusal
{
    /// <summary>Where it stands in the rule, such as <c>Schedule</c>; <c>Bucket</c> where it concerns the bucket at the target.</summary>
    public required string Path { get; init; }

    /// <summary>Why, in one sentence or more.</summary>
    public required string Reason { get; init; }

    /// <summary>What to do, in one sentence or more.</summary>
    public required string Remedy { get; init; }

    /// <summary>What accepting it would mean for the reports.</summary>
    public MoveImpact Impact { get; init; }

    /// <summary>The same in words, of each choice where they mean different things; empty for <see cref="MoveImpact.None"/>.</summary>
    public string Meaning => Choices.Any(c => c.IsSplit)
        ? $"Split, there is a rule and a report for each prefix. Dropped: {MoveMeaning.Of(Impact)}"
        : MoveMeaning.Of(Impact);

    /// <summary>Changes of which each would resolve it, the closest first; empty where nothing can be accepted.</summary>
    public ValueList<MoveAcceptance> Choices { get; init; }
}
