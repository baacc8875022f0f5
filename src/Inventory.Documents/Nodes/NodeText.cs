using System.Globalization;

namespace Inventory.Documents;

/// <summary>What nodes say: names, characters and whole numbers, and words for messages.</summary>
internal static class NodeText
{
    /// <summary>How many values a document may hold: a hundred times what a page of the longest list does. More would take memory without bound.</summary>
    public const int MostNodes = 1_000_000;

    /// <summary>What to say of a document that holds more.</summary>
    public const string TooManyNodes = "It holds more than 1000000 values.";

    /// <summary>What to say of a text for which <see cref="HasHalf"/> holds.</summary>
    public const string HalfCharacter = "It has half a character: one surrogate of the two that belong together, which no file can hold.";

    /// <summary>Whether a text has one of the two surrogates of a character without the other.</summary>
    public static bool HasHalf(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The paths of the texts in a document for which <see cref="HasHalf"/> holds.</summary>
    public static IEnumerable<string> HalfCharacters(DocumentNode node, string path) => node.Kind switch
    {
        DocumentNodeKind.Object => node.Members.SelectMany(m => HalfCharacters(m.Node, path.Length == 0 ? m.Name : $"{path}.{m.Name}")),
        DocumentNodeKind.Array => node.Items.SelectMany((n, i) => HalfCharacters(n, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"))),
        _ => HasHalf(node.Text) ? [path] : [],
    };

    /// <summary>What to say of a member whose name came before.</summary>
    public static string Repeated(string name, int firstLine) =>
        string.Create(CultureInfo.InvariantCulture, $"The member '{Cut(name)}' is given more than once, first in line {firstLine}.");

    /// <summary>Members with each name once: a name that repeats has the list of its values.</summary>
    public static IEnumerable<DocumentMember> ByName(IReadOnlyList<DocumentMember> members) =>
        IsOfFewUnlikeNames(members) ? members : Gathered(members);

    private static bool IsOfFewUnlikeNames(IReadOnlyList<DocumentMember> members)
    {
        const int few = 16;
        for (var i = 1; i < members.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (i >= few || members[i].Name == members[j].Name)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static IEnumerable<DocumentMember> Gathered(IReadOnlyList<DocumentMember> members)
    {
        foreach (var group in members.GroupBy(m => m.Name, m => m.Node, StringComparer.Ordinal))
        {
            List<DocumentNode> values = [.. group];
            yield return new(group.Key, values.Count == 1 ? values[0] : DocumentNode.Array([.. values.SelectMany(v => v.Kind == DocumentNodeKind.Array ? v.Items : [v])]));
        }
    }

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

    /// <summary>Whether a character turns the direction of a text, so that people see another order than is written.</summary>
    public static bool IsDirection(char c) => c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>A text fit for a message: short, and without characters that command a terminal.</summary>
    public static string Cut(string text, int length = 60) => ShownText.Of(text, length);
}
