namespace Inventory.Planning;

/// <summary>The counts of a plan as a sentence, and its hash after it: without a full stop, which would be copied with it.</summary>
internal static class PlanSummary
{
    public const string Drastic = "More than 30 % of the rules that are there would be deleted or replaced: that is applied by force alone (--force).";

    public static string Line(Plan plan) => $"{Counts(plan.Counts)} Plan {ChangeWords.Name(plan.Hash)}";

    public static string Counts(PlanCounts counts)
    {
        var told = ChangeWords.Counted(
            "Rules",
            (counts.Creates, "to create"),
            (counts.Replaces, "to replace"),
            (counts.Enables, "to enable"),
            (counts.Disables, "to disable"),
            (counts.Deletes, "to delete"),
            (counts.Refusals, "refused"),
            (counts.Unmanaged, "unmanaged"),
            (counts.Unchanged, "unchanged"),
            ChangeWords.FailedBuckets(counts.FailedBuckets));
        return counts is { Changes: 0, Refusals: 0, FailedBuckets: 0 } ? $"No changes. {told}".TrimEnd() : told;
    }
}
