using Inventory.Documents;

namespace Inventory.Planning.Tests;

[TestFixtureSource(typeof(CultureTests), nameof(Names))]
public sealed class ImportRenderingTests(string culture) : CultureTests(culture)
{
    private const string Hostile = "x\u001b[31m\u202e\u2028\n\"";

    private static readonly FleetImport Partial = new()
    {
        Text = "version: 1\naccounts: {}\n",
        Buckets = 1234,
        Rules = 1,
        DistinctIds = 1,
        LeftOut =
        [
            new() { Account = "first", Bucket = "logs", RuleId = "once", Reason = "It runs once.", Remedy = "Leave it." },
            new() { Account = "first", Bucket = "", Reason = "It has no name.", Remedy = "Name it." },
        ],
        Failures =
        [
            new()
            {
                Account = "second",
                Bucket = "media",
                RuleId = "x",
                Kind = InventoryErrorKind.MalformedResponse,
                Reason = "Rules cannot be read.",
                RequestId = "r1",
                Unreadable = ["bad"],
                MoreUnreadable = 2,
            },
        ],
    };

    private static readonly SchemaCheck Schema = new(ImportSchema.Text);

    [Test]
    public void A_terminal_shows_what_is_not_in_the_file_and_how_much_is() => Assert.That(ImportText.Write(Partial), Is.EqualTo("""
        left out first/logs once: It runs once. Leave it.
        left out first/: It has no name. Name it.
        second/media failed: MalformedResponse: Rules cannot be read. (request r1)
          cannot be read: bad
          and 2 more
        1 rule of 1234 buckets taken over, under 1 id, 1 rule left out, 1 bucket left out, 1 bucket failed.

        """));

    [Test]
    public void Of_a_whole_import_it_shows_the_counts_alone() =>
        Assert.That(ImportText.Write(new() { Text = "…", Buckets = 400, Rules = 4000, DistinctIds = 10 }), Is.EqualTo("4000 rules of 400 buckets taken over, under 10 ids.\n"));

    [Test]
    public void What_is_written_for_tools_is_read_back() => Assert.That(ImportJson.Parse(ImportJson.Write(Partial)), Is.EqualTo(Partial));

    [Test]
    public void The_schema_accepts_it() => Assert.That(Schema.Violations(JsonNodes.Parse(ImportJson.Write(Partial))), Is.Empty);

    [Test]
    public void The_schema_has_the_names_that_are_read_and_no_other()
    {
        const string text = """{ "version": 1, "buckets": 0, "rules": 0, "distinctIds": 0, "text": "x", "zzz": 1, "leftOut": [{ "zzz": 1 }], "failures": [{ "zzz": 1 }] }""";
        var schema = JsonNodes.Parse(ImportSchema.Text);

        const string told = "There is no 'zzz' here. What there is: ";
        var known = Assert.Throws<InvalidDocumentException>(() => ImportJson.Parse(text))!.Problems.Select(p => p.Message).Where(m => m.StartsWith(told, StringComparison.Ordinal)).Select(m => m[told.Length..^1].Split(", ").Order());

        DocumentNode Of(DocumentNode node, string name) => node.Members.Single(m => m.Name == name).Node;
        IEnumerable<string> NamesOf(DocumentNode node) => Of(node, "properties").Members.Select(m => m.Name).Order();
        var definitions = Of(schema, "definitions");
        Assert.That(known, Is.EquivalentTo(new[] { schema, Of(definitions, "omission"), Of(definitions, "failure") }.Select(NamesOf)));
    }

    [TestCase("""{ "version": 2 }""", "version: It is 2, and what is read here is 1.")]
    [TestCase("""{ "version": 1, "buckets": -1, "rules": 0, "distinctIds": 0, "text": "x" }""", "buckets: It must be a whole number, 0 or more.")]
    [TestCase("""{ "version": 1, "buckets": 0, "rules": 0, "distinctIds": 0, "text": "x", "failures": [{}] }""", "failures[0].kind: It must be one of ")]
    public void What_is_no_import_is_refused(string text, string problem) =>
        Assert.That(() => ImportJson.Parse(text), Throws.TypeOf<InvalidDocumentException>().With.Message.StartsWith("The document cannot be read as an import:").And.Message.Contains(problem));

    [Test]
    public void No_text_of_others_commands_who_shows_it()
    {
        var import = Partial with { LeftOut = [new() { Account = Hostile, Bucket = Hostile, RuleId = Hostile, Reason = Hostile, Remedy = Hostile }] };

        foreach (var shown in new[] { ImportText.Write(import), ImportJson.Write(import) })
        {
            Assert.That(shown.Where(c => c != '\n' && (char.IsControl(c) || c is '\u202e' or '\u2028')), Is.Empty);
        }

        Assert.That(ImportText.Write(import).Split('\n'), Has.Length.EqualTo(6));
        Assert.That(ImportJson.Parse(ImportJson.Write(import)), Is.EqualTo(import));
    }
}
