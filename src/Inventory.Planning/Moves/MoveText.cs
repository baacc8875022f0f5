using System.Text;

namespace Inventory.Planning;

/// <summary>Moves for a terminal: what becomes of each rule, bucket by bucket, what is left to do, and the counts and the plan's hash at the end.</summary>
/// <remarks>No colours, and no character that commands a terminal. Safe for use by several threads at once.</remarks>
public static class MoveText
{
    /// <summary>Writes a move, with one line end at the end.</summary>
    public static string Write(MovePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var text = new StringBuilder();
        foreach (var bucket in plan.Buckets.Where(b => !b.Rules.IsEmpty || !b.Failures.IsEmpty))
        {
            Line(text, 0, $"{ChangeWords.Bucket(plan.From, bucket.Source)} → {ChangeWords.Bucket(plan.To, bucket.Target)}");
            foreach (var line in bucket.Failures.SelectMany(ChangeWords.PlacedFailure))
            {
                Line(text, 1, $"x {line}");
            }

            foreach (var rule in bucket.Rules)
            {
                Write(text, rule);
            }

            Line(text, 0, "");
        }

        foreach (var line in MoveWords.Unused(plan).Concat(MoveWords.LeftToDo(plan)))
        {
            Line(text, 0, line);
        }

        Line(text, 0, plan.ToString());
        return text.ToString();
    }

    private static void Write(StringBuilder text, RuleMove rule)
    {
        Line(text, 1, $"{Sign(rule.Outcome)} {MoveWords.Head(rule)}");
        foreach (var line in rule.Refusals.Select(MoveWords.Refusal).Concat(rule.Changes.Select(MoveWords.Change)).Concat(rule.Notes.Select(MoveWords.Note)).Concat(rule.Landings.Select(MoveWords.Landing)))
        {
            Line(text, 3, line);
        }
    }

    private static char Sign(MoveOutcome outcome) => outcome switch
    {
        MoveOutcome.Maps => '=',
        MoveOutcome.MapsWithChange => '~',
        MoveOutcome.Left => '-',
        _ => '!',
    };

    private static void Line(StringBuilder text, int depth, string line) => text.Append(' ', 2 * depth).Append(line).Append('\n');
}
