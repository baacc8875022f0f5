namespace Inventory.Planning;

/// <summary>A live rule that no fleet file can hold, or a bucket that none can name. It is left as it is, and nobody manages it. Immutable and compares by value.</summary>
public sealed record ImportOmission
{
    /// <summary>The account's name.</summary>
    public required string Account { get; init; }

    /// <summary>The bare name of the bucket.</summary>
    public required string Bucket { get; init; }

    /// <summary>The rule's id; null where it is the bucket with all of its rules.</summary>
    public string? RuleId { get; init; }

    /// <summary>For people: why.</summary>
    public required string Reason { get; init; }

    /// <summary>For people: what to do instead.</summary>
    public required string Remedy { get; init; }
}
