using System.CommandLine;
using System.Globalization;
using Inventory.Planning;

namespace Inventory.Cli;

/// <summary>The argument FILE: the rules that a fleet is to have.</summary>
internal static class FleetFile
{
    private const int MostTold = 20;

    private static readonly TextInput Input = new("FILE", "Write a path, or - for standard input.", "fleet file");

    public static Argument<string> Argument() => new("FILE")
    {
        Description = "The fleet file, YAML or JSON: a path, or - for standard input. inventory schema prints what it may hold.",
    };

    /// <summary>Reads the fleet that an argument names, and says of each rule in it that no bucket gets that it is so.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="error">Where that is said.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InventoryException">It cannot be read; the message names the file, and every problem has line, column and path.</exception>
    public static async Task<DesiredState> ReadAsync(string argument, TextWriter error, CancellationToken cancellationToken)
    {
        var (name, text) = await Input.ReadAsync(argument, cancellationToken);
        var desired = new DesiredStateReader(RuleFormats.Extensions).Read(text, name);
        foreach (var rule in desired.Unassigned.Take(MostTold))
        {
            await error.WriteLineAsync($"{rule}: no bucket gets this rule. Name it in an assignment, or take it out.");
        }

        if (desired.Unassigned.Count > MostTold)
        {
            await error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"And {desired.Unassigned.Count - MostTold} rules more that no bucket gets."));
        }

        return desired;
    }
}
