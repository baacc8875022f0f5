using System.Text;
using System.Xml;

namespace Inventory.Documents;

/// <content>Writing.</content>
public static partial class XmlNodes
{
    private static readonly XmlWriterSettings Compact = Layout(isIndented: false);
    private static readonly XmlWriterSettings Indented = Layout(isIndented: true);

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
        using (var writer = XmlWriter.Create(text, isIndented ? Indented : Compact))
        {
            Write(writer, root, "");
        }

        return text.ToString();
    }

    /// <summary>Writes an element and what it holds in UTF-8, as <see cref="Write(DocumentMember, bool)"/> does without indenting.</summary>
    /// <exception cref="InventoryException">As there.</exception>
    public static byte[] WriteBytes(DocumentMember root)
    {
        ArgumentNullException.ThrowIfNull(root.Node);
        using var bytes = new MemoryStream(1024);
        using (var writer = XmlWriter.Create(bytes, Compact))
        {
            Write(writer, root, "");
        }

        return bytes.ToArray();
    }

    /// <summary>Refuses what <see cref="Write(DocumentMember, bool)"/> would, without writing it. Names are those of this library, and are taken for good.</summary>
    /// <exception cref="InventoryException">A text has a character that XML cannot hold; of kind <see cref="InventoryErrorKind.InvalidRequest"/>.</exception>
    public static void RefuseUnwritable(DocumentMember root)
    {
        ArgumentNullException.ThrowIfNull(root.Node);
        try
        {
            _ = XmlConvert.VerifyXmlChars(root.Node.Text);
        }
        catch (XmlException e)
        {
            throw CannotHold(root.Name, e);
        }

        for (var i = 0; i < root.Node.Members.Count; i++)
        {
            RefuseUnwritable(root.Node.Members[i]);
        }

        for (var i = 0; i < root.Node.Items.Count; i++)
        {
            RefuseUnwritable(new(root.Name, root.Node.Items[i]));
        }
    }

    private static XmlWriterSettings Layout(bool isIndented) => new()
    {
        OmitXmlDeclaration = true,
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = isIndented,
        IndentChars = "  ",
        NewLineChars = "\n",

        // A carriage return in a value would be read back as a line feed.
        NewLineHandling = NewLineHandling.Entitize,
    };

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
            for (var i = 0; i < member.Node.Members.Count; i++)
            {
                if (member.Node.Members[i] is var attribute && IsAttribute(attribute))
                {
                    writer.WriteAttributeString(attribute.Name[1..], attribute.Node.Namespace, attribute.Node.Text);
                }
            }

            for (var i = 0; i < member.Node.Members.Count; i++)
            {
                var child = member.Node.Members[i];
                if (child.Name == "#text")
                {
                    writer.WriteString(child.Node.Text);
                }
                else if (!IsAttribute(child))
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
            throw CannotHold(member.Name, e);
        }
    }

    private static bool IsAttribute(DocumentMember member) => member.Name.StartsWith('@');

    private static InventoryException CannotHold(string name, Exception cause) =>
        new(InventoryErrorKind.InvalidRequest, $"XML cannot hold '{NodeText.Cut(name)}': {Sentence(cause.Message)}", cause);
}
