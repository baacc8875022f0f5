using System.Text;

namespace Inventory.Planning;

/// <summary>Plans for a pull request: the counts, then what is to be done as a difference, bucket by bucket.</summary>
/// <remarks>
/// Names and values stand in code alone, so that nothing in them is a link, a mention or markup. Buckets of which there is nothing to tell are left out.
/// </remarks>
public static class PlanMarkdown
{
    /// <summary>How long a comment is unless stated: what the known hosts of pull requests take, with room for words around it.</summary>
    public const int UsualLength = 60_000;

    /// <summary>Writes a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="maxLength">
    /// About how many UTF-16 code units are written, 1,000 or more. Buckets that do not fit are counted at the end, with the advice to read the whole plan elsewhere.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The length is below 1,000.</exception>
    public static string Write(Plan plan, int maxLength = UsualLength)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1000);
        var text = new StringBuilder("## Inventory plan\n\n");
        _ = text.Append(PlanSummary.Counts(plan.Counts)).Append("\n\nHash: ").Append(MarkdownCode.Name(plan.Hash)).Append('\n');
        if (plan.IsDrastic)
        {
            _ = text.Append("\n**").Append(PlanSummary.Drastic).Append("**\n");
        }

        return MarkdownPage.Of(text.ToString(), plan.Buckets.Where(b => b.IsWorthTelling).Select(Bucket), maxLength);
    }

    private static string Bucket(BucketPlan bucket)
    {
        List<string> lines = [];
        lines.AddRange(bucket.Failure is { } failure ? ChangeWords.Failure(failure).Select(l => $"! {l}") : []);
        foreach (var change in bucket.Changes)
        {
            lines.Add($"{Sign(change.Kind)} {ChangeWords.Head(change)}");
            lines.AddRange(change.Differences.SelectMany(Difference));
            lines.AddRange(change.Notices.Select(n => $"#   {ChangeWords.Violation(n)}"));
        }

        foreach (var refusal in bucket.Refusals)
        {
            lines.Add($"! {ChangeWords.Head(refusal)}");
            lines.AddRange(refusal.Violations.Select(ChangeWords.Violation).Concat(ChangeWords.Choices(refusal)).Select(l => $"!   {l}"));
        }

        lines.AddRange(bucket.Unmanaged.Select(id => $"# unmanaged {ChangeWords.Name(id)} (left alone)"));
        return $"\n### {MarkdownCode.Name(bucket.Account)} / {MarkdownCode.Name(bucket.Bucket)}\n\n{MarkdownCode.Differences(lines)}";
    }

    private static IEnumerable<string> Difference(PathDifference difference)
    {
        var path = ChangeWords.Name(difference.Path);
        return
        [
            .. difference.Before is { } before ? [$"-   {path}: {ChangeWords.Text(before)}"] : Array.Empty<string>(),
            .. difference.After is { } after ? [$"+   {path}: {ChangeWords.Text(after)}"] : Array.Empty<string>(),
        ];
    }

    private static char Sign(ChangeKind kind) => kind switch
    {
        ChangeKind.Create => '+',
        ChangeKind.Delete => '-',
        _ => '!',
    };
}
