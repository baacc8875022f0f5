using System.Text;
using System.Xml;

namespace Inventory.Documents;

/// <summary>XML documents as nodes, and back. Names are local names: a namespace means nothing here.</summary>
public static class XmlNodes
{
    private const int MaxDepth = 32;

    private static readonly XmlReaderSettings ReaderSettings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Reads one XML document from bytes, in the encoding that it declares.</summary>
    /// <returns>The root element's name and content.</returns>
    /// <exception cref="InvalidDocumentException">It is not XML, has a DTD, or is nested deeper than 32.</exception>
    public static DocumentMember Parse(byte[] document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var stream = new MemoryStream(document, writable: false);
        return Parse(() => XmlReader.Create(stream, ReaderSettings));
    }

    /// <summary>Reads one XML document from a text.</summary>
    /// <returns>The root element's name and content.</returns>
    /// <exception cref="InvalidDocumentException">It is not XML, has a DTD, or is nested deeper than 32.</exception>
    public static DocumentMember Parse(string document)
    {
        using var text = new StringReader(document);
        return Parse(() => XmlReader.Create(text, ReaderSettings));
    }

    /// <summary>Writes an element and what it holds, without an XML declaration and without a namespace.</summary>
    /// <param name="root">The element.</param>
    /// <param name="isIndented">Whether to indent by two spaces.</param>
    public static string Write(DocumentMember root, bool isIndented)
    {
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
        using (var writer = XmlWriter.Create(text, settings))
        {
            Write(writer, root);
        }

        return text.ToString();
    }

    private static DocumentMember Parse(Func<XmlReader> open)
    {
        try
        {
            using var reader = open();
            _ = reader.MoveToContent();
            var root = Element(reader, 0);
            while (reader.Read())
            {
                // To the end, so that what follows the root is well-formed too.
            }

            return root;
        }
        catch (XmlException e)
        {
            throw new InvalidDocumentException(e.LineNumber, e.LinePosition, $"It is not XML that can be read: {e.Message}", e);
        }
        catch (ArgumentException e)
        {
            throw new InvalidDocumentException(0, 0, $"It is not XML that can be read: {e.Message}", e);
        }
    }

    private static DocumentMember Element(XmlReader reader, int depth)
    {
        var info = (IXmlLineInfo)reader;
        var (line, column) = (info.LineNumber, info.LinePosition);
        if (depth == MaxDepth)
        {
            throw new InvalidDocumentException(line, column, $"It is nested deeper than {MaxDepth}.");
        }

        var name = reader.LocalName;
        List<DocumentMember>? members = null;
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
            {
                (members ??= []).Add(new($"@{reader.LocalName}", DocumentNode.Of(reader.Value)));
            }
        }

        _ = reader.MoveToElement();
        string? text = null;
        if (!reader.IsEmptyElement)
        {
            while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    KeepText();
                    (members ??= []).Add(Element(reader, depth + 1));
                }
                else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                {
                    text = text is null ? reader.Value : text + reader.Value;
                }
            }
        }

        if (members is null)
        {
            return new(name, DocumentNode.Scalar(DocumentNodeKind.Text, text ?? "", line, column));
        }

        KeepText();
        return new(name, DocumentNode.Object(members, line, column));

        void KeepText()
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                (members ??= []).Add(new("#text", DocumentNode.Of(text)));
            }

            text = null;
        }
    }

    private static void Write(XmlWriter writer, DocumentMember member)
    {
        if (member.Node.Kind == DocumentNodeKind.Array)
        {
            foreach (var item in member.Node.Items)
            {
                Write(writer, new(member.Name, item));
            }

            return;
        }

        writer.WriteStartElement(member.Name);
        foreach (var child in member.Node.Members)
        {
            if (child.Name[0] == '@')
            {
                writer.WriteAttributeString(child.Name[1..], child.Node.Text);
            }
            else if (child.Name == "#text")
            {
                writer.WriteString(child.Node.Text);
            }
            else
            {
                Write(writer, child);
            }
        }

        if (member.Node.IsScalar && member.Node.Text.Length > 0)
        {
            writer.WriteString(member.Node.Text);
        }

        writer.WriteEndElement();
    }
}
