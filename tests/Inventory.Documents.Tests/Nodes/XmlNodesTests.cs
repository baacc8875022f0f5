using System.Text;

namespace Inventory.Documents.Tests;

public sealed class XmlNodesTests
{
    [Test]
    public void An_element_and_its_attributes_know_their_lines()
    {
        const string text = "<a>\n  <b\n    c='1'>x</b>\r\n  <d/>\n</a>";

        var root = XmlNodes.Parse(text);

        var b = root.Node.Members[0].Node;
        Assert.That((root.Name, root.Node.Line, b.Line, root.Node.Members[1].Node.Line), Is.EqualTo(("a", 1, 2, 4)));
        Assert.That(b.Members.Select(m => (m.Name, m.Node.Text, m.Node.Line)), Is.EqualTo(new[] { ("@c", "1", 3), ("#text", "x", 3) }));
    }

    [Test]
    public void Lines_are_counted_from_the_top_of_a_text_that_begins_with_white_space()
    {
        const string text = "\uFEFF\r\n\n  <?xml version='1.0' encoding='utf-16'?><a>\n<b/></a>";

        var root = XmlNodes.Parse(text);

        Assert.That((root.Node.Line, root.Node.Members[0].Node.Line), Is.EqualTo((3, 4)));
        Assert.That(root.Node.Column, Is.EqualTo(3 + "<?xml version='1.0' encoding='utf-16'?><".Length));
    }

    [Test]
    public void Names_are_local_and_namespaces_are_kept_for_writing()
    {
        const string text = "<q:a xmlns:q='urn:one' xmlns='urn:two' q:c='1'><b><d/></b><q:b/><e xmlns=''/></q:a>";

        var root = XmlNodes.Parse(text);

        Assert.That(root.Node.Members.Select(m => m.Name), Is.EqualTo(["@c", "b", "b", "e"]));
        Assert.That(
            XmlNodes.Write(root, isIndented: false),
            Is.EqualTo("<a p1:c=\"1\" xmlns:p1=\"urn:one\" xmlns=\"urn:one\"><b xmlns=\"urn:two\"><d /></b><p1:b /><e xmlns=\"\" /></a>"));
    }

    [TestCase("<a xmlns=\"urn:one\"><b /></a>")]
    [TestCase("<a><b xmlns=\"urn:one\"><c xmlns=\"\">x</c></b></a>")]
    [TestCase("<a xml:lang=\"en\">x</a>")]
    public void What_is_read_with_namespaces_is_written_with_them(string text) =>
        Assert.That(XmlNodes.Write(XmlNodes.Parse(text), isIndented: false), Is.EqualTo(text));

    [Test]
    public void An_attribute_is_kept_and_written_before_the_elements_wherever_it_stands()
    {
        var node = DocumentNode.Object([new("b", DocumentNode.Of("x")), new("@c", DocumentNode.Of("a\"\n"))]);

        var text = XmlNodes.Write(new("a", node), isIndented: false);

        Assert.That(text, Is.EqualTo("<a c=\"a&quot;&#xA;\"><b>x</b></a>"));
    }

    [Test]
    public void Attributes_that_differ_in_namespace_alone_are_refused()
    {
        const string text = "<a b:x='1' c:x='2' xmlns:b='urn:b' xmlns:c='urn:c'/>";

        var problem = Refused(() => XmlNodes.Parse(text));

        Assert.That(problem.Message, Is.EqualTo("The attribute 'x' is given more than once."));
    }

    [TestCase("<a>one<b>x</b>two<b /> three </a>")]
    [TestCase("<a c=\"1\"> </a>")]
    [TestCase("<a>  </a>")]
    [TestCase("<a> x </a>")]
    [TestCase("<a>&#xD;\n\t&#xD;&#xD;</a>")]
    [TestCase("<a c=\"&#xD;&#xA;&#x9;\" />")]
    [TestCase("<a>&lt;&amp;&gt; 汉字 😀</a>")]
    public void Text_comes_back_as_it_was(string text)
    {
        var root = XmlNodes.Parse(text);

        Assert.That(XmlNodes.Write(root, isIndented: false), Is.EqualTo(text));
    }

    [Test]
    public void Layout_between_elements_is_not_text()
    {
        const string text = "<a>\n  <b>x</b>\n  <b>\n  </b>\n</a>";

        var root = XmlNodes.Parse(text);

        Assert.That(root.Node.Members.Select(m => (m.Name, m.Node.Text)), Is.EqualTo(new[] { ("b", "x"), ("b", "\n  ") }));
    }

    [Test]
    public void Comments_sections_and_instructions_do_not_cut_a_text()
    {
        const string text = "<!-- c --><?p i?><a>x<!-- c -->y<![CDATA[<z>]]><?p i?>!</a><!-- c -->";

        var root = XmlNodes.Parse(text);

        Assert.That(root.Node.Text, Is.EqualTo("xy<z>!"));
    }

    [Test]
    public void Names_that_repeat_and_lists_are_the_same()
    {
        const string text = "<a><b>1</b><b>2</b></a>";

        var asJson = JsonNodes.Write(XmlNodes.Parse(text).Node, isIndented: false);
        var back = XmlNodes.Write(new("a", JsonNodes.Parse(asJson)), isIndented: false);

        Assert.That(asJson, Is.EqualTo("""{"b":["1","2"]}"""));
        Assert.That(back, Is.EqualTo(text));
    }

    [TestCase("<!DOCTYPE a><a/>")]
    [TestCase("<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a/>")]
    [TestCase("<!DOCTYPE a [<!ENTITY x 'xxxxxxxxxx'><!ENTITY y '&x;&x;&x;&x;'>]><a>&y;&y;</a>")]
    [TestCase("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>")]
    public void A_document_type_is_refused_and_no_entity_expanded(string text)
    {
        var asText = Refused(() => XmlNodes.Parse(text));
        var asBytes = Refused(() => XmlNodes.Parse(Encoding.UTF8.GetBytes(text)));

        Assert.That(asText.Message, Does.Contain("document type definition"));
        Assert.That(asBytes, Is.EqualTo(asText));
    }

    [TestCase("", 0)]
    [TestCase("x", 1)]
    [TestCase("<a", 1)]
    [TestCase("<a>\n<b>", 2)]
    [TestCase("<a>\n</b>", 2)]
    [TestCase("<a/>\n<b/>", 2)]
    [TestCase("<a/>\ntext", 2)]
    [TestCase("<a>\n&x;</a>", 2)]
    [TestCase("<a>&#1;</a>", 1)]
    [TestCase("<a b='1' b='2'/>", 1)]
    [TestCase("<?xml version='1.1'?><a/>", 1)]
    public void What_is_not_XML_is_refused_with_its_line(string text, int line)
    {
        var problem = Refused(() => XmlNodes.Parse(text));

        Assert.That(problem.Line, Is.EqualTo(line));
        Assert.That(problem.Message, Does.StartWith("It is not XML that can be read: "));
    }

    [Test]
    public void Bytes_that_are_not_UTF_8_are_refused()
    {
        byte[] document = [.. "<a>"u8, 0xC3, 0x28, 0xFF, .. "</a>"u8];

        var problem = Refused(() => XmlNodes.Parse(document));

        Assert.That(problem.Message, Does.StartWith("It is not XML that can be read: "));
    }

    [TestCase("gb2312")]
    [TestCase("utf-7")]
    [TestCase("utf-16")]
    [TestCase("nonsense")]
    public void Bytes_in_an_encoding_that_cannot_be_read_are_refused(string encoding)
    {
        var document = Encoding.ASCII.GetBytes($"<?xml version='1.0' encoding='{encoding}'?><a/>");

        var problem = Refused(() => XmlNodes.Parse(document));

        Assert.That(problem.Message, Does.StartWith("It is not XML that can be read: "));
    }

    [Test]
    public void Bytes_are_read_in_the_encoding_that_they_declare()
    {
        byte[] utf8 = [0xEF, 0xBB, 0xBF, .. "<a>é</a>"u8];
        byte[] utf16 = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<a>é</a>")];
        var latin = Encoding.Latin1.GetBytes("<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>");

        var texts = new[] { utf8, utf16, latin }.Select(d => XmlNodes.Parse(d).Node.Text);

        Assert.That(texts, Is.All.EqualTo("é"));
    }

    [Test]
    public void Thirty_two_levels_are_read_and_thirty_three_are_not()
    {
        var deepest = Nested(32);
        var deeper = Nested(33);

        Assert.That(() => XmlNodes.Parse(deepest), Throws.Nothing);
        Assert.That(Refused(() => XmlNodes.Parse(deeper)).Message, Is.EqualTo("It is nested deeper than 32."));

        static string Nested(int depth) => string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));
    }

    [TestCase("<e/>", 1_000_000)]
    [TestCase("<e a='' b='' c=''/>", 250_000)]
    public void More_values_than_any_document_has_are_refused(string element, int times)
    {
        var text = $"<list>{string.Concat(Enumerable.Repeat(element, times))}</list>";

        var refusal = Assert.Throws<InvalidDocumentException>(() => XmlNodes.Parse(text));

        Assert.That(refusal.Problems[0].Message, Is.EqualTo("It holds more than 1000000 values."));
    }

    [Test]
    public void A_text_in_very_many_pieces_is_read_in_time()
    {
        var text = $"<a>{string.Concat(Enumerable.Repeat("x<!---->", 200_000))}</a>";

        var root = XmlNodes.Parse(text);

        Assert.That(root.Node.Text, Has.Length.EqualTo(200_000));
    }

    [TestCase("a", "\u0001", TestName = "{m}(U+0001 in a text)")]
    [TestCase("a b", "x")]
    [TestCase("", "x")]
    [TestCase("1", "x")]
    public void What_XML_cannot_hold_is_refused_by_name(string name, string value)
    {
        var node = DocumentNode.Object([new(name, DocumentNode.Of(value))]);

        var refusal = Assert.Throws<InventoryException>(() => XmlNodes.Write(new("root", node), isIndented: false));

        Assert.That(refusal.Kind, Is.EqualTo(InventoryErrorKind.InvalidRequest));
        Assert.That(refusal.Message, Does.StartWith($"XML cannot hold '{name}'"));
        Assert.That(Assert.Throws<InventoryException>(() => XmlNodes.WriteBytes(new("root", node))).Message, Is.EqualTo(refusal.Message));
    }

    [TestCase('\u0001', TestName = "{m}(U+0001)")]
    [TestCase('\uFFFE', TestName = "{m}(U+FFFE)")]
    [TestCase('\uD83D', TestName = "{m}(half a surrogate pair)")]
    public void A_text_that_could_not_be_written_is_refused_without_writing_it(char character)
    {
        var text = $"a{character}";
        DocumentMember inMember = new("root", DocumentNode.Object([new("a", DocumentNode.Of("x")), new("b", DocumentNode.Of(text))]));
        DocumentMember inItem = new("root", DocumentNode.Object([new("b", DocumentNode.Array([DocumentNode.Of("x"), DocumentNode.Of(text)]))]));

        foreach (var document in (DocumentMember[])[inMember, inItem])
        {
            var written = Assert.Throws<InventoryException>(() => XmlNodes.Write(document, isIndented: false));
            var refusal = Assert.Throws<InventoryException>(() => XmlNodes.RefuseUnwritable(document));

            Assert.That((refusal.Kind, refusal.Message[..20]), Is.EqualTo((written.Kind, written.Message[..20])));
        }
    }

    [Test]
    public void Bytes_are_the_text_in_UTF_8_without_a_mark()
    {
        DocumentMember document = new("root", DocumentNode.Object([new("a", DocumentNode.Of("清单 <&> \r\n 😀"))]));

        var bytes = XmlNodes.WriteBytes(document);

        Assert.That(Encoding.UTF8.GetString(bytes), Is.EqualTo(XmlNodes.Write(document, isIndented: false)));
    }

    [Test]
    public void Half_a_character_is_refused()
    {
        var half = "😀"[..1];

        var refusal = Assert.Throws<InventoryException>(() => XmlNodes.Write(new("a", DocumentNode.Of(half)), isIndented: false));

        Assert.That(refusal.Kind, Is.EqualTo(InventoryErrorKind.InvalidRequest));
    }

    [Test]
    public void Indented_text_reads_back_as_the_same()
    {
        const string text = "<a><b>x</b><c><d>&#xD;</d></c><e>one<f />two</e></a>";

        var indented = XmlNodes.Write(XmlNodes.Parse(text), isIndented: true);

        Assert.That(indented, Does.StartWith("<a>\n  <b>x</b>\n  <c>\n    <d>&#xD;</d>"));
        Assert.That(XmlNodes.Write(XmlNodes.Parse(indented), isIndented: false), Is.EqualTo(text));
    }

    private static DocumentProblem Refused(Action parse) => Assert.Throws<InvalidDocumentException>(parse)!.Problems.Single();
}
