namespace Inventory.Planning;

/// <summary>A rule as the target is to hold it. Immutable and compares by value.</summary>
/// <param name="Rule">The rule, as the target gives it back; disabled, whatever is there.</param>
/// <param name="State">How far it has come.</param>
public sealed record RuleLanding(InventoryRule Rule, LandingState State);
