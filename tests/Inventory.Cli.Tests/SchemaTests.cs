using System.Text.Json;

namespace Inventory.Cli.Tests;

/// <summary><c>inventory schema</c>.</summary>
[TestFixture]
public sealed class SchemaTests
{
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
}
