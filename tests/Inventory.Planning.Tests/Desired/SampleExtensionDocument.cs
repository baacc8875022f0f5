using Inventory.Documents;

namespace Inventory.Planning.Tests;

/// <summary>How a file holds a <see cref="SampleExtension"/>.</summary>
public sealed class SampleExtensionDocument(string key) : IExtensionDocument
{
    public string Key => key;

    public InventoryExtension Read(ObjectReader reader) => new SampleExtension(key) { Note = reader.Text("note"), Tags = [.. reader.Texts("tags")] };

    public DocumentNode Write(InventoryExtension extension) => throw new NotSupportedException("Nothing here is written.");
}
