namespace Inventory.Planning;

/// <summary>A rule that is to be at the target, while its bucket is planned.</summary>
/// <param name="Asked">The rule before any change is made that is accepted; disabled.</param>
/// <param name="Held">The rule as the target gives it back; null where it refuses it.</param>
internal sealed record DraftPart(InventoryRule Asked, InventoryRule? Held)
{
    /// <summary>The equal rule that is there; null for none.</summary>
    public InventoryRule? Live { get; init; }

    public LandingState State => Live is null ? LandingState.Missing : Live.IsEnabled ? LandingState.Enabled : LandingState.Disabled;

    public DraftPart Named(string id) => this with { Asked = Asked with { Id = id }, Held = Held! with { Id = id } };
}
