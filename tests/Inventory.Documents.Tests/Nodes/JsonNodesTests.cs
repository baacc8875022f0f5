namespace Inventory.Documents.Tests;

public sealed class JsonNodesTests
{
    [Test]
    public void A_node_knows_the_line_and_column_that_it_begins_at()
    {
        const string text = "{\n  \"a\": [1.50,\r\n    true, \"x\ny\", null],\r  \"b\":\n{ }\n}";

        var root = JsonNodes.Parse(text);

        var nodes = root.Members[0].Node.Items.Prepend(root.Members[0].Node).Prepend(root).Append(root.Members[1].Node);
        Assert.That(
            nodes.Select(n => (n.Kind, n.Line, n.Column)),
            Is.EqualTo(new[]
            {
                (DocumentNodeKind.Object, 1, 1),
                (DocumentNodeKind.Array, 2, 8),
                (DocumentNodeKind.Number, 2, 9),
                (DocumentNodeKind.Boolean, 3, 5),
                (DocumentNodeKind.Text, 3, 11),
                (DocumentNodeKind.Null, 4, 5),
                (DocumentNodeKind.Object, 6, 1),
            }));
    }

    [TestCase("// a\r\n[1]")]
    [TestCase("// a\n\r[1]")]
    [TestCase("/* a\r\nb */[1]\r")]
    [TestCase("[1 // a\n]")]
    public void A_comment_is_skipped(string text) => Assert.That(JsonNodes.Parse(text).Items, Has.Count.EqualTo(1));

    [TestCase("[1, // not\r2]", 1, 5)]
    [TestCase("[1, /* a\rb */2]", 1, 5)]
    [TestCase("// a\r[1]", 1, 1)]
    [TestCase("[\n// a\u202Eb\n1]", 2, 1)]
    [TestCase("[1] /* \u2066 */", 1, 5)]
    public void A_comment_that_people_would_read_otherwise_is_refused(string text, int line, int column)
    {
        var problem = Assert.Throws<InvalidDocumentException>(() => JsonNodes.Parse(text)).Problems.Single();

        Assert.That((problem.Line, problem.Column), Is.EqualTo((line, column)));
        Assert.That(problem.Message, Does.Contain("in a comment"));
    }

    [TestCase("1e400")]
    [TestCase("-0.0")]
    [TestCase("1.50")]
    [TestCase("1E-30")]
    [TestCase("123456789012345678901234567890.123456789012345678901234567890")]
    [TestCase("99999999999999999999999999999999")]
    public void A_number_stays_as_it_is_written(string number)
    {
        var text = $"[{number}]";

        var node = JsonNodes.Parse(text);

        Assert.That(node.Items[0].Text, Is.EqualTo(number));
        Assert.That(JsonNodes.Write(node, isIndented: false), Is.EqualTo(text));
    }

    [TestCase("NaN")]
    [TestCase("-Infinity")]
    [TestCase("010")]
    [TestCase("0x10")]
    [TestCase(".5")]
    [TestCase("1.")]
    [TestCase("+1")]
    public void A_number_that_JSON_does_not_write_so_is_refused(string number)
    {
        var text = $"[{number}]";

        var refusal = Refused(text);

        Assert.That(refusal, Has.Property(nameof(DocumentProblem.Line)).EqualTo(1).And.Property(nameof(DocumentProblem.Column)).EqualTo(2));
    }

    [TestCase("{'a':1}")]
    [TestCase("{a:1}")]
    [TestCase("['a']")]
    [TestCase("[1,]")]
    [TestCase("{\"a\":1, /* last */ }")]
    [TestCase("[1,,2]")]
    [TestCase("[,1]")]
    [TestCase("[1 2]")]
    [TestCase("undefined")]
    [TestCase("new Date(1)")]
    [TestCase("[\"\\q\"]")]
    [TestCase("\0{}")]
    public void What_only_looks_like_JSON_is_refused(string text)
    {
        var problem = Refused(text);

        Assert.That(problem.Message, Does.StartWith("It is not JSON"));
    }

    [Test]
    public void A_member_that_is_given_twice_is_refused_with_line_and_path()
    {
        const string text = "{\n \"a\": { \"b\": 1,\n \"b\": 2 } }";

        var problem = Refused(text);

        Assert.That(problem, Is.EqualTo(new DocumentProblem("a.b", 3, 2, "The member 'b' is given more than once, first in line 2.")));
    }

    [Test]
    public void Every_member_that_is_given_twice_is_named()
    {
        const string text = "{ \"a\": 1, \"a\": 2, \"b\": [ { \"c\": 1, \"c\": 2 } ], \"a\": { \"d\": 1, \"d\": 2 } }";

        var refusal = Assert.Throws<InvalidDocumentException>(() => JsonNodes.Parse(text));

        Assert.That(refusal.Problems.Select(p => p.Path), Is.EqualTo(new[] { "a", "b[0].c", "a", "a.d" }));
    }

    [TestCase("\\ud800")]
    [TestCase("\\uDC00")]
    [TestCase("x\\uD83D")]
    [TestCase("\\uD83D\\n\\uDE00")]
    [TestCase("\\uDE00\\uD83D")]
    [TestCase("\\\\\\uD83D")]
    public void Half_a_character_is_refused_with_line_and_path(string literal)
    {
        var asText = Refused($"{{ \"a\": [1,\n \"{literal}\"] }}");
        var asName = Refused($"{{ \"a\": 1,\n \"{literal}\": 2 }}");

        Assert.That((asText.Path, asText.Line, asText.Column), Is.EqualTo(("a[1]", 2, 2)));
        Assert.That(asText.Message, Does.StartWith("It has half a character"));
        Assert.That((asName.Line, asName.Message), Is.EqualTo((2, asText.Message)));
    }

    [Test]
    public void Half_a_character_is_refused_where_it_is_not_escaped_too()
    {
        // Made here: the arguments of an attribute are stored as UTF-8, which cannot hold it.
        var (high, low) = ("😀"[..1], "😀"[1..]);
        string[] literals = [high, low, $"{high}\\uDE00", $"\\uD83D{low}", $"{low}{high}"];

        var messages = literals.Select(l => Refused($"\"{l}\"").Message);

        Assert.That(messages, Has.All.StartsWith("It has half a character"));
    }

    [TestCase("\\uD83D\\uDE00", "😀")]
    [TestCase("😀", "😀")]
    [TestCase("\\uFFFD", "\uFFFD")]
    [TestCase("\uFFFD", "\uFFFD")]
    [TestCase("\\\\ud800", "\\ud800")]
    [TestCase("\uFFFD\\\\ud800", "\uFFFD\\ud800")]
    public void A_whole_character_is_read_however_it_is_written(string literal, string text)
    {
        var node = JsonNodes.Parse($"\"{literal}\"");

        Assert.That(node.Text, Is.EqualTo(text));
    }

    [TestCase("0,")]
    [TestCase("{},")]
    public void More_values_than_any_document_has_are_refused(string item)
    {
        var text = $"[{string.Concat(Enumerable.Repeat(item, 2_000_000))}0]";

        Assert.That(Refused(text).Message, Is.EqualTo("It holds more than 1000000 values."));
    }

    [Test]
    public void Names_that_differ_in_case_are_two_members()
    {
        const string text = """{"a":1,"A":2}""";

        var node = JsonNodes.Parse(text);

        Assert.That(string.Join(' ', node.Members.Select(m => m.Name)), Is.EqualTo("a A"));
    }

    [TestCase("[", "]")]
    [TestCase("{\"a\":", "}")]
    public void Thirty_two_levels_are_read_and_thirty_three_are_not(string open, string close)
    {
        var deepest = Nested(32);
        var deeper = Nested(33);

        Assert.That(() => JsonNodes.Parse(deepest), Throws.Nothing);
        Assert.That(Refused(deeper).Message, Is.EqualTo("It is nested deeper than 32."));

        string Nested(int depth) => string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
    }

    [Test]
    public void A_million_brackets_are_refused_like_thirty_three()
    {
        var text = """{"rules":""" + new string('[', 1_000_000);

        var problem = Refused(text);

        Assert.That(problem, Is.EqualTo(new DocumentProblem($"rules{string.Concat(Enumerable.Repeat("[0]", 31))}", 1, 41, "It is nested deeper than 32.")));
    }

    [Test]
    public void Comments_and_a_byte_order_mark_are_skipped()
    {
        const string text = "\uFEFF// first\n{ /* a, */ \"a\": /* value */ 1 // last\n}\n// end";

        var node = JsonNodes.Parse(text);

        Assert.That(JsonNodes.Write(node, isIndented: false), Is.EqualTo("""{"a":1}"""));
        Assert.That((node.Line, node.Members[0].Node.Line, node.Members[0].Node.Column), Is.EqualTo((2, 2, 29)));
    }

    [TestCase("{} x", 1, 4)]
    [TestCase("{}\n{}", 2, 1)]
    [TestCase("1 2", 1, 3)]
    public void Text_after_the_value_is_refused(string text, int line, int column)
    {
        var problem = Refused(text);

        Assert.That((problem.Line, problem.Column), Is.EqualTo((line, column)));
    }

    [TestCase("")]
    [TestCase("  \n")]
    [TestCase("// nothing")]
    [TestCase("{")]
    [TestCase("{\"a\"")]
    [TestCase("{\"a\":")]
    [TestCase("{\"a\":1,")]
    [TestCase("[tru")]
    [TestCase("\"abc")]
    [TestCase("\"\\u12")]
    [TestCase("/* abc")]
    public void A_text_that_ends_too_early_is_refused(string text)
    {
        var problem = Refused(text);

        Assert.That(problem.Message, Does.StartWith("It is not JSON"));
        Assert.That(problem.Line, Is.GreaterThan(0));
    }

    [Test]
    public void An_endless_number_does_not_make_an_endless_message()
    {
        var text = $"[{new string('9', 100_000)}]";

        var problem = Refused(text);

        Assert.That(problem.Message, Has.Length.LessThan(300));
    }

    [Test]
    public void A_date_stays_a_text()
    {
        const string text = """["2024-01-01T00:00:00+08:00"]""";

        var node = JsonNodes.Parse(text);

        Assert.That(node.Items[0].Kind, Is.EqualTo(DocumentNodeKind.Text));
        Assert.That(JsonNodes.Write(node, isIndented: false), Is.EqualTo(text));
    }

    [Test]
    public void A_name_that_repeats_is_written_as_one_list()
    {
        var one = DocumentNode.Of("1");
        var node = DocumentNode.Object([new("a", one), new("b", one), new("a", DocumentNode.Array([one, one])), new("a", DocumentNode.Null())]);

        var text = JsonNodes.Write(node, isIndented: false);

        Assert.That(text, Is.EqualTo("""{"a":["1","1","1",null],"b":"1"}"""));
    }

    [Test]
    public void Indented_text_has_two_spaces_and_line_feeds()
    {
        var node = JsonNodes.Parse("""{"a":[1],"b":{}}""");

        var text = JsonNodes.Write(node, isIndented: true);

        Assert.That(text, Is.EqualTo("{\n  \"a\": [\n    1\n  ],\n  \"b\": {}\n}"));
    }

    private static DocumentProblem Refused(string text) =>
        Assert.Throws<InvalidDocumentException>(() => JsonNodes.Parse(text))!.Problems.Single();
}
