namespace Inventory.Documents.Tests;

public sealed class RuleDocumentFormatsTests
{
    private const string Rule = """{"id":"r","destination":{"bucket":"b"},"schedule":"Daily"}""";

    private static readonly NeutralJsonFormat Json = new([]);

    private static readonly RuleDocumentFormats Formats = new([new MarkedFormat("special", "#special"), Json, new MarkedFormat("marked", "#")]);

    [Test]
    public void Formats_are_found_by_name_without_regard_to_case()
    {
        var format = Formats["JSON"];

        Assert.That(format, Is.SameAs(Json));
        Assert.That(string.Join(' ', Formats.Names), Is.EqualTo("special json marked"));
    }

    [Test]
    public void An_unknown_name_says_which_there_are()
    {
        var refusal = Assert.Throws<InventoryException>(() => Formats.Read(Rule, "jsn"));

        Assert.That(refusal.Kind, Is.EqualTo(InventoryErrorKind.InvalidDocument));
        Assert.That(refusal.Message, Is.EqualTo("There is no format of rule files called 'jsn'. Did you mean 'json'? What there is: special, json, marked."));
    }

    [TestCase(Rule, "json")]
    [TestCase("#special", "special")]
    [TestCase("#other", "marked")]
    public void The_first_format_that_a_text_looks_like_is_taken(string text, string name)
    {
        var format = Formats.Detect(text);

        Assert.That(format.Name, Is.EqualTo(name));
    }

    [Test]
    public void A_text_that_looks_like_no_format_is_told_what_they_look_like()
    {
        var refusal = Assert.Throws<InvalidDocumentException>(() => Formats.Read("id = r"));

        Assert.That(refusal.Problems.Single().Message, Is.EqualTo(
            "It looks like no format that is registered. 'special' is a file of its own format."
            + " 'json' is a JSON object with \"id\", \"schedule\" and a \"destination\" that has a \"bucket\". 'marked' is a file of its own format."));
    }

    [Test]
    public void A_byte_order_mark_and_white_space_are_skipped_and_lines_still_count()
    {
        var document = Formats.Read($"\uFEFF\r\n \t{Rule}");
        var refusal = Assert.Throws<InvalidDocumentException>(() => Formats.Read($"\uFEFF\r\n \t{Rule.Replace("Daily", "Dayly", StringComparison.Ordinal)}"));

        Assert.That(document.Rule.Id, Is.EqualTo("r"));
        Assert.That((refusal.Problems.Single().Line, refusal.Problems.Single().Column), Is.EqualTo((2, 3 + Rule.IndexOf("\"Daily", StringComparison.Ordinal))));
    }

    [TestCase("")]
    [TestCase("\uFEFF")]
    [TestCase(" \r\n\t ")]
    public void A_text_without_content_is_called_empty(string text)
    {
        var whole = Assert.Throws<InvalidDocumentException>(() => Formats.Read(text));
        var named = Assert.Throws<InvalidDocumentException>(() => Formats.Read(text, "json"));

        Assert.That(whole.Problems.Single().Message, Is.EqualTo("It is empty."));
        Assert.That(named.Problems, Is.EqualTo(whole.Problems));
    }

    [Test]
    public void A_named_format_is_taken_whatever_the_text_looks_like()
    {
        var document = Formats.Read(Rule, "marked");

        Assert.That(document.Rule.Id, Is.EqualTo("marked"));
    }

    [Test]
    public void Two_formats_of_one_name_are_not_registered()
    {
        var refusal = Assert.Throws<ArgumentException>(() => _ = new RuleDocumentFormats([Json, new MarkedFormat("Json", "#")]));

        Assert.That(refusal.Message, Does.StartWith("Two formats of rule files are called 'json'."));
    }

    private sealed class MarkedFormat(string name, string mark) : IRuleDocumentFormat
    {
        public string Name => name;

        public bool Recognizes(string text) => text.StartsWith(mark, StringComparison.Ordinal);

        public RuleDocument Read(string text) =>
            new(new InventoryRule { Id = name, Destination = new() { Bucket = "b" }, Schedule = InventorySchedule.Daily });

        public string Write(RuleDocument document) => mark;
    }
}
