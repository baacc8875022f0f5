namespace Inventory.Documents;

/// <summary>How an open value stands in a neutral file: by its name, or, where one provider alone knows it, as an object with provider and text.</summary>
internal sealed record OpenValue<T>(string Noun, IReadOnlyList<string> Known, OpenValue<T>.Parser TryParse, Func<string, string, T> Other)
{
    public delegate bool Parser(string? name, out T? value);

    /// <summary>What to say of a text that looks like a known value and is none; null where there is nothing special.</summary>
    public Func<string, string?> Hint { get; init; } = _ => null;

    /// <summary>Reads a value; what is wrong goes to the problems, and the result is then of no account.</summary>
    public T? Read(string path, DocumentNode node, DocumentProblems problems)
    {
        if (node.Kind == DocumentNodeKind.Object)
        {
            return Foreign(new ObjectReader(node, path, problems), problems);
        }

        if (node.Kind != DocumentNodeKind.Text)
        {
            problems.Add(path, node, $"It must be a {Noun}, and is {NodeText.Show(node)}. What there is: {string.Join(", ", Known)}.");
        }
        else if (TryParse(node.Text, out var value))
        {
            return value;
        }
        else
        {
            var message = Hint(node.Text) ?? KnownNames.NoSuch($"{Noun} '{NodeText.Cut(node.Text)}'", node.Text, Known);
            problems.Add(path, node, $$"""{{message}} One that a single provider knows is { "other": { "provider": "…", "text": "…" } }.""");
        }

        return default;
    }

    /// <summary>Writes a value.</summary>
    public static DocumentNode Write(string? provider, string text) => provider is null
        ? DocumentNode.Of(text)
        : DocumentNode.Object([new("other", DocumentNode.Object([new("provider", DocumentNode.Of(provider)), new("text", DocumentNode.Of(text))]))]);

    private T? Foreign(ObjectReader reader, DocumentProblems problems)
    {
        var other = reader.StrictObject("other");
        if (reader.One("other") is null)
        {
            reader.Problem("other", "It is required and missing.");
        }

        reader.RefuseUnread();
        if (other is null)
        {
            return default;
        }

        var provider = other.RequiredStrictText("provider");
        var text = other.RequiredStrictText("text");
        other.RefuseUnread();
        return provider.Length == 0 || text.Length == 0 ? default : problems.Try(other.Path, other.Node, () => Other(provider, text), default);
    }
}
