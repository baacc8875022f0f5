namespace Inventory;

/// <summary>What a put did.</summary>
public enum PutOutcome
{
    /// <summary>There was no such rule; there is now.</summary>
    Created = 0,

    /// <summary>There was another; this one has taken its place.</summary>
    Replaced = 1,

    /// <summary>The rule was there already, equal; nothing was changed.</summary>
    Unchanged = 2,
}

/// <summary>What a put did, and what to look at.</summary>
public sealed record PutResult
{
    /// <summary>What the put did.</summary>
    public required PutOutcome Outcome { get; init; }

    /// <summary>The rule that was there before, where one was and it was read.</summary>
    public InventoryRule? Previous { get; init; }

    /// <summary>Warnings and notes of the validation, and the changes that the options accept.</summary>
    public IReadOnlyList<RuleViolation> Warnings { get; init; } = [];

    /// <summary>The service's id for the request that wrote the rule; null where none did.</summary>
    public string? RequestId { get; init; }
}
