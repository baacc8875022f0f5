using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace Inventory.Documents;

/// <summary>JSON texts as nodes, and back.</summary>
public static class JsonNodes
{
    private const int MaxDepth = 32;

    /// <summary>Reads one JSON value. A byte order mark before it, and comments, are skipped.</summary>
    /// <exception cref="InvalidDocumentException">The text is not JSON, is nested deeper than 32, or repeats a member's name.</exception>
    public static DocumentNode Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var tokens = new JsonTokens(text.StartsWith('\uFEFF') ? text[1..] : text);
        Advance(tokens);
        var root = Node(tokens, 0);
        return tokens.Read()
            ? throw new InvalidDocumentException(tokens.Line, tokens.Column, "There is more text after the JSON value.")
            : root;
    }

    /// <summary>Writes a node.</summary>
    /// <param name="node">The node; a name that repeats is written as an array.</param>
    /// <param name="isIndented">Whether to indent by two spaces.</param>
    public static string Write(DocumentNode node, bool isIndented)
    {
        ArgumentNullException.ThrowIfNull(node);
        var text = new StringBuilder();
        using (var writer = new JsonTextWriter(new StringWriter(text, CultureInfo.InvariantCulture) { NewLine = "\n" }))
        {
            writer.Formatting = isIndented ? Formatting.Indented : Formatting.None;
            Write(writer, node);
        }

        return text.ToString();
    }

    private static DocumentNode Node(JsonTokens tokens, int depth)
    {
        var (line, column) = (tokens.Line, tokens.Column);
        if (depth == MaxDepth && tokens.Type is JsonToken.StartObject or JsonToken.StartArray)
        {
            throw new InvalidDocumentException(line, column, $"It is nested deeper than {MaxDepth}.");
        }

        return tokens.Type switch
        {
            JsonToken.StartObject => DocumentNode.Object(Members(tokens, depth), line, column),
            JsonToken.StartArray => DocumentNode.Array(Items(tokens, depth), line, column),
            JsonToken.String => DocumentNode.Scalar(DocumentNodeKind.Text, tokens.Value, line, column),
            JsonToken.Integer or JsonToken.Float => DocumentNode.Scalar(DocumentNodeKind.Number, tokens.Raw, line, column),
            JsonToken.Boolean => DocumentNode.Scalar(DocumentNodeKind.Boolean, tokens.Raw, line, column),
            JsonToken.Null => DocumentNode.Null(line, column),
            _ => throw tokens.Refusal($"{tokens.Raw} cannot stand here"),
        };
    }

    private static List<DocumentMember> Members(JsonTokens tokens, int depth)
    {
        List<DocumentMember> members = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        for (Advance(tokens); tokens.Type != JsonToken.EndObject; Advance(tokens))
        {
            var name = tokens.Value;
            if (!names.Add(name))
            {
                var message = $"The member '{NodeText.Cut(name)}' is given more than once.";
                throw new InvalidDocumentException([new(tokens.Path, tokens.Line, tokens.Column, message)]);
            }

            Advance(tokens);
            members.Add(new(name, Node(tokens, depth + 1)));
        }

        return members;
    }

    private static List<DocumentNode> Items(JsonTokens tokens, int depth)
    {
        List<DocumentNode> items = [];
        for (Advance(tokens); tokens.Type != JsonToken.EndArray; Advance(tokens))
        {
            items.Add(Node(tokens, depth + 1));
        }

        return items;
    }

    private static void Advance(JsonTokens tokens)
    {
        if (!tokens.Read())
        {
            throw new InvalidDocumentException(tokens.Line, tokens.Column, "It is not JSON: it ends too early.");
        }
    }

    private static void Write(JsonTextWriter writer, DocumentNode node)
    {
        switch (node.Kind)
        {
            case DocumentNodeKind.Object:
                writer.WriteStartObject();
                foreach (var group in node.Members.GroupBy(m => m.Name, m => m.Node, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(group.Key);
                    List<DocumentNode> values = [.. group];
                    Write(writer, values.Count == 1 ? values[0] : DocumentNode.Array(Flat(values)));
                }

                writer.WriteEndObject();
                break;
            case DocumentNodeKind.Array:
                writer.WriteStartArray();
                foreach (var item in node.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case DocumentNodeKind.Text:
                writer.WriteValue(node.Text);
                break;
            case DocumentNodeKind.Null:
                writer.WriteNull();
                break;
            default:
                writer.WriteRawValue(node.Text);
                break;
        }
    }

    private static List<DocumentNode> Flat(List<DocumentNode> values) =>
        [.. values.SelectMany(v => v.Kind == DocumentNodeKind.Array ? v.Items : [v])];
}
