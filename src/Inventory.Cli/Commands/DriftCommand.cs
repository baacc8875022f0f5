using System.CommandLine;
using Inventory.Planning;

namespace Inventory.Cli;

/// <summary><c>inventory drift FILE</c>.</summary>
internal static class DriftCommand
{
    public static ExampledCommand Create()
    {
        var file = FleetFile.Argument();
        var unmanaged = new Option<bool>("--count-unmanaged")
        {
            Description = "Rules that FILE does not name are drift too; they are listed and not counted if left out. With it the plan is that of --prune.",
        };
        var output = CommonOptions.Output();
        var fleet = new FleetOptions();
        var command = new ExampledCommand(
            "drift",
            """
            Says where the rules of a fleet are not as its file says, live → desired: for a nightly check. Nothing is written. With --output json it is the plan
            that would put it right, as inventory plan prints it.
            Exit code 0 if there is no drift, 2 for differences and refusals, 3 if some buckets could not be read, 1 for everything else.
            """,
            $"inventory drift {Examples.Fleet}",
            $"inventory drift {Examples.Fleet} --count-unmanaged --output json") { file, unmanaged, output };
        command.File = (Examples.FleetFileName, Examples.FleetFileText);
        fleet.AddTo(command);
        command.RunFleet(output, async (result, cancellationToken) =>
        {
            var plan = await FleetComparison.RunAsync(result, fleet, file, result.GetValue(unmanaged), cancellationToken);
            await result.InvocationConfiguration.Output.WriteAsync(
                result.GetValue(output) == CommonOptions.Json ? new PlanJson(RuleFormats.Extensions).Write(plan) : DriftText.Write(plan));
            return FleetComparison.ExitCode(plan);
        });
        return command;
    }
}
