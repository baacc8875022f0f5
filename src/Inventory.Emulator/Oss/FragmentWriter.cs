using System.Text;
using System.Xml;

namespace Inventory.Emulator.Oss;

/// <summary>
/// Elements and text, character for character as the base class library writes them without a declaration, and without the buffers that it takes for each
/// document. Attributes, namespaces and everything else that no document of the service has are refused. Not for concurrent use.
/// </summary>
internal sealed class FragmentWriter(StringBuilder document) : XmlWriter
{
    private readonly Stack<string> _open = new();
    private bool _isTagOpen;

    public override WriteState WriteState => _isTagOpen ? WriteState.Element : WriteState.Content;

    public override void WriteStartElement(string? prefix, string localName, string? ns)
    {
        if (!string.IsNullOrEmpty(prefix) || !string.IsNullOrEmpty(ns))
        {
            throw new NotSupportedException("No document of the service has a namespace.");
        }

        EndTag();
        document.Append('<').Append(localName);
        _open.Push(localName);
        _isTagOpen = true;
    }

    public override void WriteEndElement()
    {
        if (!_isTagOpen)
        {
            WriteFullEndElement();
            return;
        }

        document.Append(" />");
        _open.Pop();
        _isTagOpen = false;
    }

    public override void WriteFullEndElement()
    {
        EndTag();
        document.Append("</").Append(_open.Pop()).Append('>');
    }

    /// <exception cref="ArgumentException">A character that XML cannot hold.</exception>
    public override void WriteString(string? text)
    {
        EndTag();
        Escape(XmlConvert.VerifyXmlChars(text ?? ""));
    }

    public override void WriteRaw(string data)
    {
        EndTag();
        document.Append(data);
    }

    public override void Flush()
    {
    }

    public override string? LookupPrefix(string ns) => null;

    public override void WriteStartDocument() => throw Unknown();

    public override void WriteStartDocument(bool standalone) => throw Unknown();

    public override void WriteEndDocument() => throw Unknown();

    public override void WriteDocType(string name, string? pubid, string? sysid, string? subset) => throw Unknown();

    public override void WriteStartAttribute(string? prefix, string localName, string? ns) => throw Unknown();

    public override void WriteEndAttribute() => throw Unknown();

    public override void WriteCData(string? text) => throw Unknown();

    public override void WriteComment(string? text) => throw Unknown();

    public override void WriteProcessingInstruction(string name, string? text) => throw Unknown();

    public override void WriteEntityRef(string name) => throw Unknown();

    public override void WriteCharEntity(char ch) => throw Unknown();

    public override void WriteWhitespace(string? ws) => throw Unknown();

    public override void WriteSurrogateCharEntity(char lowChar, char highChar) => throw Unknown();

    public override void WriteChars(char[] buffer, int index, int count) => throw Unknown();

    public override void WriteRaw(char[] buffer, int index, int count) => throw Unknown();

    public override void WriteBase64(byte[] buffer, int index, int count) => throw Unknown();

    private static NotSupportedException Unknown() => new("Documents of the service have elements and text alone.");

    private void EndTag()
    {
        if (_isTagOpen)
        {
            document.Append('>');
            _isTagOpen = false;
        }
    }

    private void Escape(string content)
    {
        if (content.AsSpan().IndexOfAny("&<>\r") < 0)
        {
            document.Append(content);
            return;
        }

        foreach (var character in content)
        {
            _ = character switch
            {
                '&' => document.Append("&amp;"),
                '<' => document.Append("&lt;"),
                '>' => document.Append("&gt;"),
                '\r' => document.Append("&#xD;"),
                _ => document.Append(character),
            };
        }
    }
}
