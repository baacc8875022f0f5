using System.CommandLine;
using Inventory.Planning;

namespace Inventory.Cli;

/// <summary><c>inventory apply FILE</c>.</summary>
internal static class ApplyCommand
{
    public static ExampledCommand Create()
    {
        var file = FleetFile.Argument();
        var prune = new Option<bool>("--prune") { Description = "Also delete the rules that FILE does not name; they are left alone if left out." };
        var hash = new Option<string?>("--plan-hash")
        {
            Description = "The hash of the plan that was reviewed: where the file or the live rules have changed since, nothing is sent. Whatever the plan is now if left out.",
            HelpName = "hash",
        };
        var force = new Option<bool>("--force") { Description = "Go on though more than 30 % of at least 10 rules would be deleted or replaced." };
        var journal = new JournalOptions();
        var output = CommonOptions.Output();
        var fleet = new FleetOptions();
        var command = new ExampledCommand(
            "apply",
            """
            Makes the rules of a fleet as its file says: what inventory plan shows, and nothing that has changed since it was read. Without --plan-hash it shows the
            plan first. One bucket's failure is that bucket's, and the others go on.
            Exit code 0 if all is done, 2 if something is refused or the plan is not the one that was reviewed, 3 if some buckets failed, 1 for everything else.
            """,
            $"inventory apply {Examples.Fleet}",
            $"inventory apply {Examples.Fleet} --recover") { file, prune, hash, force, output };
        command.File = (Examples.FleetFileName, Examples.FleetFileText);
        journal.AddTo(command);
        fleet.AddTo(command);
        command.RunFleet(output, async (result, cancellationToken) =>
        {
            var settings = fleet.Read(result);
            var (notes, isRecovery) = (journal.Read(result), journal.IsRecovery(result, prune, hash, force));
            var desired = await FleetFile.ReadAsync(result.GetValue(file)!, result.InvocationConfiguration.Error, cancellationToken);
            using var session = FleetSession.Open(settings, desired.Buckets.Select(b => b.Account), result.InvocationConfiguration.Error);
            var console = result.InvocationConfiguration.Output;
            var isJson = result.GetValue(output) == CommonOptions.Json;
            if (isRecovery)
            {
                return await journal.RecoverAsync(result, session, isJson, cancellationToken);
            }

            var plan = await session.PlanAsync(desired, result.GetValue(prune), cancellationToken);
            if (!isJson && !plan.IsEmpty && result.GetValue(hash) is null)
            {
                await console.WriteAsync($"{PlanText.Write(plan)}\n");
                await console.FlushAsync(cancellationToken);
            }

            try
            {
                var applied = await session.ApplyAsync(plan, "Writing rules", notes, result.GetValue(hash), result.GetValue(force), cancellationToken);
                await console.WriteAsync(isJson ? ApplyJson.Write(applied) : ApplyText.Write(applied));
                return ExitCode(applied);
            }
            catch (ApplyRefusedException e) when (isJson)
            {
                // A plan that is refused is a result too: tools get the reasons in the document that they expect.
                await console.WriteAsync(ApplyJson.Write(ApplyResult.NotApplied(plan, e)));
                await Failures.SayAsync(result.InvocationConfiguration.Error, e.Message);
                return ExitCodes.Of(e);
            }
        });
        return command;
    }

    /// <summary>What was stopped comes first, then buckets that failed, then refusals.</summary>
    private static int ExitCode(ApplyResult result) =>
        result.IsCancelled ? ExitCodes.Failed
        : result.Counts.FailedBuckets > 0 ? ExitCodes.BucketsFailed
        : result.Counts.Refused > 0 ? ExitCodes.Refused
        : ExitCodes.Done;
}
