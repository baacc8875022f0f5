namespace Inventory.Documents;

/// <summary>How the neutral format writes one extension of a provider; its adapter registers it.</summary>
public interface IExtensionDocument
{
    /// <summary>The extension's <see cref="InventoryExtension.Key"/>.</summary>
    string Key { get; }

    /// <summary>Reads the extension. Problems go to the reader; the result is then of no account.</summary>
    InventoryExtension Read(ObjectReader reader);

    /// <summary>Writes the extension.</summary>
    DocumentNode Write(InventoryExtension extension);
}
