namespace Inventory.Planning;

/// <summary>What is to be done to one rule of a bucket. Immutable and compares by value.</summary>
public sealed record PlannedChange
{
    /// <summary>What is to be done.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>The rule's id in the bucket.</summary>
    public required string RuleId { get; init; }

    /// <summary>Whether the cloud has no way to do it but to delete the rule and put it anew. Never for a creation and a deletion.</summary>
    public bool IsDeleteAndPut { get; init; }

    /// <summary>The rule as it is; null for a creation.</summary>
    public InventoryRule? Before { get; init; }

    /// <summary>The rule as the cloud will give it back; null for a deletion.</summary>
    public InventoryRule? After { get; init; }

    /// <summary>Where the two differ, in the order of the rule's members. For a creation and a deletion every member that says something.</summary>
    public ValueList<PathDifference> Differences { get; init; }

    /// <summary>What to know before it is done: changes that were accepted, what the cloud holds on a condition, advice. No errors.</summary>
    public ValueList<RuleViolation> Notices { get; init; }

    /// <summary>Where the desired state says so; null where it does not, and for a deletion.</summary>
    public string? Source { get; init; }
}
