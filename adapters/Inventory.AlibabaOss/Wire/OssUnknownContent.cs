using Inventory.Documents;

namespace Inventory.AlibabaOss;

/// <summary>Elements and attributes that this library does not know, as texts in a rule and as members of the wire document.</summary>
internal static class OssUnknownContent
{
    private const string TextName = "#text";

    /// <summary>What of a container nobody asked for, by name: texts, attributes, elements. That is the one order that XML and JSON both keep.</summary>
    public static IEnumerable<UnknownContent> FromWire(ObjectReader reader)
    {
        foreach (var group in reader.Unread.GroupBy(m => m.Name, m => m.Node, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList())
        {
            List<DocumentNode> nodes = [.. group.SelectMany(Flat)];
            if (!IsText(group.Key))
            {
                foreach (var text in nodes.Select(n => ElementText(reader, new(group.Key, n))).OfType<string>())
                {
                    yield return new(reader.Path, group.Key, text);
                }
            }
            else if (nodes.TrueForAll(n => n.IsScalar) && (nodes.Count == 1 || group.Key == TextName))
            {
                yield return new(reader.Path, Qualified(group.Key, nodes[0].Namespace), string.Concat(nodes.Select(n => n.Text)));
            }
            else
            {
                reader.Problem(group.Key, "It stands for text, and is not one text.");
            }
        }
    }

    public static DocumentMember ToWire(UnknownContent unknown)
    {
        if (!IsText(unknown.Name))
        {
            return XmlNodes.Parse(unknown.Text);
        }

        var end = unknown.Name.StartsWith("@{", StringComparison.Ordinal) ? unknown.Name.IndexOf('}', StringComparison.Ordinal) : -1;
        return end < 0
            ? new(unknown.Name, DocumentNode.Of(unknown.Text))
            : new($"@{unknown.Name[(end + 1)..]}", DocumentNode.Of(unknown.Text).In(unknown.Name[2..end]));
    }

    /// <summary>The same content as it comes back from the wire; null where it does not.</summary>
    /// <exception cref="InventoryException">It is not XML, or XML cannot hold it.</exception>
    public static UnknownContent? Echo(UnknownContent unknown)
    {
        // Beside an element, as in a container: alone, a text would be the container's own.
        const string beside = "_";
        var container = new DocumentMember(beside, DocumentNode.Object([ToWire(unknown), new(beside, DocumentNode.Of(""))]));
        var reader = new ObjectReader(XmlNodes.Parse(XmlNodes.Write(container, isIndented: false)).Node, unknown.Path, new());
        _ = reader.One(beside);
        return FromWire(reader).FirstOrDefault(u => u.Name == unknown.Name);
    }

    private static IEnumerable<DocumentNode> Flat(DocumentNode node) => node.Kind == DocumentNodeKind.Array ? node.Items.SelectMany(Flat) : [node];

    /// <summary>An element's namespace stands in its tags; an attribute's stands before its name, in braces.</summary>
    private static string Qualified(string name, string? ns) => ns is null ? name : $"@{{{ns}}}{name[1..]}";

    private static bool IsText(string name) => name == TextName || name.StartsWith('@');

    private static string? ElementText(ObjectReader reader, DocumentMember element)
    {
        try
        {
            return XmlNodes.Write(element, isIndented: false);
        }
        catch (InventoryException e)
        {
            reader.Problem(element.Name, e.Message);
            return null;
        }
    }
}
