using Inventory.Documents;

namespace Inventory.BaiduBos;

/// <summary>The section <c>bos</c> of a neutral rule file: <see cref="BosInventoryExtension"/>.</summary>
public sealed class BosExtensionDocument : IExtensionDocument
{
    /// <inheritdoc/>
    public string Key => BosCapabilities.ProviderName;

    /// <inheritdoc/>
    public InventoryExtension Read(ObjectReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var extension = new BosInventoryExtension
        {
            Resource = reader.Texts("resource").ToValueList(),
            Unknown = UnknownContentDocument.Read(reader, "unknown"),
        };
        reader.RefuseUnread();
        return extension;
    }

    /// <inheritdoc/>
    public DocumentNode Write(InventoryExtension extension)
    {
        var bos = (BosInventoryExtension)extension;
        List<DocumentMember> members = [];
        if (!bos.Resource.IsEmpty)
        {
            members.Add(new("resource", DocumentNode.Array([.. bos.Resource.Select(DocumentNode.Of)])));
        }

        if (!bos.Unknown.IsEmpty)
        {
            members.Add(new("unknown", UnknownContentDocument.Write(bos.Unknown)));
        }

        return DocumentNode.Object(members);
    }
}
