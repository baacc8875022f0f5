using System.CommandLine;

namespace Inventory.Cli;

/// <summary><c>inventory demo [FILE]</c>.</summary>
internal static class DemoCommand
{
    public static ExampledCommand Create()
    {
        var rule = CommonOptions.Rule();
        rule.Description = $"A rule of your own, in place of the sample. {rule.Description}";
        rule.Arity = ArgumentArity.ZeroOrOne;
        var command = new ExampledCommand(
            "demo",
            """
            Takes one rule through both clouds on an emulator of its own, without an account: put, find, list, check whether it can move,
            accept each finding, put it to the other cloud, delete both. Prints what goes over each wire. A document of a cloud's own
            begins on that cloud, a neutral one on OSS unless BOS alone can hold it.
            """,
            "inventory demo",
            $"inventory demo {Examples.Rule}") { rule };
        command.Run(async (result, cancellationToken) =>
        {
            var file = result.GetValue(rule) is { } argument ? await RuleFile.ReadAsync(argument, null, cancellationToken) : new(DemoRule.Document, null);
            await new Demo(result.InvocationConfiguration.Output).RunAsync(file.Document, file.Owner?.Name, cancellationToken);
            return ExitCodes.Done;
        });
        return command;
    }
}
