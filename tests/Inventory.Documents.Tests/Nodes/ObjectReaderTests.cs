namespace Inventory.Documents.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ObjectReaderTests
{
    private readonly DocumentProblems _problems = new();

    [Test]
    public void Members_are_read_by_name_and_the_rest_is_unread()
    {
        var reader = Json("""{"a":"x","b":{"c":7},"d":true,"e":[1,"2"],"f":0,"g":null}""");

        var read = (reader.Text("a"), reader.RequiredObject("b").Integer("c"), reader.Boolean("d"), string.Concat(reader.Texts("e")), reader.Text("g"));

        Assert.That(read, Is.EqualTo(("x", 7L, true, "12", (string?)null)));
        Assert.That(reader.Unread.Single().Name, Is.EqualTo("f"));
        Assert.That(_problems.Found, Is.Empty);
    }

    [Test]
    public void What_is_absent_is_null_and_no_problem()
    {
        var reader = Json("{}");

        var read = (reader.Text("a"), reader.Integer("a"), reader.Boolean("a"), reader.Object("a"), reader.One("a"), reader.Texts("a").Count);

        Assert.That(read, Is.EqualTo(((string?)null, (long?)null, (bool?)null, (ObjectReader?)null, (DocumentNode?)null, 0)));
        Assert.That(_problems.Found, Is.Empty);
    }

    [Test]
    public void What_is_required_is_one_problem_where_it_is_missing_empty_or_not_a_text()
    {
        var reader = Json("{\"b\":\"\",\n\"c\":[]}");

        _ = reader.RequiredText("a");
        _ = reader.RequiredText("b");
        _ = reader.RequiredText("c");
        _ = reader.RequiredObject("d").RequiredText("e");

        Assert.That(_problems.Found.Select(p => (p.Path, p.Line, p.Message)), Is.EqualTo(new[]
        {
            ("a", 1, "It is required and missing."),
            ("b", 1, "It is required and empty."),
            ("c", 2, "It must be a text, and is an array."),
            ("d", 1, "It is required and missing."),
        }));
    }

    [Test]
    public void A_value_of_another_type_is_shown()
    {
        var reader = Json("""{"a":"x","b":1.5,"c":{"d":1},"e":7,"f":true,"g":["",{"h":1}]}""");

        _ = reader.Integer("a");
        _ = reader.Integer("b");
        _ = reader.Text("c");
        _ = reader.Object("e");
        _ = reader.Object("f");
        _ = reader.Boolean("a");
        _ = reader.Texts("g");

        Assert.That(_problems.Found.Select(p => (p.Path, p.Message)), Is.EqualTo(new[]
        {
            ("a", "'x' must be a whole number."),
            ("b", "'1.5' must be a whole number."),
            ("c", "It must be a text, and is an object."),
            ("e", "It must hold members, and is the number 7."),
            ("f", "It must hold members, and is true."),
            ("a", "'x' must be true or false."),
            ("g[0]", "It must be a text, and is empty."),
            ("g[1]", "It must be a text, and is an object."),
        }));
    }

    [TestCase("1e3", 1000L)]
    [TestCase("1024.0", 1024L)]
    [TestCase("\"1024\"", 1024L)]
    [TestCase("\" -5 \"", -5L)]
    [TestCase("9223372036854775807", long.MaxValue)]
    [TestCase("\"1e3\"", null)]
    [TestCase("9223372036854775808", null)]
    [TestCase("1e-1", null)]
    [TestCase("1e999999999999999999999", null)]
    public void A_whole_number_is_read_by_the_grammar_of_its_kind(string number, long? expected)
    {
        var reader = Json($$"""{"a":{{number}}}""");

        var value = reader.Integer("a");

        Assert.That(value, Is.EqualTo(expected));
        Assert.That(_problems.Found, Has.Count.EqualTo(expected is null ? 1 : 0));
    }

    [Test]
    public void An_element_that_repeats_is_a_list_where_one_is_asked_for_and_a_problem_where_not()
    {
        var reader = Xml("<r><a>1</a><b/>\n<a>2</a></r>");

        var texts = Xml("<r><a>1</a><b/><a>2</a></r>").Texts("a");
        var first = reader.Text("a");
        _ = reader.Text("a");

        Assert.That(string.Join(' ', texts), Is.EqualTo("1 2"));
        Assert.That(first, Is.EqualTo("1"));
        Assert.That(_problems.Found, Is.EqualTo(new[] { new DocumentProblem("a", 2, 2, "It is given more than once.") }));
    }

    [Test]
    public void An_element_without_content_is_an_object_without_members()
    {
        var reader = Xml("<r><a/><b>\n</b></r>");

        var unread = reader.RequiredObject("a").Unread.Concat(reader.RequiredObject("b").Unread);

        Assert.That(unread, Is.Empty);
        Assert.That(_problems.Found, Is.Empty);
    }

    [Test]
    public void A_path_is_separated_as_the_document_separates_it()
    {
        var reader = new ObjectReader(XmlNodes.Parse("<r><a><b/></a></r>").Node, "r", _problems, "/");

        _ = reader.RequiredObject("a").RequiredText("b");

        Assert.That(_problems.Found.Single().Path, Is.EqualTo("r/a/b"));
    }

    [Test]
    public void What_throws_becomes_a_problem_without_the_name_of_an_argument()
    {
        var reader = Json("""{"day":32}""");

        var schedule = reader.Try("day", () => InventorySchedule.Monthly((int)reader.Integer("day")!), InventorySchedule.Daily);

        Assert.That(schedule, Is.EqualTo(InventorySchedule.Daily));
        Assert.That(_problems.Found.Single().ToString(), Is.EqualTo("line 1, column 8: day: A day of the month is 1 to 31."));
    }

    [Test]
    public void An_unknown_name_is_refused_with_what_there_is_and_what_was_meant()
    {
        var reader = Json("""{"prefx":1}""");

        _ = reader.Text("prefix");
        _ = reader.Text("bucket");
        reader.RefuseUnread();

        Assert.That(_problems.Found.Single().Message, Is.EqualTo("There is no 'prefx' here. Did you mean 'prefix'? What there is: bucket, prefix."));
    }

    [Test]
    public void Problems_are_thrown_together_in_the_order_of_the_document_and_each_once()
    {
        var reader = Json("{\n\"a\":1,\n\"b\":2}");
        reader.Problem("b", "Second.");
        reader.Problem("a", "First.");
        reader.Problem("b", "Second.");

        var refusal = Assert.Throws<InvalidDocumentException>(_problems.ThrowIfAny);

        Assert.That(refusal.Kind, Is.EqualTo(InventoryErrorKind.InvalidDocument));
        Assert.That(refusal.Message, Is.EqualTo("The document cannot be read as an inventory rule:\n  line 2, column 5: a: First.\n  line 3, column 5: b: Second."));
    }

    [Test]
    public void A_message_is_short_and_cannot_command_a_terminal()
    {
        var reader = Json($$"""{"a\u001b[2J{{new string('x', 1000)}}":1}""");

        reader.RefuseUnread();

        Assert.That(_problems.Found.Single().Message, Has.Length.LessThan(200).And.Not.Contains('\u001b'));
    }

    private ObjectReader Json(string text) => new(JsonNodes.Parse(text), "", _problems);

    private ObjectReader Xml(string text) => new(XmlNodes.Parse(text).Node, "", _problems);
}
