using Inventory.Planning;

namespace Inventory.Cli;

/// <summary><c>inventory schema</c>.</summary>
internal static class SchemaCommand
{
    public static ExampledCommand Create()
    {
        var command = new ExampledCommand("schema", "Prints the JSON Schema of a fleet file, for editors and checks. Without a request.", "inventory schema");
        command.Run(async (result, _) =>
        {
            await result.InvocationConfiguration.Output.WriteLineAsync(DesiredStateSchema.Text.TrimEnd());
            return ExitCodes.Done;
        });
        return command;
    }
}
