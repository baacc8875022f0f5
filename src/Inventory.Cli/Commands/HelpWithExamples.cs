using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Inventory.Cli;

/// <summary>The usual page of help, and examples below it.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly string[] First =
    [
        $"inventory convert {Examples.Rule} --to json --out rule.json",
        $"inventory validate rule.json {Examples.Oss}",
        $"inventory put rule.json {Examples.OssBucket}",
        $"inventory list {Examples.OssBucket}",
        $"inventory get weekly {Examples.OssBucket}",
        $"inventory delete weekly {Examples.OssBucket}",
    ];

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        var exampled = command as ExampledCommand;
        var lines = exampled?.Lines ?? First;
        if (exampled?.File is { } file)
        {
            output.WriteLine($"A file, {file.Name}:");
            output.WriteLine($"  {file.Text.ReplaceLineEndings("\n").Replace("\n", "\n  ", StringComparison.Ordinal)}\n");
        }

        output.WriteLine(
            command is RootCommand ? $"Without an account, beside a terminal with {Examples.Emulator}:"
            : lines.Any(line => line.Contains("--emulator", StringComparison.Ordinal)) ? $"Examples, beside a terminal with {Examples.Emulator}:"
            : "Examples:");
        foreach (var line in lines)
        {
            output.WriteLine($"  {line}");
        }

        return code;
    }
}
