using System.CommandLine;
using Inventory.Planning;

namespace Inventory.Cli;

/// <summary><c>inventory plan FILE</c>.</summary>
internal static class PlanCommand
{
    private const string Markdown = "markdown";

    public static ExampledCommand Create()
    {
        var file = FleetFile.Argument();
        var prune = new Option<bool>("--prune") { Description = "Also plan to delete the rules that FILE does not name; they are listed and left alone if left out." };
        var output = CommonOptions.Output(Markdown);
        var fleet = new FleetOptions();
        var command = new ExampledCommand(
            "plan",
            """
            Compares the rules of a fleet with its file, and says what would be done: nothing is written. The hash at the end stands for what was compared.
            Exit code 0 if there is nothing to do, 2 for differences and refusals, 3 if some buckets could not be read, 1 for everything else.
            """,
            $"inventory plan {Examples.Fleet}",
            $"inventory plan {Examples.Fleet} --prune --output markdown") { file, prune, output };
        command.File = (Examples.FleetFileName, Examples.FleetFileText);
        fleet.AddTo(command);
        command.RunFleet(output, async (result, cancellationToken) =>
        {
            var plan = await FleetComparison.RunAsync(result, fleet, file, result.GetValue(prune), cancellationToken);
            await result.InvocationConfiguration.Output.WriteAsync(result.GetValue(output) switch
            {
                CommonOptions.Json => new PlanJson(RuleFormats.Extensions).Write(plan),
                Markdown => PlanMarkdown.Write(plan),
                _ => PlanText.Write(plan),
            });
            return FleetComparison.ExitCode(plan);
        });
        return command;
    }
}
