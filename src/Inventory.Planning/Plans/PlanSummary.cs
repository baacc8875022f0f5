using System.Globalization;

namespace Inventory.Planning;

/// <summary>The counts of a plan as a sentence, and its hash after it: without a full stop, which would be copied with it.</summary>
internal static class PlanSummary
{
    public const string Drastic = "More than 30 % of the rules that are there would be deleted or replaced: that is applied by force alone (--force).";

    public static string Line(Plan plan) => $"{Counts(plan.Counts)} Plan {ChangeWords.Name(plan.Hash)}";

    public static string Counts(PlanCounts counts)
    {
        (int Count, string What)[] parts =
        [
            (counts.Creates, "to create"), (counts.Replaces, "to replace"), (counts.Enables, "to enable"), (counts.Disables, "to disable"), (counts.Deletes, "to delete"),
            (counts.Refusals, "refused"), (counts.Unmanaged, "unmanaged"), (counts.Unchanged, "unchanged"), (counts.FailedBuckets, counts.FailedBuckets == 1 ? "bucket failed" : "buckets failed"),
        ];
        var told = parts.Where(p => p.Count > 0).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Count} {p.What}")).ToList();
        var nothing = counts is { Changes: 0, Refusals: 0, FailedBuckets: 0 } ? "No changes. " : "";
        return told.Count == 0 ? nothing.TrimEnd() : $"{nothing}Rules: {string.Join(", ", told)}.";
    }
}
