namespace Inventory.Planning;

/// <summary>A rule that a bucket is to have, as it was asked for. Immutable.</summary>
public sealed record DesiredRule
{
    /// <summary>The rule. It holds the sections of every provider that was named; each provider gets its own.</summary>
    public required InventoryRule Rule { get; init; }

    /// <summary>The changes that are accepted where the provider cannot hold the rule as it is. None unless stated.</summary>
    public ValueList<Acceptance> Accept { get; init; } = [];

    /// <summary>Where the rule was asked for, for people: <c>fleet.yaml:12:5 rules.nightly</c>. Null where it was not read from a file.</summary>
    public string? Source { get; init; }
}
