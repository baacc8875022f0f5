using System.Globalization;
using Inventory.Documents;

namespace Inventory.Planning.Tests;

public sealed class DesiredStateProblemsTests
{
    private const string Head = """
        version: 1
        accounts: { east: { buckets: [a, b] } }

        """;

    private const string Rule = "rules: { r: { schedule: Daily, destination: { bucket: d } } }\n";

    private static IEnumerable<TestCaseData> Samples => BadFiles.All.Select(f => new TestCaseData(f).SetName($"{{m}}({f.Name})"));

    [TestCaseSource(nameof(Samples))]
    public void A_bad_file_is_refused_with_line_column_path_and_remedy(BadFile file) =>
        Assert.That(Fleet.Problems(file.Text), Is.EqualTo(file.Problems));

    [Test]
    public void Everything_is_reported_at_once_in_the_order_of_the_file_and_with_its_name()
    {
        var refusal = Fleet.Refusal("""
            version: 1
            acounts: {}
            accounts: { east: { buckets: [a, a] } }
            rules:
              r: { schedule: Dayly, destination: { bucket: d } }
            assignments:
              - { account: west, buckets: [a], rules: [x], colour: red }
            """);

        Assert.That(refusal.Kind, Is.EqualTo(InventoryErrorKind.InvalidDocument));
        Assert.That(refusal.Problems.Select(p => p.Path), Is.EqualTo([
            "acounts", "accounts.east.buckets[1]", "rules.r.schedule", "assignments[0].account", "assignments[0].rules[0]", "assignments[0].colour",
        ]));
        Assert.That(refusal.Message, Does.StartWith("fleet.yaml cannot be read as a fleet file:\n  line 2, column 10: acounts: There is no 'acounts' here. Did you mean 'accounts'?"));
    }

    [Test]
    public void A_problem_of_a_default_is_told_once_and_where_the_default_stands()
    {
        var problems = Fleet.Problems(Head + """
            defaults:
              base: { schedule: Dayly, destination: { bucket: d, prefx: p } }
            rules:
              r1: { from: base }
              r2: { from: base }
            assignments:
              - { account: east, buckets: ["*"], rules: [r1, r2] }
              - { account: east, buckets: ["*"], rules: [r1], set: { isEnabled: true } }
            """);

        Assert.That(problems.Select(p => p.Split(": ")[0]), Is.EqualTo(["4:21 defaults.base.schedule", "4:61 defaults.base.destination.prefx"]));
    }

    [Test]
    public void A_part_that_nothing_builds_on_and_a_rule_that_nobody_gets_are_checked_too()
    {
        var problems = Fleet.Problems(Head + """
            defaults: { unused: { schedul: Daily } }
            rules: { r: { destination: { bucket: d } } }
            """);

        Assert.That(problems.Select(p => p.Split(": ")[0]), Is.EqualTo(["3:32 defaults.unused.schedul", "4:13 rules.r.schedule"]));
    }

    [Test]
    public void What_an_override_spoils_is_told_at_the_override()
    {
        var problems = Fleet.Problems($$"""
            {{Head}}{{Rule}}assignments: [{ account: east, buckets: [a], rules: [r], set: { destination: { bucket: null, prefix: 7 }, schedule: Once } }]
            """);

        Assert.That(problems.Select(p => p.Split(": ")[0]), Is.EqualTo([
            "4:88 assignments[0].set.destination.bucket", "4:102 assignments[0].set.destination.prefix", "4:117 assignments[0].set.schedule",
        ]));
    }

    [Test]
    public void What_a_rule_lacks_is_told_at_the_rule_also_where_an_override_lies_over_it()
    {
        var problems = Fleet.Problems(Head + """
            rules: { r: { destination: { prefix: p } } }
            assignments: [{ account: east, buckets: [a], rules: [r], set: { destination: { prefix: q } } }]
            """);

        Assert.That(problems.Select(p => p.Split(": ")[0]), Is.EqualTo(["3:13 rules.r.schedule", "3:28 rules.r.destination.bucket"]));
    }

    [Test]
    public void A_rule_on_a_default_that_there_is_not_is_checked_for_what_it_says_itself()
    {
        var problems = Fleet.Problems($$"""
            {{Head}}rules: { r: { from: x, schedule: Dayly } }
            assignments: [{ account: east, buckets: [a], rules: [r] }]
            """);

        Assert.That(problems.Select(p => p.Split(": ")[0]), Is.EqualTo(["3:21 rules.r.from", "3:34 rules.r.schedule"]));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_list_of_names_is_cut_short(bool isPattern)
    {
        var buckets = string.Join(", ", Enumerable.Range(100, 340).Select(i => $"logs-{i}"));

        var problem = Fleet.Refusal($$"""
            version: 1
            accounts: { east: { buckets: [{{buckets}}] } }
            {{Rule}}assignments: [{ account: east, buckets: ["{{(isPattern ? "log_*" : "logs-1oo")}}"], rules: [r] }]
            """).Problems.Single();

        Assert.That(problem.Message, Does.EndWith(", logs-129 and 310 more."));
    }

    [TestCase("[", "nested deeper than 32")]
    [TestCase("{\"a\":", "nested deeper than 32")]
    [TestCase("---\n[", "nested deeper than 32")]
    [TestCase("a: {a: ", "")]
    public void Ten_megabytes_of_nesting_end_in_an_error(string nesting, string said)
    {
        var text = string.Concat(Enumerable.Repeat(nesting, 1)) + string.Concat(Enumerable.Repeat(nesting.TrimStart('-', '\n'), 10_000_000 / nesting.Length));

        var refusal = Fleet.Refusal(text);

        Assert.That(refusal.Problems.Single().Line, Is.GreaterThan(0));
        Assert.That(refusal.Message, Does.StartWith("fleet.yaml cannot be read as a fleet file:").And.Contains(said).And.Length.LessThan(1000));
    }

    [Test]
    public void A_file_that_is_too_long_is_not_read() =>
        Assert.That(Fleet.Refusal(new string('#', DesiredStateReader.MaxLength + 1)).Problems.Single().Message, Does.StartWith("It is longer than 16777216 characters."));

    [TestCase("")]
    [TestCase("\uFEFF \n")]
    [TestCase("# nothing")]
    public void An_empty_file_is_refused(string text) =>
        Assert.That(Fleet.Refusal(text).Problems.Single().Message, Is.EqualTo("It is empty."));

    [Test]
    public void A_small_file_that_says_a_great_deal_is_refused()
    {
        var prefixes = string.Join(", ", Enumerable.Range(0, 2000).Select(i => $"p{i}"));
        var rules = string.Join("\n", Enumerable.Range(0, 1000).Select(i => $"  r{i}: {{ from: big }}"));

        var refusal = Fleet.Refusal($$"""
            {{Head}}defaults: { big: { schedule: Daily, destination: { bucket: d }, filter: { prefixes: [{{prefixes}}] } } }
            rules:
            {{rules}}
            """);

        Assert.That(refusal.Problems.Single().Message, Is.EqualTo("With their defaults written out, the rules hold more than 1000000 values. Split the file."));
    }

    [Test]
    public void More_assigned_rules_than_any_fleet_has_are_refused()
    {
        var numbers = Enumerable.Range(0, 1001).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();

        var refusal = Fleet.Refusal($$"""
            version: 1
            accounts: { east: { buckets: [{{string.Join(", ", numbers.Select(n => $"b{n}"))}}] } }
            defaults: { d: { schedule: Daily, destination: { bucket: d } } }
            rules: { {{string.Join(", ", numbers.Select(n => $"r{n}: {{ from: d }}"))}} }
            assignments: [{ account: east, buckets: ["*"], rules: [{{string.Join(", ", numbers.Select(n => $"r{n}"))}}] }]
            """);

        Assert.That(refusal.Problems.Single().Message, Is.EqualTo("More than 1000000 rules are assigned. Split the file."));
    }

    [Test]
    public void What_a_message_shows_of_names_is_one_line_and_short()
    {
        var refusal = Assert.Throws<InvalidDocumentException>(() => new DesiredStateReader([]).Read("version: 2", $"a\u001b[31m{new string('x', 500)}"));

        Assert.That(refusal.Message.Any(c => c < ' ' && c != '\n'), Is.False);
        Assert.That(refusal.Message, Has.Length.LessThan(500));
    }
}
