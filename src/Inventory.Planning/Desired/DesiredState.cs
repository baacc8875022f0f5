namespace Inventory.Planning;

/// <summary>The rules that every bucket of a fleet is to have, with names, patterns and defaults resolved. Immutable, safe to share between threads.</summary>
public sealed record DesiredState
{
    /// <summary>Every bucket of every account once, in the order of the file, also those that are to have no rule.</summary>
    public required IReadOnlyList<DesiredBucket> Buckets { get; init; }

    /// <summary>The rules of the file that no bucket gets, for people: <c>fleet.yaml:12:5 rules.nightly</c>. None where it was not read from a file.</summary>
    public IReadOnlyList<string> Unassigned { get; init; } = [];
}
