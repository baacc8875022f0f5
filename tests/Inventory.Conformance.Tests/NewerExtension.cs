using Inventory.InMemory;

namespace Inventory.Conformance.Tests;

/// <summary>Where a cloud in memory keeps what this library does not know.</summary>
public sealed record NewerExtension(string Text) : InventoryExtension(InMemoryCapabilities.ProviderName)
{
    public const string Setting = "Newer";

    public override IEnumerable<string> SettingsUsed => [Setting];
}
