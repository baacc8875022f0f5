using System.Globalization;
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
        _ = text.Append(PlanSummary.Counts(plan.Counts)).Append("\n\nHash: `").Append(plan.Hash).Append("`\n");
        if (plan.IsDrastic)
        {
            _ = text.Append("\n**More than 30 % of the rules that are there would be deleted or replaced.**\n");
        }

        var left = 0;
        foreach (var part in plan.Buckets.Where(b => b.IsWorthTelling).Select(Bucket))
        {
            if (left > 0 || text.Length + part.Length > maxLength - 200)
            {
                left++;
            }
            else
            {
                _ = text.Append(part);
            }
        }

        return left == 0 ? text.ToString() : text.Append(CultureInfo.InvariantCulture,
            $"\n**{left} more {(left == 1 ? "bucket is" : "buckets are")} not shown: this comment would be too long. Read the whole plan as text or JSON.**\n").ToString();
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
        var body = string.Join('\n', lines);
        var fence = Fence(body, 3);
        return $"\n### {Code(bucket.Account)} / {Code(bucket.Bucket)}\n\n{fence}diff\n{body}\n{fence}\n";
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

    private static string Code(string name)
    {
        var shown = ChangeWords.Name(name);
        var fence = Fence(shown, 1);
        return fence.Length == 1 ? $"`{shown}`" : $"{fence} {shown} {fence}";
    }

    /// <summary>More backticks than stand side by side anywhere in the text.</summary>
    private static string Fence(string text, int least)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return new('`', Math.Max(least, longest + 1));
    }
}
