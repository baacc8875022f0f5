using System.Text;

namespace Inventory.Planning;

/// <summary>Moves for a pull request: the counts and what is left to do, then what becomes of each rule, bucket by bucket.</summary>
/// <remarks>Names and values stand in code alone, so that nothing in them is a link, a mention or markup.</remarks>
public static class MoveMarkdown
{
    /// <summary>Writes a move.</summary>
    /// <param name="plan">The move.</param>
    /// <param name="maxLength">
    /// About how many UTF-16 code units are written, 1,000 or more. Buckets that do not fit are counted at the end, with the advice to read the whole plan elsewhere.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The length is below 1,000.</exception>
    public static string Write(MovePlan plan, int maxLength = PlanMarkdown.UsualLength)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1000);
        var head = new StringBuilder("## Inventory move\n\n");
        _ = head.Append(MoveWords.Counts(plan.Counts)).Append("\n\nHash: `").Append(plan.Plan.Hash).Append("`\n");
        string[] told = [.. MoveWords.Unused(plan), .. MoveWords.LeftToDo(plan)];
        if (told.Length > 0)
        {
            _ = head.Append('\n').Append(MarkdownCode.Differences(told.Select(l => $"# {l}")));
        }

        return MarkdownPage.Of(head.ToString(), plan.Buckets.Where(b => !b.Rules.IsEmpty || !b.Failures.IsEmpty).Select(b => Bucket(plan, b)), maxLength);
    }

    private static string Bucket(MovePlan plan, BucketMove bucket)
    {
        var lines = bucket.Failures.SelectMany(ChangeWords.PlacedFailure).Select(l => $"! {l}").Concat(bucket.Rules.SelectMany(Rule));
        return $"\n### {MarkdownCode.Name(plan.From)} / {MarkdownCode.Name(bucket.Source)} → {MarkdownCode.Name(plan.To)} / {MarkdownCode.Name(bucket.Target)}\n\n{MarkdownCode.Differences(lines)}";
    }

    private static IEnumerable<string> Rule(RuleMove rule) =>
    [
        $"{Sign(rule.Outcome)} {MoveWords.Head(rule)}",
        .. rule.Refusals.Select(r => $"-   {MoveWords.Refusal(r)}"),
        .. rule.Changes.Select(c => $"!   {MoveWords.Change(c)}"),
        .. rule.Notes.Select(n => $"#   {MoveWords.Note(n)}"),
        .. rule.Landings.Select(l => $"#   {MoveWords.Landing(l)}"),
    ];

    private static char Sign(MoveOutcome outcome) => outcome switch
    {
        MoveOutcome.Maps => '+',
        MoveOutcome.MapsWithChange => '!',
        MoveOutcome.Left => '#',
        _ => '-',
    };
}
