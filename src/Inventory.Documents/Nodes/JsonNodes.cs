using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace Inventory.Documents;

/// <summary>JSON texts as nodes, and back.</summary>
public static class JsonNodes
{
    private const int MaxDepth = 32;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads one JSON value. A byte order mark before it, and comments, are skipped.</summary>
    /// <exception cref="InvalidDocumentException">
    /// The text is not JSON, is nested deeper than 32, repeats the name of a member, or has half a character.
    /// </exception>
    public static DocumentNode Parse(string text)
    {
        var problems = new DocumentProblems();
        var root = Parse(text, problems);
        problems.ThrowIfAny();
        return root;
    }

    /// <summary>Reads one JSON value from bytes in UTF-8, as <see cref="Parse(string)"/> does.</summary>
    /// <exception cref="InvalidDocumentException">As there, or the bytes are not UTF-8.</exception>
    public static DocumentNode Parse(byte[] document)
    {
        var problems = new DocumentProblems();
        var root = Parse(document, problems);
        problems.ThrowIfAny();
        return root;
    }

    /// <summary>Reads one JSON value from bytes in UTF-8, as <see cref="Parse(string, DocumentProblems)"/> does.</summary>
    /// <exception cref="InvalidDocumentException">As there, or the bytes are not UTF-8.</exception>
    public static DocumentNode Parse(byte[] document, DocumentProblems problems)
    {
        ArgumentNullException.ThrowIfNull(document);
        string text;
        try
        {
            text = Utf8.GetString(document);
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidDocumentException([new("", 0, 0, "It is not UTF-8.")], e);
        }

        return Parse(text, problems);
    }

    /// <summary>Reads one JSON value as <see cref="Parse(string)"/> does, for who reports what is wrong in it together with what it means.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problems">Where a repeated name, of which the first member is taken, and half a character go.</param>
    /// <exception cref="InvalidDocumentException">The text is not JSON or is nested deeper than 32; what was found before is named with it.</exception>
    public static DocumentNode Parse(string text, DocumentProblems problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        try
        {
            return Root(text, problems);
        }
        catch (InvalidDocumentException e)
        {
            throw problems.After(e);
        }
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

    private static DocumentNode Root(string text, DocumentProblems problems)
    {
        using var tokens = new JsonTokens(text.StartsWith('\uFEFF') ? text[1..] : text);
        Advance(tokens);
        var root = Node(tokens, 0, problems);
        return tokens.Read()
            ? throw new InvalidDocumentException(tokens.Line, tokens.Column, "There is more text after the JSON value.")
            : root;
    }

    private static DocumentNode Node(JsonTokens tokens, int depth, DocumentProblems problems)
    {
        var (line, column) = (tokens.Line, tokens.Column);
        if (depth == MaxDepth && tokens.Type is JsonToken.StartObject or JsonToken.StartArray)
        {
            throw new InvalidDocumentException([new(tokens.Path, line, column, $"It is nested deeper than {MaxDepth}.")]);
        }

        RefuseHalf(tokens, problems);
        return tokens.Type switch
        {
            JsonToken.StartObject => DocumentNode.Object(Members(tokens, depth, problems), line, column),
            JsonToken.StartArray => DocumentNode.Array(Items(tokens, depth, problems), line, column),
            JsonToken.String => DocumentNode.Scalar(DocumentNodeKind.Text, tokens.Value, line, column),
            JsonToken.Integer or JsonToken.Float => DocumentNode.Scalar(DocumentNodeKind.Number, tokens.Raw, line, column),
            JsonToken.Boolean => DocumentNode.Scalar(DocumentNodeKind.Boolean, tokens.Raw, line, column),
            JsonToken.Null => DocumentNode.Null(line, column),
            _ => throw tokens.Refusal($"{tokens.Raw} cannot stand here"),
        };
    }

    private static List<DocumentMember> Members(JsonTokens tokens, int depth, DocumentProblems problems)
    {
        List<DocumentMember> members = [];
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        for (Advance(tokens); tokens.Type != JsonToken.EndObject; Advance(tokens))
        {
            var (name, line, column) = (tokens.Value, tokens.Line, tokens.Column);
            var repeated = lines.TryGetValue(name, out var first) ? tokens.Path : null;
            RefuseHalf(tokens, problems);
            Advance(tokens);
            var node = Node(tokens, depth + 1, problems);
            if (repeated is null)
            {
                lines.Add(name, line);
                members.Add(new(name, node));
            }
            else
            {
                problems.Refuse(repeated, line, column, NodeText.Repeated(name, first));
            }
        }

        return members;
    }

    private static List<DocumentNode> Items(JsonTokens tokens, int depth, DocumentProblems problems)
    {
        List<DocumentNode> items = [];
        for (Advance(tokens); tokens.Type != JsonToken.EndArray; Advance(tokens))
        {
            items.Add(Node(tokens, depth + 1, problems));
        }

        return items;
    }

    private static void RefuseHalf(JsonTokens tokens, DocumentProblems problems)
    {
        if (tokens.HasHalfCharacter)
        {
            problems.Refuse(tokens.Path, tokens.Line, tokens.Column, NodeText.HalfCharacter);
        }
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
                foreach (var (name, value) in NodeText.ByName(node.Members))
                {
                    writer.WritePropertyName(name);
                    Write(writer, value);
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
}
