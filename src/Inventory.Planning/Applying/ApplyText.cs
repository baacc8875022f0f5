using System.Globalization;
using System.Text;

namespace Inventory.Planning;

/// <summary>Results of an apply for a terminal: why nothing was tried, the buckets in which something failed or was not tried, in full, and the counts at the end.</summary>
/// <remarks>A bucket in which all was done is counted alone. No colours, and no character that commands a terminal.</remarks>
public static class ApplyText
{
    /// <summary>Writes a result, with one line end at the end.</summary>
    public static string Write(ApplyResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = new StringBuilder();
        if (!result.Refusals.IsEmpty)
        {
            _ = text.Append("The plan is not applied, and nothing was sent:\n");
            _ = text.AppendJoin("", result.Refusals.Select(r => $"  {ChangeWords.Text(r.Reason)}\n")).Append('\n');
        }

        foreach (var bucket in result.Buckets.Where(b => b.IsFailed || b.Changes.Any(c => c.Outcome == ChangeOutcome.NotTried || c.IsInJournal)))
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"{ChangeWords.Bucket(bucket.Account, bucket.Bucket)}\n");
            foreach (var line in Lines(bucket))
            {
                _ = text.Append("  ").Append(line).Append('\n');
            }

            _ = text.Append('\n');
        }

        if (result.IsCancelled)
        {
            _ = text.Append("Stopped before all was tried. Plan again for the rest.\n");
        }

        if (result.Counts.InJournal is > 0 and var left)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"{left} interrupted {(left == 1 ? "replacement is" : "replacements are")} in the journal. Recover before the next apply: the same command with --recover, or FleetRecovery.\n");
        }

        return text.Append(Summary(result)).Append('\n').ToString();
    }

    /// <summary>The counts on one line.</summary>
    internal static string Summary(ApplyResult result)
    {
        var counts = result.Counts;
        var told = ChangeWords.Counted(
            "Rules",
            (counts.Created, "created"),
            (counts.Replaced, "replaced"),
            (counts.Enabled, "enabled"),
            (counts.Disabled, "disabled"),
            (counts.Deleted, "deleted"),
            (counts.Failed, "failed"),
            (counts.NotTried, "not tried"),
            (counts.Refused, "refused by the plan"),
            ChangeWords.FailedBuckets(counts.FailedBuckets));
        var said = told.Length > 0 ? told : result.Refusals.IsEmpty ? "Nothing to do." : "Nothing done.";
        return $"{said} Plan {ChangeWords.Name(result.PlanHash)}";
    }

    private static IEnumerable<string> Lines(BucketResult bucket)
    {
        foreach (var line in bucket.Failure is { } failure ? ChangeWords.Failure(failure) : [])
        {
            yield return $"x {line}";
        }

        foreach (var change in bucket.Changes)
        {
            var what = $"{ChangeWords.Of(change.Kind)} {ChangeWords.Name(change.RuleId)}";
            yield return change.Outcome switch
            {
                ChangeOutcome.Done => $"  {what}: done{(change.IsInJournal ? "; its entry could not be removed from the journal" : "")}",
                ChangeOutcome.NotTried => $"- {what}: not tried",
                _ => $"x {what}: {string.Join(' ', change.Failure is { } failed ? ChangeWords.Failure(failed) : ["failed"])}",
            };
        }
    }
}
