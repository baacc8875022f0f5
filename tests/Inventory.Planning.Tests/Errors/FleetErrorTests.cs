using Inventory.Documents;

namespace Inventory.Planning.Tests;

public sealed class FleetErrorTests
{
    private const string Hostile = "x\u001b[31m\u202e\u2028\n\"";

    [Test]
    public void The_problems_of_a_fleet_file_have_line_column_and_path()
    {
        var refusal = Fleet.Refusal("version: 1\naccounts: { east: { buckets: a } }\nrule: {}\n");

        var error = FleetError.Of(refusal);

        Assert.That((error.Kind, error.Message), Is.EqualTo((InventoryErrorKind.InvalidDocument, refusal.Message)));
        Assert.That(error.Problems, Is.EqualTo(refusal.Problems).And.Count.EqualTo(2));
        Assert.That(error.Problems[0], Is.EqualTo(new DocumentProblem("accounts.east.buckets", 2, 30, "It must be a list, and is 'a'.")));
    }

    [Test]
    public void The_problems_of_a_configuration_and_the_reasons_of_a_refusal_are_told_one_by_one()
    {
        var configuration = FleetError.Of(new InvalidConfigurationException("The accounts cannot be used", ["Inventory:oss:Region: it is missing.", "--set: there is\n no account 'x'."]));
        var refusal = FleetError.Of(new ApplyRefusedException([new(ApplyRefusalKind.OtherPlan, "Another was reviewed."), new(ApplyRefusalKind.Drastic, "It deletes 4.")]));

        Assert.That((configuration.Kind, refusal.Kind), Is.EqualTo((InventoryErrorKind.InvalidConfiguration, InventoryErrorKind.Conflict)));
        Assert.That(configuration.Problems.Select(p => p.Message), Is.EqualTo(["Inventory:oss:Region: it is missing.", "--set: there is no account 'x'."]));
        Assert.That(refusal.Problems.Select(p => p.Message), Is.EqualTo(["Another was reviewed.", "It deletes 4."]));
    }

    [Test]
    public void Any_other_exception_has_its_kind_and_its_message()
    {
        var errors = new Exception[] { new InventoryException(InventoryErrorKind.Unavailable, "x"), new FormatException("--rate: 'x' is not a number."), new IOException("y") }.Select(FleetError.Of);

        Assert.That(errors, Is.EqualTo(
        [
            new FleetError { Kind = InventoryErrorKind.Unavailable, Message = "x" },
            new FleetError { Kind = InventoryErrorKind.InvalidRequest, Message = "--rate: 'x' is not a number." },
            new FleetError { Kind = InventoryErrorKind.Unexpected, Message = "y" },
        ]));
    }

    [Test]
    public void Problems_without_end_are_counted()
    {
        var error = FleetError.Of(new InvalidDocumentException([.. Enumerable.Range(1, 1002).Select(n => new DocumentProblem(new('p', 2000), n, 1, new('m', 5000)))]));

        Assert.That((error.Problems.Count, error.MoreProblems), Is.EqualTo((1000, 2)));
        Assert.That((error.Problems[^1].Line, error.Problems[0].Path.Length, error.Problems[0].Message.Length), Is.EqualTo((1000, 1025, 4097)));
        Assert.That(FleetErrorJson.Parse(FleetErrorJson.Write(error)), Is.EqualTo(error));
    }

    [Test]
    public void Texts_command_no_terminal_and_read_back_all_the_same()
    {
        var error = FleetError.Of(new InvalidDocumentException([new($"a.{Hostile}", 1, 2, $"{Hostile}\ud800"), new("", 0, 0, "It is empty.")]));

        var text = FleetErrorJson.Write(error);

        Assert.That(text.Where(c => c != '\n' && (char.IsControl(c) || c is '\u202e' or '\u2028')), Is.Empty);
        Assert.That(FleetErrorJson.Parse(text), Is.EqualTo(error));
    }

    [Test]
    public void What_there_is_none_of_is_left_out() =>
        Assert.That(FleetErrorJson.Write(new() { Kind = InventoryErrorKind.InvalidDocument, Message = "x", Problems = [new("", 0, 0, "It is empty.")] }), Is.EqualTo("""
            {
              "version": 1,
              "error": {
                "kind": "InvalidDocument",
                "message": "x",
                "problems": [
                  {
                    "message": "It is empty."
                  }
                ]
              }
            }

            """.ReplaceLineEndings("\n")));

    [TestCase("""{ "version": 2, "novelty": true }""", "line 1, column 14: version: It is 2, and what is read here is 1.")]
    [TestCase("""{ "version": 1 }""", "error: It is required and missing.")]
    public void Another_document_is_refused(string text, string said) =>
        Assert.That(() => FleetErrorJson.Parse(text), Throws.TypeOf<InvalidDocumentException>().With.Message.StartsWith("The document cannot be read as an error:\n  ").And.Message.Contains(said));

    [Test]
    public void Hostile_texts_are_read_or_refused_and_nothing_else() => PropertyRun.Check(
        200,
        HostileBody.Of(FleetErrorJson.Write(FleetError.Of(Fleet.Refusal("version: 1\nrule: {}\n")))),
        body => _ = body.IsRead(() => FleetErrorJson.Parse(body.Text), InventoryErrorKind.InvalidDocument),
        HostileBody.Shrink);
}
