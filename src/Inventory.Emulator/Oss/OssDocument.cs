using System.Text;
using System.Xml;
using Inventory.Emulator.Http;

namespace Inventory.Emulator.Oss;

/// <summary>XML in and out: no DTD, no namespace, UTF-8.</summary>
internal static class OssDocument
{
    public const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    public const string Root = "InventoryConfiguration";
    private const int MaxDepth = 16;

    private static readonly XmlReaderSettings Strict = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>The longest text that a thread keeps room for, in characters.</summary>
    private const int KeptCapacity = 64 * 1_024;

    [ThreadStatic]
    private static StringBuilder? _kept;

    /// <summary>Reads a rule's document into elements; null and an error if that cannot be done.</summary>
    public static OssElement? Parse(WireRequest request, out OssError? error)
    {
        error = null;
        var text = request.IsBodyTooLong ? null : PercentEncoding.DecodeUtf8(request.Body);
        if (text is null)
        {
            error = OssError.MalformedXml(request.IsBodyTooLong ? "The XML you provided is too long." : "The XML you provided is not UTF-8.");
            return null;
        }

        try
        {
            using var reader = XmlReader.Create(new StringReader(text.TrimStart('\uFEFF')), Strict);
            var root = Read(reader);
            var problem = root.Name != Root ? $"the root is not {Root}" : root.Repeated() is { } name ? $"{name} occurs twice" : null;
            error = problem is null ? null : OssError.MalformedXml($"The XML you provided was not well-formed or did not validate: {problem}.");
            return error is null ? root : null;
        }
        catch (XmlException malformed)
        {
            error = OssError.MalformedXml($"The XML you provided was not well-formed: {malformed.Message}");
            return null;
        }
    }

    /// <summary>The id of a document; null if it is not well-formed or has none.</summary>
    public static string? ReadId(string document)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(document), Strict);
            return Read(reader).TextOf("Id");
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public static string WithoutDeclaration(string document)
    {
        var text = document.TrimStart('\uFEFF').TrimStart();
        var end = text.StartsWith("<?xml ", StringComparison.Ordinal) ? text.IndexOf("?>", StringComparison.Ordinal) : -1;
        return end < 0 ? document : text[(end + 2)..].TrimStart();
    }

    public static string Write(Action<XmlWriter> content)
    {
        var text = _kept ?? new();
        _kept = null;
        using (var writer = new FragmentWriter(text))
        {
            content(writer);
        }

        var document = text.ToString();
        _kept = text.Capacity <= KeptCapacity ? text.Clear() : null;
        return document;
    }

    /// <summary>The document with its declaration, as it is sent.</summary>
    public static byte[] ToBytes(string document)
    {
        var bytes = new byte[Declaration.Length + Encoding.UTF8.GetByteCount(document)];
        var start = Encoding.UTF8.GetBytes(Declaration, bytes);
        Encoding.UTF8.GetBytes(document, bytes.AsSpan(start));
        return bytes;
    }

    /// <summary>The text with U+FFFD for every character that XML cannot hold.</summary>
    public static string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]))
            {
                printable.Append(text, at++, 2);
            }
            else
            {
                printable.Append(XmlConvert.IsXmlChar(text[at]) ? text[at] : '\uFFFD');
            }
        }

        return printable.ToString();
    }

    private static OssElement Read(XmlReader reader)
    {
        var open = new Stack<OssElement>();
        OssElement? root = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.XmlDeclaration when reader.GetAttribute("encoding") is { } encoding && !encoding.Equals("UTF-8", StringComparison.OrdinalIgnoreCase):
                    throw new XmlException($"it declares the encoding {encoding} and is UTF-8");
                case XmlNodeType.Element:
                    var element = new OssElement(reader.LocalName);
                    root ??= element;
                    if (open.TryPeek(out var parent))
                    {
                        parent.Children.Add(element);
                    }

                    if (!reader.IsEmptyElement)
                    {
                        open.Push(element);
                    }

                    if (open.Count > MaxDepth)
                    {
                        throw new XmlException("elements are nested too deep");
                    }

                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when open.Count > 0:
                    open.Peek().Append(reader.Value);
                    break;
            }
        }

        return root ?? throw new XmlException("there is no root element");
    }
}
