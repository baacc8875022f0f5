using Inventory.Documents;

namespace Inventory.AlibabaOss;

/// <summary>Elements and attributes that this library does not know, as texts in a rule and as members of the wire document.</summary>
internal static class OssUnknownContent
{
    public static UnknownContent FromWire(string path, DocumentMember member) =>
        new(path, member.Name, IsText(member.Name) ? member.Node.Text : XmlNodes.Write(member, isIndented: false));

    public static DocumentMember ToWire(UnknownContent unknown) =>
        IsText(unknown.Name) ? new(unknown.Name, DocumentNode.Of(unknown.Text)) : XmlNodes.Parse(unknown.Text);

    private static bool IsText(string name) => name == "#text" || name.StartsWith('@');
}
