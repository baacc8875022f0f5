using System.CommandLine;
using Inventory.Planning;

namespace Inventory.Cli;

/// <summary><c>inventory schema [DOCUMENT]</c>.</summary>
internal static class SchemaCommand
{
    private const string Fleet = "fleet";

    /// <summary>The schemas by the names of the documents. Two commands print one and the same document.</summary>
    private static readonly Dictionary<string, Func<string>> Schemas = new(StringComparer.Ordinal)
    {
        [Fleet] = () => DesiredStateSchema.Text,
        ["import"] = () => ImportSchema.Text,
        ["plan"] = () => PlanSchema.Text,
        ["drift"] = () => PlanSchema.Text,
        ["apply"] = () => ApplySchema.Text,
        ["recovery"] = () => RecoverySchema.Text,
        ["migrate"] = () => MoveSchema.Text,
        ["error"] = () => FleetErrorSchema.Text,
    };

    public static ExampledCommand Create()
    {
        var document = new Argument<string>("DOCUMENT")
        {
            Description = $"The fleet file, which is what is printed if left out; or what a command prints with --output json: {string.Join(", ", Schemas.Keys)}. "
                + "A recovery is what apply --recover prints, an error what any of them prints that ends before it has a result.",
            DefaultValueFactory = _ => Fleet,
        }.AcceptOnlyFromAmong([.. Schemas.Keys]);
        var command = new ExampledCommand(
            "schema",
            "Prints the JSON Schema of a fleet file, or of what a command prints, for editors and checks. Without a request.",
            "inventory schema",
            "inventory schema plan") { document };
        command.Run(async (result, _) =>
        {
            await result.InvocationConfiguration.Output.WriteLineAsync(Schemas[result.GetValue(document)!]().TrimEnd());
            return ExitCodes.Done;
        });
        return command;
    }
}
