using System.Text;

namespace Inventory.Planning;

/// <summary>Plans for a terminal: what is to be done, bucket by bucket, and the counts and the hash at the end.</summary>
/// <remarks>Buckets of which there is nothing to tell are left out. No colours, and no character that commands a terminal.</remarks>
public static class PlanText
{
    /// <summary>Writes a plan, with one line end at the end.</summary>
    public static string Write(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var text = new StringBuilder();
        foreach (var bucket in plan.Buckets.Where(b => b.IsWorthTelling))
        {
            Line(text, 0, ChangeWords.Bucket(bucket.Account, bucket.Bucket));
            Write(text, bucket);
            Line(text, 0, "");
        }

        if (plan.IsDrastic)
        {
            Line(text, 0, PlanSummary.Drastic);
        }

        Line(text, 0, PlanSummary.Line(plan));
        return text.ToString();
    }

    private static void Write(StringBuilder text, BucketPlan bucket)
    {
        foreach (var line in bucket.Failure is { } failure ? ChangeWords.Failure(failure) : [])
        {
            Line(text, 1, $"x {line}");
        }

        foreach (var change in bucket.Changes)
        {
            Line(text, 1, $"{Sign(change.Kind)} {ChangeWords.Head(change)}");
            foreach (var difference in change.Differences)
            {
                Line(text, 3, $"{ChangeWords.Name(difference.Path)}: {Difference(change.Kind, difference)}");
            }

            foreach (var notice in change.Notices)
            {
                Line(text, 3, ChangeWords.Violation(notice));
            }
        }

        foreach (var refusal in bucket.Refusals)
        {
            Line(text, 1, $"! {ChangeWords.Head(refusal)}");
            foreach (var line in refusal.Violations.Select(ChangeWords.Violation).Concat(ChangeWords.Choices(refusal)))
            {
                Line(text, 3, line);
            }
        }

        foreach (var id in bucket.Unmanaged)
        {
            Line(text, 1, $"? unmanaged {ChangeWords.Name(id)} (left alone)");
        }
    }

    private static char Sign(ChangeKind kind) => kind switch
    {
        ChangeKind.Create => '+',
        ChangeKind.Delete => '-',
        _ => '~',
    };

    private static string Difference(ChangeKind kind, PathDifference difference) => kind switch
    {
        ChangeKind.Create => ChangeWords.Text(difference.After),
        ChangeKind.Delete => ChangeWords.Text(difference.Before),
        _ => $"{ChangeWords.Text(difference.Before)} → {ChangeWords.Text(difference.After)}",
    };

    private static void Line(StringBuilder text, int depth, string line) => text.Append(' ', 2 * depth).Append(line).Append('\n');
}
