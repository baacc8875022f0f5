using System.Text;
using System.Xml;

namespace Inventory.Documents;

/// <summary>XML documents as nodes, and back. Names are local names: a namespace means nothing to who reads, and is kept for who writes.</summary>
public static partial class XmlNodes
{
    private const int MaxDepth = 32;

    private static readonly XmlReaderSettings FromTheStart = Settings(0, 0);

    /// <summary>Reads one XML document from bytes, in the encoding that it declares.</summary>
    /// <returns>The root element's name and content.</returns>
    /// <exception cref="InvalidDocumentException">It is not XML, has a DTD, or is nested deeper than 32.</exception>
    public static DocumentMember Parse(byte[] document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var stream = new MemoryStream(document, writable: false);
        return Parse(() => XmlReader.Create(stream, FromTheStart));
    }

    /// <summary>Reads one XML document from a text. A byte order mark and white space before it are skipped.</summary>
    /// <returns>The root element's name and content.</returns>
    /// <exception cref="InvalidDocumentException">It is not XML, has a DTD, or is nested deeper than 32.</exception>
    public static DocumentMember Parse(string document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var mark = document.StartsWith('\uFEFF') ? 1 : 0;
        var start = document.Length - document.AsSpan(mark).TrimStart(" \t\r\n").Length;
        var skipped = document[mark..start].ReplaceLineEndings("\n");
        using var text = new StringReader(document[start..]);
        return Parse(() => XmlReader.Create(text, Settings(skipped.Count(c => c == '\n'), skipped.Length - skipped.LastIndexOf('\n') - 1)));
    }

    private static XmlReaderSettings Settings(int lines, int columns) => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        LineNumberOffset = lines,
        LinePositionOffset = columns,
    };

    private static DocumentMember Parse(Func<XmlReader> open)
    {
        try
        {
            using var reader = open();
            _ = reader.MoveToContent();
            var room = NodeText.MostNodes;
            var root = Element(reader, 0, "", ref room);
            while (reader.Read())
            {
                // To the end, so that what follows the root is well-formed too.
            }

            return root;
        }
        catch (XmlException e)
        {
            throw new InvalidDocumentException(e.LineNumber, e.LinePosition, $"It is not XML that can be read: {Sentence(e.Message)}", e);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or InvalidOperationException)
        {
            throw new InvalidDocumentException(0, 0, $"It is not XML that can be read: {Sentence(e.Message)}", e);
        }
    }

    private static string Sentence(string message)
    {
        if (message.Contains("DTD", StringComparison.Ordinal))
        {
            return "it has a document type definition (DTD), and none is read.";
        }

        // The position follows in the exception's own words.
        var end = message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return NodeText.Cut(end < 0 ? message : message[..end], 200);
    }

    private static DocumentMember Element(XmlReader reader, int depth, string parentNamespace, ref int room)
    {
        var info = (IXmlLineInfo)reader;
        var (line, column) = (info.LineNumber, info.LinePosition);
        if ((room -= 1 + reader.AttributeCount) < 0)
        {
            throw new InvalidDocumentException(line, column, NodeText.TooManyNodes);
        }

        if (depth == MaxDepth)
        {
            throw new InvalidDocumentException(line, column, $"It is nested deeper than {MaxDepth}.");
        }

        var (name, ns) = (reader.LocalName, reader.NamespaceURI);
        var kept = ns == parentNamespace ? null : ns;
        var members = Attributes(reader);
        var isLeaf = true;
        var text = "";
        StringBuilder? parts = null;
        var (textLine, textColumn) = (line, column);
        if (!reader.IsEmptyElement)
        {
            while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    isLeaf = false;
                    KeepText();
                    (members ??= new(8)).Add(Element(reader, depth + 1, ns, ref room));
                }
                else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                {
                    if (text.Length == 0)
                    {
                        (textLine, textColumn) = (info.LineNumber, info.LinePosition);
                        text = reader.Value;
                    }
                    else
                    {
                        // Only where a comment or a CDATA section stands in it.
                        _ = (parts ??= new(text)).Append(reader.Value);
                    }
                }
            }
        }

        if (members is null)
        {
            return new(name, DocumentNode.Scalar(DocumentNodeKind.Text, parts?.ToString() ?? text, line, column).In(kept));
        }

        KeepText();
        return new(name, DocumentNode.Object(members, line, column).In(kept));

        void KeepText()
        {
            var content = parts?.ToString() ?? text;

            // White space between elements is layout; in an attribute's company alone it is the element's text.
            if (content.Length > 0 && (isLeaf || !string.IsNullOrWhiteSpace(content)))
            {
                (members ??= []).Add(new("#text", DocumentNode.Scalar(DocumentNodeKind.Text, content, textLine, textColumn)));
            }

            (text, parts) = ("", null);
        }
    }

    private static List<DocumentMember>? Attributes(XmlReader reader)
    {
        if (!reader.HasAttributes)
        {
            return null;
        }

        List<DocumentMember>? attributes = null;

        var info = (IXmlLineInfo)reader;
        HashSet<string> names = new(StringComparer.Ordinal);
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix == "xmlns" || reader.Name == "xmlns")
            {
                continue;
            }

            var name = $"@{reader.LocalName}";
            if (!names.Add(name))
            {
                throw new InvalidDocumentException(info.LineNumber, info.LinePosition, $"The attribute '{name[1..]}' is given more than once.");
            }

            var node = DocumentNode.Scalar(DocumentNodeKind.Text, reader.Value, info.LineNumber, info.LinePosition);
            (attributes ??= []).Add(new(name, node.In(reader.NamespaceURI.Length == 0 ? null : reader.NamespaceURI)));
        }

        _ = reader.MoveToElement();
        return attributes;
    }
}
