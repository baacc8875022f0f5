using Inventory.Documents;
using Inventory.InMemory;

namespace Inventory.Planning.Tests;

/// <summary>A setting that one provider alone has.</summary>
internal sealed record SettingExtension(string Of, string Setting) : InventoryExtension(Of)
{
    /// <summary>How it is written, for both providers of the fleet.</summary>
    public static IExtensionDocument[] Documents { get; } = [new Document(InMemoryCapabilities.ProviderName), new Document("lesser")];

    public override IEnumerable<string> SettingsUsed => ["Setting"];

    /// <summary>Capabilities that hold the setting.</summary>
    public static InventoryCapabilities Held(InventoryCapabilities capabilities) => capabilities with
    {
        ExtensionTypes = [typeof(SettingExtension)],
        Extensions = new Dictionary<string, FeatureSupport> { ["Setting"] = FeatureSupport.Supported(new Evidence("It is held.", "This test", new DateOnly(2026, 1, 1))) },
    };

    private sealed class Document(string key) : IExtensionDocument
    {
        public string Key => key;

        public InventoryExtension Read(ObjectReader reader) => new SettingExtension(key, reader.RequiredText("setting"));

        public DocumentNode Write(InventoryExtension extension) =>
            DocumentNode.Object([new("setting", DocumentNode.Of(((SettingExtension)extension).Setting))]);
    }
}
