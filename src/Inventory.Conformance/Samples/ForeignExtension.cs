namespace Inventory.Conformance;

/// <summary>Settings of a provider that nobody else knows.</summary>
internal sealed record ForeignExtension() : InventoryExtension(Foreign.Provider)
{
    public override IEnumerable<string> SettingsUsed => [Foreign.Setting];
}

/// <summary>Who pays and who may write, on a provider that nobody else knows.</summary>
internal sealed record ForeignAccessExtension() : InventoryAccessExtension(Foreign.Provider)
{
    public override IEnumerable<string> SettingsUsed => [Foreign.Setting];

    public override InventoryAccessExtension Over(InventoryAccessExtension defaults) => this;
}

/// <summary>The names of what no provider under test has.</summary>
internal static class Foreign
{
    public const string Provider = "conformance-kit";
    public const string Setting = "Sparkle";
    public const string Text = "EveryFullMoon";
}
