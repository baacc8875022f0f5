using System.Text;

namespace Inventory.Documents;

/// <summary>Writes nodes as YAML: in blocks, indented by two spaces, a member or item a line, with a line feed at the end.</summary>
internal static class YamlWriter
{
    private const int Step = 2;

    // YAML reads a name before a colon up to 1,024 characters; a longer one has a sign of its own.
    private const int LongestKey = 1000;

    /// <summary>Writes a node.</summary>
    public static string Write(DocumentNode node)
    {
        var text = new StringBuilder();
        if (IsInline(node))
        {
            _ = text.Append(Inline(node)).Append('\n');
        }
        else
        {
            Block(text, node, 0);
        }

        return text.ToString();
    }

    private static void Block(StringBuilder text, DocumentNode node, int indent)
    {
        if (node.Kind == DocumentNodeKind.Object)
        {
            Members(text, node, indent);
            return;
        }

        foreach (var item in node.Items)
        {
            _ = text.Append(' ', indent).Append('-');
            if (item.Kind == DocumentNodeKind.Object && !IsInline(item))
            {
                // The first member stands beside the sign.
                var start = text.Append(' ').Length;
                Members(text, item, indent + Step);
                _ = text.Remove(start, indent + Step);
            }
            else
            {
                Value(text, item, indent);
            }
        }
    }

    private static void Members(StringBuilder text, DocumentNode node, int indent)
    {
        foreach (var (name, value) in NodeText.ByName(node.Members))
        {
            var key = YamlScalars.Write(name);
            _ = key.Length <= LongestKey
                ? text.Append(' ', indent).Append(key).Append(':')
                : text.Append(' ', indent).Append("? ").Append(key).Append('\n').Append(' ', indent).Append(':');
            Value(text, value, indent);
        }
    }

    /// <summary>Writes what follows a colon or the sign of an item.</summary>
    private static void Value(StringBuilder text, DocumentNode node, int indent)
    {
        if (IsInline(node))
        {
            _ = text.Append(' ').Append(Inline(node)).Append('\n');
        }
        else
        {
            _ = text.Append('\n');
            Block(text, node, indent + Step);
        }
    }

    private static bool IsInline(DocumentNode node) => node.Members.Count == 0 && node.Items.Count == 0;

    private static string Inline(DocumentNode node) => node.Kind switch
    {
        DocumentNodeKind.Object => "{}",
        DocumentNodeKind.Array => "[]",
        DocumentNodeKind.Text => YamlScalars.Write(node.Text),
        DocumentNodeKind.Null => "null",
        _ => node.Text,
    };
}
