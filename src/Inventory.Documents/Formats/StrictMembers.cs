using System.Globalization;

namespace Inventory.Documents;

/// <summary>Members of formats of ours, where a value of another type is a typing error.</summary>
public static class StrictMembers
{
    /// <summary>A text; null where it is absent or something else.</summary>
    public static string? StrictText(this ObjectReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var node = reader.One(name);
        if (node is null or { Kind: DocumentNodeKind.Text })
        {
            return node?.Text;
        }

        reader.Problem(name, $"It must be a text in quotation marks, and is {NodeText.Show(node)}.");
        return null;
    }

    /// <summary>A text that must be there and not be empty; the empty text where it is not.</summary>
    public static string RequiredStrictText(this ObjectReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var text = reader.StrictText(name);
        if (text is { Length: 0 } || reader.One(name) is null)
        {
            reader.Problem(name, text is null ? "It is required and missing." : "It is required and empty.");
        }

        return text ?? "";
    }

    /// <summary><c>true</c> or <c>false</c>; null where it is absent or something else.</summary>
    public static bool? StrictBoolean(this ObjectReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var node = reader.One(name);
        if (node is null or { Kind: DocumentNodeKind.Boolean })
        {
            return node is null ? null : node.Text == "true";
        }

        reader.Problem(name, $"It must be true or false without quotation marks, and is {NodeText.Show(node)}.");
        return null;
    }

    /// <summary>A member's own members; null where it is absent or something else.</summary>
    public static ObjectReader? StrictObject(this ObjectReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var node = reader.One(name);
        if (node is null or { Kind: DocumentNodeKind.Object })
        {
            return reader.Object(name);
        }

        reader.Problem(name, $"It must be an object, and is {NodeText.Show(node)}.");
        return null;
    }

    /// <summary>A list's items, each with its path; none where it is absent or something else.</summary>
    public static IEnumerable<(string Path, DocumentNode Node)> StrictItems(this ObjectReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var node = reader.One(name);
        if (node is null or { Kind: DocumentNodeKind.Array })
        {
            return (node?.Items ?? []).Select((n, i) => (string.Create(CultureInfo.InvariantCulture, $"{reader.PathOf(name)}[{i}]"), n));
        }

        reader.Problem(name, $"It must be a list, and is {NodeText.Show(node)}.");
        return [];
    }

    /// <summary>The texts of a list, each with its path and node; none where it is absent. An item that is no text, or an empty one, is a problem and left out.</summary>
    public static IReadOnlyList<(string Path, DocumentNode Node)> StrictTexts(this ObjectReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        List<(string Path, DocumentNode Node)> texts = [];
        foreach (var (path, node) in reader.StrictItems(name))
        {
            if (node is { Kind: DocumentNodeKind.Text, Text.Length: > 0 })
            {
                texts.Add((path, node));
            }
            else
            {
                reader.Problems.Add(path, node, $"It must be a text that is not empty, and is {NodeText.Show(node)}.");
            }
        }

        return texts;
    }

    /// <summary>Every member as an object, by its name: for an object whose names are the document's own. A member that is no object is a problem and left out.</summary>
    public static IReadOnlyList<(string Name, ObjectReader Object)> StrictEntries(this ObjectReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        List<(string Name, ObjectReader Object)> entries = new(reader.Node.Members.Count);
        foreach (var (name, node) in reader.Node.Members)
        {
            var path = reader.PathOf(name);
            if (node.Kind == DocumentNodeKind.Object)
            {
                entries.Add((name, new ObjectReader(node, path, reader.Problems)));
            }
            else
            {
                // What stands in the place of settings may be a secret.
                reader.Problems.Add(path, node, $"It must be an object, and is {(node.Kind == DocumentNodeKind.Text ? "a text" : NodeText.Show(node))}.");
            }
        }

        return entries;
    }

    /// <summary>A whole number, or the same in decimal digits in a text; null where it is absent or something else.</summary>
    public static long? StrictInteger(this ObjectReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (reader.One(name) is not { } node)
        {
            return null;
        }

        if (node.Kind is DocumentNodeKind.Number or DocumentNodeKind.Text && NodeText.TryWhole(node.Kind, node.Text, out var value))
        {
            return value;
        }

        reader.Problem(name, $"It must be a whole number, and is {NodeText.Show(node)}.");
        return null;
    }
}
