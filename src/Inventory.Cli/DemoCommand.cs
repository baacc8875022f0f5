using System.CommandLine;

namespace Inventory.Cli;

/// <summary><c>inventory demo [FILE]</c>.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo?>("FILE")
        {
            Description = "A rule of your own: an OSS XML document, ossutil JSON, BOS JSON or neutral JSON. A sample rule if left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(
            "demo",
            """
            Takes one rule through both clouds on the emulator, without an account: put, find, list, check whether it can move,
            accept each finding, put it to the other cloud, delete both. Prints what goes over each wire. A document of a cloud's own
            begins on that cloud, a neutral one on OSS unless BOS alone can hold it.

            Example: inventory demo rule.xml
            """) { file };
        command.SetAction((result, cancellationToken) => Failures.ReportAsync(
            async () =>
            {
                var (document, provider) = result.GetValue(file) is { } path ? await RuleFiles.ReadAsync(path, cancellationToken) : (DemoRule.Document, null);
                await new Demo(result.InvocationConfiguration.Output).RunAsync(document, provider, cancellationToken);
                return ExitCodes.Done;
            },
            result.InvocationConfiguration.Error));
        return command;
    }
}
