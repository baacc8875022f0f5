using System.CommandLine;
using Inventory.Planning;

namespace Inventory.Cli;

/// <summary>The options of commands that write to a fleet.</summary>
internal sealed class ApplyOptions
{
    private const string DefaultJournal = ".inventory-journal";

    private readonly Option<string?> _planHash = new("--plan-hash")
    {
        Description = "The hash of the plan that was reviewed: where the file or the live rules have changed since, nothing is sent. Whatever the plan is now if left out.",
        HelpName = "hash",
    };

    private readonly Option<bool> _force = new("--force") { Description = "Go on though more than 30 % of at least 10 rules would be deleted or replaced." };

    private readonly Option<string> _journal = new("--journal")
    {
        Description = "The folder that holds, while a rule is deleted and put anew, what it was and is to be: keep it where it outlives a killed process. "
            + $"./{DefaultJournal} if left out.",
        HelpName = "folder",
        DefaultValueFactory = _ => DefaultJournal,
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_planHash);
        command.Add(_force);
        command.Add(_journal);
    }

    /// <summary>The hash that was reviewed; null for whatever the plan is.</summary>
    public string? PlanHash(ParseResult result) => result.GetValue(_planHash);

    /// <summary>The journal.</summary>
    /// <exception cref="FormatException">Its folder has no name.</exception>
    public ApplyJournal Journal(ParseResult result) => result.GetValue(_journal) is { Length: > 0 } folder
        ? new(folder, RuleFormats.Extensions)
        : throw new FormatException("--journal: write the path of a folder.");

    /// <summary>Makes the changes of a plan, and tells how far it is.</summary>
    /// <exception cref="InventoryException">The plan is not applied, or the journal cannot be used: nothing was sent.</exception>
    public async Task<ApplyResult> RunAsync(ParseResult result, FleetSession session, Plan plan, CancellationToken cancellationToken)
    {
        var options = new FleetApplyOptions
        {
            Concurrency = session.Settings.Concurrency,
            Limits = session.Limits,
            Force = result.GetValue(_force),
            PlanHash = PlanHash(result),
        };
        await using var progress = session.StartProgress("Writing rules");
        return await new FleetApplier(session.Service, Journal(result), options).ApplyAsync(plan, new Told(progress), cancellationToken);
    }

    /// <summary>The exit code: what was stopped, then buckets that failed, then refusals.</summary>
    public static int ExitCode(ApplyResult result) =>
        result.IsCancelled ? ExitCodes.Failed
        : result.Counts.FailedBuckets > 0 ? ExitCodes.BucketsFailed
        : result.Counts.Refused > 0 ? ExitCodes.Refused
        : ExitCodes.Done;

    /// <summary>Tells at once: the usual progress tells when it comes to it, which may be after the end.</summary>
    private sealed class Told(FleetProgress progress) : IProgress<ApplyProgress>
    {
        public void Report(ApplyProgress value)
        {
            var (bucket, done, total) = value;
            if (bucket.Failure is { } failure)
            {
                progress.Report(failure, done, total);
            }
            else
            {
                progress.Report(bucket.Account, bucket.Bucket, FleetWords.Done(bucket), done, total);
            }
        }
    }
}
