using System.Globalization;
using System.Numerics;
using System.Text;
using Newtonsoft.Json;

namespace Inventory.Documents;

/// <summary>JSON texts as nodes, and back.</summary>
public static class JsonNodes
{
    private const int MaxDepth = 32;

    /// <summary>Reads one JSON value.</summary>
    /// <exception cref="InvalidDocumentException">The text is not JSON, is nested deeper than 32, or repeats a member's name.</exception>
    public static DocumentNode Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
            MaxDepth = MaxDepth,
        };
        try
        {
            Advance(reader);
            var root = Node(reader);
            while (reader.Read())
            {
                if (reader.TokenType != JsonToken.Comment)
                {
                    throw new InvalidDocumentException(reader.LineNumber, reader.LinePosition, "There is more text after the JSON value.");
                }
            }

            return root;
        }
        catch (JsonReaderException e)
        {
            throw new InvalidDocumentException(e.LineNumber, e.LinePosition, $"It is not JSON: {e.Message}", e);
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

    private static DocumentNode Node(JsonTextReader reader)
    {
        var (line, column) = (reader.LineNumber, reader.LinePosition);
        return reader.TokenType switch
        {
            JsonToken.StartObject => DocumentNode.Object(Members(reader), line, column),
            JsonToken.StartArray => DocumentNode.Array(Items(reader), line, column),
            JsonToken.String => DocumentNode.Scalar(DocumentNodeKind.Text, (string)reader.Value!, line, column),
            JsonToken.Integer => DocumentNode.Scalar(DocumentNodeKind.Number, reader.Value is BigInteger big ? big.ToString(CultureInfo.InvariantCulture) : Convert.ToString(reader.Value, CultureInfo.InvariantCulture)!, line, column),
            JsonToken.Float when reader.Value is decimal number => DocumentNode.Scalar(DocumentNodeKind.Number, number.ToString(CultureInfo.InvariantCulture), line, column),
            JsonToken.Boolean => DocumentNode.Scalar(DocumentNodeKind.Boolean, (bool)reader.Value! ? "true" : "false", line, column),
            JsonToken.Null => DocumentNode.Null(line, column),
            _ => throw new InvalidDocumentException(line, column, $"It is not JSON: {reader.TokenType} cannot stand here."),
        };
    }

    private static List<DocumentMember> Members(JsonTextReader reader)
    {
        List<DocumentMember> members = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        for (Advance(reader); reader.TokenType != JsonToken.EndObject; Advance(reader))
        {
            var name = (string)reader.Value!;
            if (!names.Add(name))
            {
                throw new InvalidDocumentException(reader.LineNumber, reader.LinePosition, $"The member '{name}' is given more than once.");
            }

            Advance(reader);
            members.Add(new(name, Node(reader)));
        }

        return members;
    }

    private static List<DocumentNode> Items(JsonTextReader reader)
    {
        List<DocumentNode> items = [];
        for (Advance(reader); reader.TokenType != JsonToken.EndArray; Advance(reader))
        {
            items.Add(Node(reader));
        }

        return items;
    }

    private static void Advance(JsonTextReader reader)
    {
        do
        {
            if (!reader.Read())
            {
                throw new InvalidDocumentException(reader.LineNumber, reader.LinePosition, "It is not JSON: it ends too early.");
            }
        }
        while (reader.TokenType == JsonToken.Comment);
    }

    private static void Write(JsonTextWriter writer, DocumentNode node)
    {
        switch (node.Kind)
        {
            case DocumentNodeKind.Object:
                writer.WriteStartObject();
                foreach (var group in node.Members.GroupBy(m => m.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(group.Key);
                    var values = group.Select(m => m.Node).ToList();
                    Write(writer, values.Count == 1 ? values[0] : DocumentNode.Array(values));
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
