using System.Text;
using System.Xml;

namespace Inventory.Documents;

/// <summary>XML documents as nodes, and back. Names are local names: a namespace means nothing to who reads, and is kept for who writes.</summary>
public static class XmlNodes
{
    private const int MaxDepth = 32;

    /// <summary>Reads one XML document from bytes, in the encoding that it declares.</summary>
    /// <returns>The root element's name and content.</returns>
    /// <exception cref="InvalidDocumentException">It is not XML, has a DTD, or is nested deeper than 32.</exception>
    public static DocumentMember Parse(byte[] document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var stream = new MemoryStream(document, writable: false);
        return Parse(() => XmlReader.Create(stream, Settings(0, 0)));
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

    /// <summary>Writes an element and what it holds, without an XML declaration. Only nodes that keep a namespace are written with one.</summary>
    /// <param name="root">The element.</param>
    /// <param name="isIndented">Whether to indent by two spaces.</param>
    /// <exception cref="InventoryException">
    /// A text or a name has a character that XML cannot hold; of kind <see cref="InventoryErrorKind.InvalidRequest"/>.
    /// </exception>
    public static string Write(DocumentMember root, bool isIndented)
    {
        ArgumentNullException.ThrowIfNull(root.Node);
        var text = new StringBuilder();
        var settings = new XmlWriterSettings
        {
            OmitXmlDeclaration = true,
            Indent = isIndented,
            IndentChars = "  ",
            NewLineChars = "\n",

            // A carriage return in a value would be read back as a line feed.
            NewLineHandling = NewLineHandling.Entitize,
        };
        using var writer = XmlWriter.Create(text, settings);
        Write(writer, root, "");
        writer.Flush();
        return text.ToString();
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
            var root = Element(reader, 0, "");
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

    private static DocumentMember Element(XmlReader reader, int depth, string parentNamespace)
    {
        var info = (IXmlLineInfo)reader;
        var (line, column) = (info.LineNumber, info.LinePosition);
        if (depth == MaxDepth)
        {
            throw new InvalidDocumentException(line, column, $"It is nested deeper than {MaxDepth}.");
        }

        var (name, ns) = (reader.LocalName, reader.NamespaceURI);
        var kept = ns == parentNamespace ? null : ns;
        var members = Attributes(reader);
        var isLeaf = true;
        var text = new StringBuilder();
        var (textLine, textColumn) = (line, column);
        if (!reader.IsEmptyElement)
        {
            while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    isLeaf = false;
                    KeepText();
                    members.Add(Element(reader, depth + 1, ns));
                }
                else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                {
                    if (text.Length == 0)
                    {
                        (textLine, textColumn) = (info.LineNumber, info.LinePosition);
                    }

                    _ = text.Append(reader.Value);
                }
            }
        }

        if (members.Count == 0)
        {
            return new(name, DocumentNode.Scalar(DocumentNodeKind.Text, text.ToString(), line, column).In(kept));
        }

        KeepText();
        return new(name, DocumentNode.Object(members, line, column).In(kept));

        void KeepText()
        {
            // White space between elements is layout; in an attribute's company alone it is the element's text.
            var content = text.ToString();
            if (content.Length > 0 && (isLeaf || !string.IsNullOrWhiteSpace(content)))
            {
                members.Add(new("#text", DocumentNode.Scalar(DocumentNodeKind.Text, content, textLine, textColumn)));
            }

            _ = text.Clear();
        }
    }

    private static List<DocumentMember> Attributes(XmlReader reader)
    {
        List<DocumentMember> attributes = [];
        if (!reader.HasAttributes)
        {
            return attributes;
        }

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
            attributes.Add(new(name, node.In(reader.NamespaceURI.Length == 0 ? null : reader.NamespaceURI)));
        }

        _ = reader.MoveToElement();
        return attributes;
    }

    private static void Write(XmlWriter writer, DocumentMember member, string parentNamespace)
    {
        if (member.Node.Kind == DocumentNodeKind.Array)
        {
            foreach (var item in member.Node.Items)
            {
                Write(writer, new(member.Name, item), parentNamespace);
            }

            return;
        }

        try
        {
            var ns = member.Node.Namespace ?? parentNamespace;
            writer.WriteStartElement(member.Name, ns);

            // An attribute cannot follow an element, and unknown content is put back at the end.
            foreach (var attribute in member.Node.Members.Where(m => m.Name.StartsWith('@')))
            {
                writer.WriteAttributeString(attribute.Name[1..], attribute.Node.Namespace, attribute.Node.Text);
            }

            foreach (var child in member.Node.Members.Where(m => !m.Name.StartsWith('@')))
            {
                if (child.Name == "#text")
                {
                    writer.WriteString(child.Node.Text);
                }
                else
                {
                    Write(writer, child, ns);
                }
            }

            if (member.Node.IsScalar && member.Node.Text.Length > 0)
            {
                writer.WriteString(member.Node.Text);
            }

            writer.WriteEndElement();
        }
        catch (Exception e) when (e is ArgumentException or XmlException)
        {
            throw new InventoryException(InventoryErrorKind.InvalidRequest, $"XML cannot hold '{NodeText.Cut(member.Name)}': {Sentence(e.Message)}", e);
        }
    }
}
