using System.Globalization;
using Inventory.Documents;

namespace Inventory.AlibabaOss;

/// <summary>The section <c>oss</c> of a neutral rule file: <see cref="OssInventoryExtension"/>.</summary>
public sealed class OssExtensionDocument : IExtensionDocument
{
    private const string Seconds = "frequencySeconds";

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
            OptionalFields = reader.Texts("optionalFields").ToValueList(),
        };

        // Left out, it is the model's default; null is what a silent rule on the wire is written as.
        var seconds = OssIncrementalInventory.ReadSeconds(reader, Seconds);
        incremental = reader.Node.Members.Any(m => m.Name == Seconds) ? incremental with { FrequencySeconds = seconds } : incremental;
        reader.RefuseUnread();
        return incremental;
    }

    private static DocumentNode Incremental(OssIncrementalInventory incremental)
    {
        List<DocumentMember> members =
        [
            new("isEnabled", DocumentNode.Scalar(DocumentNodeKind.Boolean, incremental.IsEnabled ? "true" : "false")),
            new(Seconds, incremental.FrequencySeconds is { } seconds
                ? DocumentNode.Scalar(DocumentNodeKind.Number, seconds.ToString(CultureInfo.InvariantCulture))
                : DocumentNode.Null()),
        ];
        if (!incremental.OptionalFields.IsEmpty)
        {
            members.Add(new("optionalFields", DocumentNode.Array([.. incremental.OptionalFields.Select(DocumentNode.Of)])));
        }

        return DocumentNode.Object(members);
    }
}
