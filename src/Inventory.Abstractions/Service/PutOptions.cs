namespace Inventory;

/// <summary>How a put treats what is there.</summary>
public sealed record PutOptions
{
    /// <summary>What to do where a rule with the id is there, and where none is. Create or replace unless stated.</summary>
    public PutMode Mode { get; init; }

    /// <summary>
    /// What the rule must be at present for the put to go ahead; null for anything. Otherwise the put fails with <see cref="InventoryErrorKind.Conflict"/>.
    /// </summary>
    /// <remarks>Best effort: no known provider has a condition, so the rule is read first and a change in between is not seen.</remarks>
    public InventoryRule? IfCurrently { get; init; }
}
