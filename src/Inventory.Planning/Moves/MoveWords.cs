using System.Globalization;

namespace Inventory.Planning;

/// <summary>How the renderings of a move say things.</summary>
internal static class MoveWords
{
    private const int MostNamed = 20;

    public static string Counts(MoveCounts counts)
    {
        (int Count, string What)[] rules =
        [
            (counts.Maps, "as they are"), (counts.WithChange, "with a change"), (counts.Cannot, "cannot move"), (counts.Left, "left behind"),
        ];
        (int Count, string What)[] landed =
        [
            (counts.Missing, "not there"), (counts.Disabled, "landed, disabled"), (counts.Enabled, "landed, enabled"),
        ];
        var failed = counts.FailedBuckets == 0 ? "" : Number(counts.FailedBuckets, "bucket", "buckets") + " not read on both sides.";
        return string.Join(" ", new[] { ChangeWords.Counted("Rules", rules), ChangeWords.Counted("At the target", landed), failed }.Where(s => s.Length > 0)) is { Length: > 0 } text ? text : "No rules.";
    }

    public static string Head(RuleMove rule) => $"{ChangeWords.Name(rule.RuleId)} {Outcome(rule.Outcome)}{(rule.IsEnabled ? "" : " (disabled at the source)")}";

    public static string Change(MoveChange change)
    {
        var by = change.Accepted is { } accepted ? $"Accepted: {accepted}." : change.IsAcceptedByOptions ? "Accepted by the target's options." : "";
        return ChangeWords.Text(Sentences($"{change.Path}: {change.Before ?? "(none)"} → {change.After ?? "(none)"}.", change.Reason, change.Meaning, by));
    }

    public static string Refusal(MoveRefusal refusal)
    {
        var choices = refusal.Choices.IsEmpty ? "" : $"Accept {string.Join(" or ", refusal.Choices)}.";
        return ChangeWords.Text(Sentences($"{refusal.Path}:", refusal.Reason, refusal.Remedy, refusal.Meaning, choices));
    }

    public static string Note(MoveNote note) => ChangeWords.Text($"{note.Severity}: {note.Path}: {note.Text}");

    public static string Landing(RuleLanding landing) => $"at the target: {ChangeWords.Name(landing.Rule.Id)}, {State(landing.State)}";

    /// <summary>Acceptances and destinations that were of no use.</summary>
    public static IEnumerable<string> Unused(MovePlan plan) =>
    [
        .. plan.Unused.Select(a => $"No rule needs what is accepted: {ChangeWords.Text(a.ToString())}"),
        .. plan.UnusedDestinations.Select(d => $"No rule writes to the destination {ChangeWords.Name(d.Source)}."),
    ];

    /// <summary>What is left to do after this plan, step by step.</summary>
    public static IEnumerable<string> LeftToDo(MovePlan plan)
    {
        var counts = plan.Counts;
        var waiting = plan.Buckets.SelectMany(b => b.Rules).Where(r => r.IsEnabled && r.IsLanded).SelectMany(r => r.Landings).Count(l => l.State == LandingState.Disabled);
        if (counts.Cannot > 0)
        {
            yield return Number(counts.Cannot, "rule cannot move", "rules cannot move") + ": accept each change that is meant, or leave the rule behind.";
        }

        if (counts.Missing > 0)
        {
            yield return Number(counts.Missing, "rule is", "rules are") + " to land, disabled." + (plan.IsEnabling ? " This step creates nothing: land first." : "");
        }

        if (waiting > 0)
        {
            yield return Number(waiting, "rule has", "rules have") + $" landed and {(plan.IsEnabling ? "is to be enabled." : "can be enabled, in a step of its own.")}";
        }

        var done = plan.Buckets.SelectMany(b => b.Rules.Where(r => r.IsEnabled && r.IsLanded && r.Landings.All(l => l.State == LandingState.Enabled)), (b, r) => $"{b.Source} {r.RuleId}").ToList();
        if (done.Count > 0)
        {
            var more = done.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {done.Count - MostNamed} more") : "";
            yield return $"Enabled on both sides; the source is never changed here, so disable them at '{ChangeWords.Name(plan.From)}': {string.Join(", ", done.Take(MostNamed).Select(ChangeWords.Name))}{more}.";
        }
    }

    private static string Outcome(MoveOutcome outcome) => outcome switch
    {
        MoveOutcome.Maps => "maps as it is",
        MoveOutcome.MapsWithChange => "maps with a change",
        MoveOutcome.Left => "is left behind",
        _ => "cannot move",
    };

    private static string State(LandingState state) => state switch
    {
        LandingState.Missing => "not there",
        LandingState.Disabled => "landed, disabled",
        _ => "landed, enabled",
    };

    private static string Sentences(params string[] sentences) => string.Join(' ', sentences.Where(s => s.Length > 0));

    private static string Number(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
