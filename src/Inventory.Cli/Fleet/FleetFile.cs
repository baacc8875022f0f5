using System.CommandLine;
using Inventory.Planning;

namespace Inventory.Cli;

/// <summary>The argument FILE: the rules that a fleet is to have.</summary>
internal static class FleetFile
{
    private static readonly TextInput Input = new("FILE", "Write a path, or - for standard input.", "fleet file");

    public static Argument<string> Argument() => new("FILE")
    {
        Description = "The fleet file, YAML or JSON: a path, or - for standard input. inventory schema prints what it may hold.",
    };

    /// <summary>Reads the fleet that an argument names.</summary>
    /// <exception cref="InventoryException">It cannot be read; the message names the file, and every problem has line, column and path.</exception>
    public static async Task<DesiredState> ReadAsync(string argument, CancellationToken cancellationToken)
    {
        var isStandardInput = argument == "-";
        var text = isStandardInput ? await Input.ReadStandardInputAsync(cancellationToken) : await Input.ReadFileAsync(argument, cancellationToken);
        return new DesiredStateReader(RuleFormats.Extensions).Read(text, isStandardInput ? TextInput.StandardInput : argument);
    }
}
