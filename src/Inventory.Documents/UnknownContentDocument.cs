namespace Inventory.Documents;

/// <summary>How the neutral format writes what a native document held that nobody knows.</summary>
public static class UnknownContentDocument
{
    /// <summary>Reads a list of unknown content from a member.</summary>
    public static ValueList<UnknownContent> Read(ObjectReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        List<UnknownContent> found = [];
        foreach (var item in reader.Objects(name))
        {
            found.Add(new(item.Text("path") ?? "", item.RequiredText("name"), Text(item)));
            item.RefuseUnread();
        }

        return found.ToValueList();
    }

    /// <summary>Writes a list of unknown content.</summary>
    public static DocumentNode Write(ValueList<UnknownContent> unknown) => DocumentNode.Array(
    [
        .. unknown.Select(u => DocumentNode.Object([new("path", DocumentNode.Of(u.Path)), new("name", DocumentNode.Of(u.Name)), new("text", DocumentNode.Of(u.Text))])),
    ]);

    /// <summary>The text, which may be empty, as an attribute's is, and must be there.</summary>
    private static string Text(ObjectReader item) => item.Text("text") is { } text ? text : item.RequiredText("text");
}
