using System.Globalization;

namespace Inventory.Documents;

/// <summary>What nodes say: whole numbers, and words for messages.</summary>
internal static class NodeText
{
    /// <summary>A whole number, by the grammar of its kind: JSON may write one as 1e3, a text may not.</summary>
    public static bool TryWhole(DocumentNodeKind kind, string text, out long value)
    {
        var style = kind == DocumentNodeKind.Number
            ? NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent
            : NumberStyles.AllowLeadingSign;
        return long.TryParse(text, style, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>What a node is, in words for a message.</summary>
    public static string Show(DocumentNode node) => node.Kind switch
    {
        DocumentNodeKind.Object => "an object",
        DocumentNodeKind.Array => "an array",
        DocumentNodeKind.Null => "null",
        DocumentNodeKind.Number => $"the number {Cut(node.Text)}",
        DocumentNodeKind.Boolean => node.Text,
        _ => node.Text.Length == 0 ? "empty" : $"'{Cut(node.Text)}'",
    };

    /// <summary>A text fit for a message: short, and without characters that command a terminal.</summary>
    public static string Cut(string text, int length = 60)
    {
        var shown = text.Length <= length ? text : $"{text[..length]}…";
        return string.Create(shown.Length, shown, (to, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                to[i] = char.IsControl(from[i]) ? '\uFFFD' : from[i];
            }
        });
    }
}
