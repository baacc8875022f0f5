using Inventory.Documents;

namespace Inventory.AlibabaOss;

/// <summary>The section <c>oss.access</c> of a neutral rule file: <see cref="OssAccessExtension"/>.</summary>
public sealed class OssAccessDocument : IExtensionDocument
{
    /// <inheritdoc/>
    public string Key { get; } = new OssAccessExtension().Key;

    /// <inheritdoc/>
    public InventoryExtension Read(ObjectReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var extension = new OssAccessExtension { RoleArn = reader.Text("roleArn"), AccountId = reader.Text("accountId") };
        reader.RefuseUnread();
        return extension;
    }

    /// <inheritdoc/>
    public DocumentNode Write(InventoryExtension extension)
    {
        var access = (OssAccessExtension)extension;
        List<DocumentMember> members = [];
        if (access.RoleArn is { } role)
        {
            members.Add(new("roleArn", DocumentNode.Of(role)));
        }

        if (access.AccountId is { } account)
        {
            members.Add(new("accountId", DocumentNode.Of(account)));
        }

        return DocumentNode.Object(members);
    }
}
