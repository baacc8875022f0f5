using System.Text;
using System.Xml;
using Inventory.Emulator.Oss;

namespace Inventory.Emulator.Tests;

/// <summary>Documents are what the base class library would write.</summary>
[TestFixture]
public sealed class FragmentWriterTests
{
    private static readonly XmlWriterSettings Plain = new()
    {
        OmitXmlDeclaration = true,
        NewLineHandling = NewLineHandling.Entitize,
        ConformanceLevel = ConformanceLevel.Fragment,
    };

    private static readonly string[] Texts = ["", "a", "a & b <c> \"d\" 'e'", "\r\n\t ]]>", "日本 é 𠀀", "&amp;"];

    [Test]
    public void Elements_and_text_are_written_as_the_base_class_library_writes_them([ValueSource(nameof(Texts))] string text)
    {
        void Content(XmlWriter writer)
        {
            writer.WriteStartElement("Root");
            writer.WriteElementString("Text", text);
            writer.WriteStartElement("Empty");
            writer.WriteEndElement();
            writer.WriteStartElement("Full");
            writer.WriteString(text);
            writer.WriteFullEndElement();
            writer.WriteStartElement("Silent");
            writer.WriteString(text);
            writer.WriteEndElement();
            writer.WriteRaw("<Raw>&amp;</Raw>");
            writer.WriteStartElement("Outer");
            writer.WriteElementString("Inner", text);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        var expected = new StringBuilder();
        using (var writer = XmlWriter.Create(expected, Plain))
        {
            Content(writer);
        }

        Assert.That(OssDocument.Write(Content), Is.EqualTo(expected.ToString()));
    }

    [TestCase(0x01)]
    [TestCase(0xD800)]
    [TestCase(0xFFFF)]
    public void A_character_that_XML_cannot_hold_is_refused(int character)
    {
        var text = ((char)character).ToString();

        Assert.That(() => OssDocument.Write(writer => writer.WriteElementString("A", text)), Throws.InstanceOf<Exception>());

        Assert.That(OssDocument.Write(writer => writer.WriteElementString("A", "b")), Is.EqualTo("<A>b</A>"));
    }

    [Test]
    public void What_no_document_of_the_service_has_is_refused()
    {
        Assert.That(() => OssDocument.Write(writer => writer.WriteElementString("A", "urn:a", "b")), Throws.InstanceOf<NotSupportedException>());
        Assert.That(() => OssDocument.Write(writer => writer.WriteComment("a")), Throws.InstanceOf<NotSupportedException>());
    }
}
