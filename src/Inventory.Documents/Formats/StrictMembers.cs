using System.Globalization;

namespace Inventory.Documents;

/// <summary>Members of formats of ours, where a value of another type is a typing error.</summary>
internal static class StrictMembers
{
    /// <summary>A text; null where it is absent or something else.</summary>
    public static string? StrictText(this ObjectReader reader, string name)
    {
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
        var node = reader.One(name);
        if (node is null or { Kind: DocumentNodeKind.Array })
        {
            return (node?.Items ?? []).Select((n, i) => (string.Create(CultureInfo.InvariantCulture, $"{reader.PathOf(name)}[{i}]"), n));
        }

        reader.Problem(name, $"It must be a list, and is {NodeText.Show(node)}.");
        return [];
    }

    /// <summary>A whole number, or the same in decimal digits in a text; null where it is absent or something else.</summary>
    public static long? StrictInteger(this ObjectReader reader, string name)
    {
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
