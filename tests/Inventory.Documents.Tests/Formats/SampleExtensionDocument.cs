using System.Globalization;

namespace Inventory.Documents.Tests;

/// <summary>How the neutral format writes a <see cref="SampleExtension"/>.</summary>
public sealed class SampleExtensionDocument(string key = "sample") : IExtensionDocument
{
    public string Key => key;

    public InventoryExtension Read(ObjectReader reader)
    {
        var count = reader.Integer("count");
        if (count < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(reader), "A count is 0 or more.");
        }

        return new SampleExtension(key) { Note = reader.Text("note"), Count = count, Tags = [.. reader.Texts("tags")] };
    }

    public DocumentNode Write(InventoryExtension extension)
    {
        var sample = (SampleExtension)extension;
        List<DocumentMember> members = [];
        if (sample.Note is not null)
        {
            members.Add(new("note", DocumentNode.Of(sample.Note)));
        }

        if (sample.Count is { } count)
        {
            members.Add(new("count", DocumentNode.Scalar(DocumentNodeKind.Number, count.ToString(CultureInfo.InvariantCulture))));
        }

        members.Add(new("tags", DocumentNode.Array([.. sample.Tags.Select(DocumentNode.Of)])));
        return DocumentNode.Object(members);
    }
}
