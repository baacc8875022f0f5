namespace Inventory.Documents.Tests;

public sealed class NeutralYamlProblemsTests
{
    private static readonly NeutralYamlFormat Format = new([new SampleExtensionDocument(), new SampleExtensionDocument("another")]);

    [Test]
    public void Everything_is_reported_at_once_with_line_and_path()
    {
        const string text = """
            id: 123
            id: other
            isEnabled: yes
            enabled: true
            destination:
              bucket: &b reports
              format: !csv CSV
              prefix: *b
              encryption: { kind: ServiceManaged, keyId: k }
            schedule:
            filter:
              prefixes: [a, "", 7, 0x10]
              lastModified: { begin: 2024-01-01, end: 010 }
              objectSize: { lower: -1, upper: 1_000 }
              <<: *b
              ? [a]
              : b
            optionalFields: [Size, Etag, ~]
            extensions: { smaple: {}, another: { nota: 1 } }
            """;

        var problems = Assert.Throws<InvalidDocumentException>(() => Format.Read(text)).Problems;

        Assert.That(problems.Select(p => (p.Line, p.Path)), Is.EqualTo(new[]
        {
            (1, "id"),
            (2, "id"),
            (3, "isEnabled"),
            (4, "enabled"),
            (6, "destination.bucket"),
            (7, "destination.format"),
            (8, "destination.prefix"),
            (9, "destination.encryption.keyId"),
            (10, "schedule"),
            (12, "filter.prefixes[1]"),
            (12, "filter.prefixes[2]"),
            (12, "filter.prefixes[3]"),
            (13, "filter.lastModified.begin"),
            (13, "filter.lastModified.end"),
            (14, "filter.objectSize.lower"),
            (14, "filter.objectSize.upper"),
            (15, "filter"),
            (15, "filter"),
            (16, "filter"),
            (18, "optionalFields[1]"),
            (18, "optionalFields[2]"),
            (19, "extensions.smaple"),
            (19, "extensions.another.nota"),
        }));
    }

    [TestCase("id: 5", "id", 5, "It must be a text in quotation marks, and is the number 5.")]
    [TestCase("id: true", "id", 5, "It must be a text in quotation marks, and is true.")]
    [TestCase("id: ~", "id", 5, "It is required and missing.")]
    [TestCase("id: []", "id", 5, "It must be a text in quotation marks, and is an array.")]
    [TestCase("id:", "id", 4, "It has no value. Leave it out, or write one: null for none, \"\" for an empty text.")]
    [TestCase("id: on", "id", 5, "'on' is true or false to some readers of YAML and a text to others. Write true or false, or put it in quotation marks.")]
    [TestCase("id: 0x1F", "id", 5, "'0x1F' is one number to some readers of YAML and another, or a text, to others.")]
    [TestCase("id: 12:30", "id", 5, "'12:30' is one number to some readers")]
    [TestCase("id: !!str 5", "id", 5, "It has the tag 'tag:yaml.org,2002:str', and tags are not read. Leave it out.")]
    [TestCase("id: ! x", "id", 5, "It has the tag '!', and tags are not read.")]
    [TestCase("id: &a x", "id", 5, "It is marked '&a' to be repeated elsewhere, and such anchors are not read. Leave the mark out.")]
    [TestCase("id: *a", "id", 5, "'*a' stands for a value elsewhere, and such aliases are not read. Write the value out.")]
    [TestCase("&a x: 1", "", 1, "It is marked '&a'")]
    [TestCase("*a : 1", "", 1, "The name of a member is a text. Write it out.")]
    [TestCase("? {a: b}\n: 1", "", 3, "The name of a member is a text. Write it out.")]
    [TestCase("<<: {id: r}", "", 1, "Merge keys (<<) are not read. Write the members out.")]
    [TestCase("\"<<\": {id: r}", "<<", 7, "There is no '<<' here.")]
    [TestCase("schedule: 1", "schedule", 11, "It must be a schedule, and is the number 1.")]
    [TestCase("schedule: [Daily]", "schedule", 11, "It must be a schedule, and is an array.")]
    [TestCase("filter: [x: y]", "filter", 9, "It must be an object, and is an array.")]
    [TestCase("isEnabled: \"true\"", "isEnabled", 12, "It must be true or false without quotation marks, and is 'true'.")]
    [TestCase("filter: { prefixes: a }", "filter.prefixes", 21, "It must be a list, and is 'a'.")]
    [TestCase("filter: { prefixes }", "filter.prefixes", 20, "It has no value.")]
    public void A_member_is_refused_with_line_and_path(string member, string path, int column, string message)
    {
        var text = With(member);

        var problem = Assert.Throws<InvalidDocumentException>(() => Format.Read(text)).Problems.First(p => p.Line == 2);

        Assert.That((problem.Path, problem.Column), Is.EqualTo((path, column)));
        Assert.That(problem.Message, Does.StartWith(message));
    }

    [Test]
    public void What_stands_in_for_a_refused_value_is_not_refused_once_more()
    {
        var text = With("schedule: *nightly").Replace("destination: {bucket: b}", "destination: !x z", StringComparison.Ordinal);

        var problems = Assert.Throws<InvalidDocumentException>(() => Format.Read(text)).Problems;

        Assert.That(problems.Select(p => p.Path), Is.EqualTo(new[] { "schedule", "destination" }));
    }

    [Test]
    public void A_name_that_is_given_twice_names_both_lines()
    {
        const string text = "id: r\ndestination:\n  bucket: b\n  # once more\n  'bucket': c\nschedule: Daily\n";

        var problems = Assert.Throws<InvalidDocumentException>(() => Format.Read(text)).Problems;

        Assert.That(problems, Is.EqualTo(new[] { new DocumentProblem("destination.bucket", 5, 3, "The member 'bucket' is given more than once, first in line 3.") }));
    }

    [TestCase("a: 'x", 1, 4)]
    [TestCase("a: 1\n b: 2", 2, 3)]
    [TestCase("a: b: c", 1, 5)]
    [TestCase("a:\n\t- b", 2, 1)]
    [TestCase("a: {b: c\nd: {e: f\ng: h}", 2, 1)]
    [TestCase("a:\n  : 1\n  b: c", 2, 4)]
    [TestCase("a: [b", 2, 1)]
    [TestCase("a: {b: c", 2, 1)]
    [TestCase("a: @b", 1, 4)]
    [TestCase("a: \"\\q\"", 1, 4)]
    [TestCase("a: \"\\ud800\"", 1, 4)]
    [TestCase("a: 1\nb\nc: 2", 2, 1)]
    [TestCase("%YAML 3.0\n---\na: 1", 1, 1)]
    [TestCase("%TAG ! tag:x\n%TAG ! tag:y\n---\na: 1", 2, 1)]
    public void What_is_not_YAML_is_refused_with_line_and_column(string text, int line, int column)
    {
        var problem = Assert.Throws<InvalidDocumentException>(() => Format.Read(text)).Problems.Single();

        Assert.That(problem.Message, Does.StartWith("It is not YAML: "));
        Assert.That((problem.Line, problem.Column), Is.EqualTo((line, column)));
    }

    [Test]
    public void A_line_that_is_indented_with_a_tab_is_named()
    {
        const string text = "id: r\r\ndestination:\r\n\tbucket: b\r\n";

        var problem = Assert.Throws<InvalidDocumentException>(() => Format.Read(text)).Problems.Single();

        Assert.That(problem.ToString(), Is.EqualTo("line 3, column 1: It is not YAML: the line is indented with a tab. Indent it with spaces."));
    }

    [Test]
    public void What_was_found_before_the_YAML_breaks_is_reported_with_it()
    {
        const string text = "id: on\nid: r\ndestination: [";

        var problems = Assert.Throws<InvalidDocumentException>(() => Format.Read(text)).Problems;

        Assert.That(problems.Select(p => p.Line), Is.EqualTo(new[] { 1, 2, 4 }));
    }

    [TestCase("id: r\0\nfilter: x", 6, "U+0000", "\\u0000")]
    [TestCase("id: r\u001b[2J", 6, "U+001B", "\\u001B", TestName = "{m}(U+001B)")]
    [TestCase("id: r\u0085x: y", 6, "U+0085", "\\u0085")]
    [TestCase("id: 'r\u2028'", 7, "U+2028", "\\u2028")]
    [TestCase("id: r\uFEFF", 6, "U+FEFF", "\\uFEFF")]
    [TestCase("id: r # \u202Elive", 9, "U+202E", "\\u202E")]
    [TestCase("id: r\u2066", 6, "U+2066", "\\u2066")]
    public void A_character_that_a_parser_would_swallow_is_refused_with_how_to_write_it(string member, int column, string name, string escape)
    {
        var text = With(member);

        var problem = Assert.Throws<InvalidDocumentException>(() => Format.Read(text)).Problems.Single();

        Assert.That((problem.Line, problem.Column), Is.EqualTo((2, column)));
        Assert.That(problem.Message, Is.EqualTo($"The character {name} cannot stand in a YAML file as it is. Write it as {escape} in double quotation marks."));
    }

    [Test]
    public void A_carriage_return_alone_does_not_end_a_comment()
    {
        var text = With("id: r # not\risEnabled: false");

        var problem = Assert.Throws<InvalidDocumentException>(() => Format.Read(text)).Problems.Single();

        Assert.That((problem.Line, problem.Column), Is.EqualTo((2, 12)));
        Assert.That(problem.Message, Does.StartWith("There is a carriage return without a line feed at the end of a comment."));
    }

    [Test]
    public void A_hundred_problems_are_told_and_the_others_counted()
    {
        var text = $"{SampleRules.FullYaml}{string.Concat(Enumerable.Range(0, 250).Select(i => $"m{i}: 1\n"))}";

        var failure = Assert.Throws<InvalidDocumentException>(() => Format.Read(text));

        Assert.That(failure.Problems, Has.Count.EqualTo(250));
        Assert.That(failure.Message.Split("\n  "), Has.Length.EqualTo(102));
        Assert.That(failure.Message, Does.EndWith("\n  and 150 more."));
    }

    [Test]
    public void A_name_in_a_path_commands_no_terminal_and_forges_no_line()
    {
        var text = With("\"\\e[31mred\\n  line 1: forged \\u202E\": 1");

        var failure = Assert.Throws<InvalidDocumentException>(() => Format.Read(text));

        Assert.That(failure.Message.Split('\n'), Has.Length.EqualTo(2 + failure.Problems.Count - 1));
        Assert.That(failure.Message, Does.Contain("\uFFFD[31mred\uFFFD  line 1: forged \uFFFD: There is no"));
        Assert.That(failure.Message.Any(c => c is '\u001b' or '\u202E'), Is.False);
    }

    [Test]
    public void Half_a_character_is_refused_with_its_place()
    {
        var text = With($"id: 😀{"😀"[..1]}");

        var problem = Assert.Throws<InvalidDocumentException>(() => Format.Read(text)).Problems.Single();

        Assert.That((problem.Line, problem.Column), Is.EqualTo((2, 7)));
        Assert.That(problem.Message, Does.StartWith("It has half a character"));
    }

    [TestCase("a: 1\n---\nb: 2", 2)]
    [TestCase("a: 1\n...\n---\n", 3)]
    [TestCase("a: 1\n...\nb", 3)]
    [TestCase("a: 1\n--- 'not closed", 2)]
    public void A_second_document_is_refused_with_its_line(string more, int line)
    {
        var text = $"{SampleRules.FullYaml}{more[5..]}";
        var above = SampleRules.FullYaml.Count(c => c == '\n');

        var problem = Assert.Throws<InvalidDocumentException>(() => Format.Read(text)).Problems.Single();

        Assert.That(problem.Line, Is.EqualTo(above + line - 1));
        Assert.That(problem.Message, Does.StartWith("There is a second document in the file, and a file holds one."));
    }

    [Test]
    public void A_version_that_reads_otherwise_is_refused()
    {
        var text = $"%YAML 1.1\n---\n{SampleRules.FullYaml}";

        var problem = Assert.Throws<InvalidDocumentException>(() => Format.Read(text)).Problems.Single();

        Assert.That((problem.Line, problem.Message), Is.EqualTo((1, "It says that it is YAML 1.1, and is read as YAML 1.2. Leave that line out.")));
    }

    [TestCase("")]
    [TestCase("\n# nothing\n")]
    [TestCase("\uFEFF")]
    [TestCase("...")]
    public void A_text_without_a_document_is_called_empty(string text)
    {
        var problem = Assert.Throws<InvalidDocumentException>(() => Format.Read(text)).Problems.Single();

        Assert.That(problem.Message, Is.EqualTo("It is empty."));
    }

    [TestCase("- a", "A rule is an object, and this is an array.")]
    [TestCase("a", "A rule is an object, and this is 'a'.")]
    [TestCase("null", "A rule is an object, and this is null.")]
    [TestCase("---", "It has no value.")]
    public void A_rule_is_an_object(string text, string message)
    {
        var problem = Assert.Throws<InvalidDocumentException>(() => Format.Read(text)).Problems.Single();

        Assert.That(problem.Message, Does.StartWith(message));
    }

    [TestCase("[")]
    [TestCase("{a: ")]
    [TestCase("- ")]
    [TestCase("? ")]
    public void A_million_levels_are_refused_like_thirty_three(string open)
    {
        var deepest = string.Concat(Enumerable.Repeat(open, 32));
        var deeper = string.Concat(Enumerable.Repeat(open, 33)) + "a";
        var endless = string.Concat(Enumerable.Repeat(open, 1_000_000 / open.Length));

        Assert.That(Messages(deepest), Has.None.Contains("nested deeper"));
        Assert.That(Messages(deeper), Has.One.EqualTo("It is nested deeper than 32."));
        Assert.That(Messages(endless), Has.One.EqualTo("It is nested deeper than 32."));

        static IEnumerable<string> Messages(string text) => Assert.Throws<InvalidDocumentException>(() => Format.Read(text)).Problems.Select(p => p.Message);
    }

    [Test]
    public void A_level_too_deep_is_told_with_its_path()
    {
        var text = $"id: r\nfilter: {new string('[', 1_000)}";

        var problem = Assert.Throws<InvalidDocumentException>(() => Format.Read(text)).Problems.Single();

        Assert.That(problem, Is.EqualTo(new DocumentProblem($"filter{string.Concat(Enumerable.Repeat("[0]", 31))}", 2, 40, "It is nested deeper than 32.")));
    }

    [Test]
    public void A_billion_laughs_are_not_laughed()
    {
        const string text = """
            a: &a [x, x, x, x, x, x, x, x, x]
            b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
            c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
            id: *c
            """;

        var problems = Assert.Throws<InvalidDocumentException>(() => Format.Read(text)).Problems;

        Assert.That(problems.Count(p => p.Message.Contains("stands for a value elsewhere", StringComparison.Ordinal)), Is.EqualTo(19));
    }

    /// <summary>A sound rule with a member in the place of the sound one, on line 2.</summary>
    private static string With(string member)
    {
        string[] sound = ["id: r", "destination: {bucket: b}", "schedule: Daily"];
        var name = member[..(member.IndexOf(':', StringComparison.Ordinal) + 1)];
        return $"# a rule\n{string.Join("\n", sound.Where(s => !s.StartsWith(name, StringComparison.Ordinal)).Prepend(member))}\n";
    }
}
