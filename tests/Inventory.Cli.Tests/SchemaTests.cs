using System.Text.Json;
using Inventory.Planning;

namespace Inventory.Cli.Tests;

/// <summary><c>inventory schema</c>.</summary>
[TestFixture]
public sealed class SchemaTests
{
    private static IEnumerable<TestCaseData> Printed =>
        new[]
        {
            ("import", ImportSchema.Text), ("plan", PlanSchema.Text), ("drift", PlanSchema.Text), ("apply", ApplySchema.Text), ("recovery", RecoverySchema.Text),
            ("migrate", MoveSchema.Text), ("error", FleetErrorSchema.Text),
        }.Select(p => new TestCaseData(p.Item1, p.Item2).SetArgDisplayNames(p.Item1));

    [Test]
    public async Task It_prints_the_schema_of_a_fleet_file()
    {
        var run = await Program.RunAsync("schema");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        using var schema = JsonDocument.Parse(run.Output);
        Assert.That(
            schema.RootElement.GetProperty("properties").EnumerateObject().Select(member => member.Name),
            Is.SupersetOf(new[] { "version", "accounts", "defaults", "rules", "assignments" }));
    }

    [TestCaseSource(nameof(Printed))]
    public async Task It_prints_the_schema_of_what_a_command_prints(string document, string schema)
    {
        var run = await Program.RunAsync("schema", document);

        Assert.That(run, Is.EqualTo(new Run(0, schema, "")));
    }

    [Test]
    public async Task A_document_that_it_does_not_know_is_named_with_those_that_there_are()
    {
        var run = await Program.RunAsync("schema", "rule");

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error, Does.Contain("'rule'").And.Contain("'fleet'").And.Contain("'plan'"));
    }
}
