using System.Globalization;
using Inventory.Documents;

namespace Inventory.AlibabaOss;

/// <summary>The section <c>oss</c> of a neutral rule file: <see cref="OssInventoryExtension"/>.</summary>
public sealed class OssExtensionDocument : IExtensionDocument
{
    /// <inheritdoc/>
    public string Key => OssCapabilities.ProviderName;

    /// <inheritdoc/>
    public InventoryExtension Read(ObjectReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var extension = new OssInventoryExtension
        {
            IncrementalInventory = reader.Object("incrementalInventory") is { } incremental ? Incremental(incremental) : null,
            AutoDelete = reader.Boolean("autoDelete") ?? false,
            Unknown = UnknownContentDocument.Read(reader, "unknown"),
        };
        reader.RefuseUnread();
        return extension;
    }

    /// <inheritdoc/>
    public DocumentNode Write(InventoryExtension extension)
    {
        var oss = (OssInventoryExtension)extension;
        List<DocumentMember> members = [];
        if (oss.IncrementalInventory is { } incremental)
        {
            members.Add(new("incrementalInventory", Incremental(incremental)));
        }

        if (oss.AutoDelete)
        {
            members.Add(new("autoDelete", DocumentNode.Scalar(DocumentNodeKind.Boolean, "true")));
        }

        if (!oss.Unknown.IsEmpty)
        {
            members.Add(new("unknown", UnknownContentDocument.Write(oss.Unknown)));
        }

        return DocumentNode.Object(members);
    }

    private static OssIncrementalInventory Incremental(ObjectReader reader)
    {
        var incremental = new OssIncrementalInventory
        {
            IsEnabled = reader.Boolean("isEnabled") ?? true,
            FrequencySeconds = OssIncrementalInventory.ReadSeconds(reader, "frequencySeconds"),
            OptionalFields = reader.Texts("optionalFields").ToValueList(),
        };
        reader.RefuseUnread();
        return incremental;
    }

    private static DocumentNode Incremental(OssIncrementalInventory incremental)
    {
        List<DocumentMember> members = [new("isEnabled", DocumentNode.Scalar(DocumentNodeKind.Boolean, incremental.IsEnabled ? "true" : "false"))];
        if (incremental.FrequencySeconds is { } seconds)
        {
            members.Add(new("frequencySeconds", DocumentNode.Scalar(DocumentNodeKind.Number, seconds.ToString(CultureInfo.InvariantCulture))));
        }

        if (!incremental.OptionalFields.IsEmpty)
        {
            members.Add(new("optionalFields", DocumentNode.Array([.. incremental.OptionalFields.Select(DocumentNode.Of)])));
        }

        return DocumentNode.Object(members);
    }
}
