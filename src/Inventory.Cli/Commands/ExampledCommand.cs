using System.CommandLine;

namespace Inventory.Cli;

/// <summary>A command whose help ends with examples, and whose failures are one message and an exit code.</summary>
internal sealed class ExampledCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Lines for a shell, in order. They work as they stand while the emulator runs as <see cref="Examples.Emulator"/> starts it.</summary>
    public IReadOnlyList<string> Lines { get; } = examples;

    /// <summary>A file that the examples read: its name, and what it holds. Null unless stated.</summary>
    public (string Name, string Text)? File { get; set; }

    /// <summary>Says what the command does.</summary>
    public void Run(Func<ParseResult, CancellationToken, Task<int>> action) =>
        SetAction((result, cancellationToken) => Failures.ReportAsync(() => action(result, cancellationToken), result.InvocationConfiguration.Error));

    /// <summary>Says what a command on a fleet does. Where it ends before it has a result, tools get an error document in its place.</summary>
    /// <param name="output">The option that says whether tools read it.</param>
    /// <param name="action">What it does. It writes nothing for tools before it has a result.</param>
    public void RunFleet(Option<string> output, Func<ParseResult, CancellationToken, Task<int>> action) =>
        SetAction((result, cancellationToken) => Failures.ReportAsync(
            () => action(result, cancellationToken),
            result.InvocationConfiguration.Error,
            result.GetValue(output) == CommonOptions.Json ? result.InvocationConfiguration.Output : null));
}
