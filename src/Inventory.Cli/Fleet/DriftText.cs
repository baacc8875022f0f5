using System.Globalization;
using System.Text;
using Inventory.Planning;

namespace Inventory.Cli;

/// <summary>A comparison from the side of what is live: what is missing, differs, is not managed, is refused or could not be read, and the counts at the end.</summary>
/// <remarks>Buckets that are as their file says are left out. No colours, and no character that commands a terminal.</remarks>
internal static class DriftText
{
    /// <summary>Writes a comparison, with one line end at the end.</summary>
    public static string Write(Plan plan)
    {
        var text = new StringBuilder();
        foreach (var bucket in plan.Buckets.Where(b => b.IsWorthTelling))
        {
            Line(text, 0, FleetWords.Bucket(bucket.Account, bucket.Bucket));
            Write(text, bucket);
            Line(text, 0, "");
        }

        Line(text, 0, Summary(plan));
        return text.ToString();
    }

    private static void Write(StringBuilder text, BucketPlan bucket)
    {
        if (bucket.Failure is { } failure)
        {
            Line(text, 1, $"not read: {FleetWords.Failure(failure)}");
        }

        foreach (var change in bucket.Changes)
        {
            Line(text, 1, $"{Word(change.Kind)} {FleetWords.Name(change.RuleId)}{Source(change.Source)}");
            foreach (var difference in change.Kind is ChangeKind.Create or ChangeKind.Delete ? [] : change.Differences)
            {
                Line(text, 3, $"{FleetWords.Name(difference.Path)}: {FleetWords.Text(difference.Before)} → {FleetWords.Text(difference.After)}");
            }
        }

        foreach (var id in bucket.Unmanaged)
        {
            Line(text, 1, $"unmanaged {FleetWords.Name(id)}");
        }

        foreach (var refusal in bucket.Refusals)
        {
            Line(text, 1, $"refused {FleetWords.Name(refusal.RuleId)}{(refusal.IsThere ? " (a rule of this id is there)" : "")}{Source(refusal.Source)}");
            foreach (var violation in refusal.Violations.Where(v => v.Severity == ViolationSeverity.Error))
            {
                Line(text, 3, FleetWords.Text($"{violation}"));
            }
        }
    }

    private static string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Create => "missing",
        ChangeKind.Delete => "unmanaged",
        _ => "differs",
    };

    private static string Summary(Plan plan)
    {
        var counts = plan.Counts;
        (int Count, string What)[] parts =
        [
            (counts.Creates, "missing"),
            (counts.Replaces + counts.Enables + counts.Disables, "different"),
            (counts.Deletes, "unmanaged"),
            (counts.Unmanaged, "unmanaged (not counted as drift)"),
            (counts.Refusals, "refused"),
            (counts.Unchanged, "as desired"),
        ];
        var told = parts.Where(p => p.Count > 0).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Count} {p.What}")).ToList();
        var verdict = counts.Changes > 0 || counts.Refusals > 0 ? "Drift."
            : counts.FailedBuckets == 0 ? "No drift."
            : counts.FailedBuckets < plan.Buckets.Count ? "No drift where rules could be read."
            : "Whether there is drift is not known.";
        string[] sentences =
        [
            verdict,
            .. told.Count > 0 ? [$"Rules: {string.Join(", ", told)}."] : Array.Empty<string>(),
            .. counts.FailedBuckets > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{counts.FailedBuckets} of {plan.Buckets.Count} buckets not read.")] : Array.Empty<string>(),
        ];
        return string.Join(' ', sentences);
    }

    private static string Source(string? source) => source is null ? "" : $"  [{FleetWords.Name(source)}]";

    private static void Line(StringBuilder text, int depth, string line) => text.Append(' ', 2 * depth).Append(line).Append('\n');
}
