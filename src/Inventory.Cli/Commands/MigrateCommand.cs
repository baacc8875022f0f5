using System.CommandLine;
using Inventory.Planning;

namespace Inventory.Cli;

/// <summary><c>inventory migrate --from A --to B</c>.</summary>
internal static class MigrateCommand
{
    private const string Markdown = "markdown";

    private static readonly string Example = "inventory migrate --from oss --to bos --bucket examplebucket --emulator oss=9000 --emulator bos=9001";

    public static ExampledCommand Create()
    {
        var move = new MoveArguments();
        var apply = new Option<bool>("--apply") { Description = "Land the rules that map at the target, disabled, and read them back. What cannot move is told, and lands in a later run." };
        var enable = new Option<bool>("--enable") { Description = "Enable the rules that have landed and are equal, where they are enabled at the source. With --apply it is done after landing." };
        var hash = new Option<string?>("--plan-hash") { Description = "With --apply: write only if the plan is still the one with this hash, from the end of a plan that you looked at.", HelpName = "hash" };
        var journal = new JournalOptions();
        var output = CommonOptions.Output(Markdown);
        var fleet = new FleetOptions();
        var command = new ExampledCommand(
            "migrate",
            """
            Plans the move of the rules of many buckets to another account: what maps, what maps with a change, what cannot and why, and what you may accept by name.
            Nothing is written without --apply or --enable, and never at the source. Rules land disabled: look at them, enable them, then disable those at the source.
            Exit code 0 if nothing is left to do, 2 if something is refused or is to be done, 3 if some buckets failed, 1 for everything else.
            """,
            Example,
            $"{Example} --accept schedule=EveryThreeDays --accept drop=OptionalFields --apply",
            $"{Example} --accept schedule=EveryThreeDays --accept drop=OptionalFields --enable");
        move.AddTo(command);
        foreach (var option in new Option[] { apply, enable, hash, output })
        {
            command.Add(option);
        }

        journal.AddTo(command);
        fleet.AddTo(command);
        command.RunFleet(output, async (result, cancellationToken) =>
        {
            var (isApplied, isEnabled, format) = (result.GetValue(apply), result.GetValue(enable), result.GetValue(output));
            if (!isApplied && result.GetValue(hash) is not null)
            {
                throw new FormatException("--plan-hash: it is for what lands. Add --apply, or leave it out.");
            }

            var isRecovery = journal.IsRecovery(result, apply, enable, hash);
            if (format == Markdown && (isApplied || isEnabled || isRecovery))
            {
                throw new FormatException("--output markdown is for plans. Leave out --apply, --enable and --recover, or write --output text or json.");
            }

            var settings = fleet.Read(result);
            var notes = journal.Read(result);
            using var session = FleetSession.Open(settings, move.Accounts(result), result.InvocationConfiguration.Error);
            if (isRecovery)
            {
                return await journal.RecoverAsync(result, session, format == CommonOptions.Json, cancellationToken);
            }

            var run = new MoveRun(session, await move.ReadAsync(result, cancellationToken));
            var plan = await run.PlanAsync(enable: isEnabled && !isApplied, cancellationToken);
            ApplyRefusedException? refused = null;
            try
            {
                if (isApplied)
                {
                    plan = await run.ApplyAsync(plan, notes, result.GetValue(hash), cancellationToken);
                    plan = isEnabled && !run.IsStopped ? await run.PlanAsync(enable: true, cancellationToken) : plan;
                }

                if (isEnabled && !run.IsStopped)
                {
                    plan = await run.ApplyAsync(plan, notes, null, cancellationToken);
                }
            }
            catch (ApplyRefusedException e) when (format == CommonOptions.Json)
            {
                // Tools get what was written before, and the reasons, in the document that they expect.
                refused = e;
            }

            await result.InvocationConfiguration.Output.WriteAsync(format switch
            {
                CommonOptions.Json => new MoveJson(RuleFormats.Extensions).Write(plan, run.Applied),
                Markdown => MoveMarkdown.Write(plan),
                _ => string.Concat(run.Applied.Select(ApplyText.Write)) + MoveText.Write(plan),
            });
            if (refused is not null)
            {
                await Failures.SayAsync(result.InvocationConfiguration.Error, refused.Message);
                return ExitCodes.Of(refused);
            }

            return run.IsStopped ? ExitCodes.Failed
                : run.IsFailed || plan.Counts.FailedBuckets > 0 ? ExitCodes.BucketsFailed
                : plan.IsDone ? ExitCodes.Done
                : ExitCodes.Refused;
        });
        return command;
    }
}
