namespace Inventory.Planning;

/// <summary>The rules that one bucket is to have. Immutable.</summary>
public sealed record DesiredBucket
{
    /// <summary>The account that the bucket is in: the name that its service is configured under.</summary>
    public required string Account { get; init; }

    /// <summary>The bucket's name.</summary>
    public required string Bucket { get; init; }

    /// <summary>The rules, each id once, in the order of the assignments. None unless stated.</summary>
    public IReadOnlyList<DesiredRule> Rules { get; init; } = [];
}
