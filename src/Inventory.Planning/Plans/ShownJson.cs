using System.Globalization;
using System.Text;
using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>JSON that may be shown as it is.</summary>
internal static class ShownJson
{
    /// <summary>Writes a document, indented and with one line end. No character in it commands a terminal: all of those are escaped.</summary>
    public static string Write(DocumentNode node) => Escaped(JsonNodes.Write(node, isIndented: true)) + "\n";

    /// <summary>Everything that may stand raw in a text of JSON and would still command who shows it, as an escape.</summary>
    private static string Escaped(string json)
    {
        if (json.All(c => c == '\n' || !IsCommand(c)))
        {
            return json;
        }

        var text = new StringBuilder(json.Length + 100);
        foreach (var c in json)
        {
            _ = c != '\n' && IsCommand(c) ? text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : text.Append(c);
        }

        return text.ToString();
    }

    private static bool IsCommand(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
