using System.Globalization;

namespace Inventory.Planning;

/// <summary>Warns where rules that move would write their reports to the same place, on a target of which nobody says that it keeps them apart.</summary>
internal static class ReportPlaces
{
    public static void Warn(IReadOnlyList<BucketMover> buckets, InventoryCapabilities? target)
    {
        if (target is null || !target.ReportPathEvidence.IsEmpty)
        {
            return;
        }

        var moving = buckets.SelectMany(b => b.Drafts).Where(d => d.Moves).SelectMany(d => d.Parts, (d, p) => (Draft: (RuleDraft?)d, p.Held!.Destination));
        var there = buckets.SelectMany(b => b.Others).Select(r => (Draft: (RuleDraft?)null, r.Destination));
        foreach (var place in moving.Concat(there).GroupBy(p => (p.Destination.Bucket, Prefix: p.Destination.Prefix?.TrimEnd('/'))).Where(p => p.Count() > 1))
        {
            var note = new MoveNote(
                RulePaths.DestinationPrefix,
                ViolationSeverity.Warning,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{place.Count()} rules write their reports to {Shown(place.Key.Bucket, place.Key.Prefix)}, and nobody says whether {target.DisplayName} keeps them apart. ")
                + $"Accept a {RulePaths.DestinationPrefix} of its own for each, or look at the first reports.");
            foreach (var draft in place.Select(p => p.Draft).OfType<RuleDraft>())
            {
                draft.Notes.Add(note);
            }
        }
    }

    private static string Shown(string bucket, string? prefix) => $"bucket '{ShownText.Of(bucket, 100)}'{(string.IsNullOrEmpty(prefix) ? "" : $" under '{ShownText.Of(prefix, 200)}'")}";
}
