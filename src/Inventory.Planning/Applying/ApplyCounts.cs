namespace Inventory.Planning;

/// <summary>How much of what an apply did: rules, but for <see cref="FailedBuckets"/>.</summary>
public sealed record ApplyCounts
{
    /// <summary>Created.</summary>
    public required int Created { get; init; }

    /// <summary>Replaced.</summary>
    public required int Replaced { get; init; }

    /// <summary>Enabled.</summary>
    public required int Enabled { get; init; }

    /// <summary>Disabled.</summary>
    public required int Disabled { get; init; }

    /// <summary>Deleted.</summary>
    public required int Deleted { get; init; }

    /// <summary>Changes that did not work.</summary>
    public required int Failed { get; init; }

    /// <summary>Changes that were not begun.</summary>
    public required int NotTried { get; init; }

    /// <summary>Rules that the plan refuses.</summary>
    public required int Refused { get; init; }

    /// <summary>Changes whose entry is still in the journal.</summary>
    public required int InJournal { get; init; }

    /// <summary>Buckets in which something failed.</summary>
    public required int FailedBuckets { get; init; }

    /// <summary>Every change that was made.</summary>
    public int Done => Created + Replaced + Enabled + Disabled + Deleted;

    internal static ApplyCounts Of(IEnumerable<BucketResult> buckets)
    {
        var (failed, notTried, refused, inJournal, failedBuckets) = (0, 0, 0, 0, 0);
        Dictionary<ChangeKind, int> done = [];
        foreach (var bucket in buckets)
        {
            refused += bucket.Refused;
            failedBuckets += bucket.IsFailed ? 1 : 0;
            foreach (var change in bucket.Changes)
            {
                failed += change.Outcome == ChangeOutcome.Failed ? 1 : 0;
                notTried += change.Outcome == ChangeOutcome.NotTried ? 1 : 0;
                inJournal += change.IsInJournal ? 1 : 0;
                done[change.Kind] = done.GetValueOrDefault(change.Kind) + (change.Outcome == ChangeOutcome.Done ? 1 : 0);
            }
        }

        return new()
        {
            Created = done.GetValueOrDefault(ChangeKind.Create),
            Replaced = done.GetValueOrDefault(ChangeKind.Replace),
            Enabled = done.GetValueOrDefault(ChangeKind.Enable),
            Disabled = done.GetValueOrDefault(ChangeKind.Disable),
            Deleted = done.GetValueOrDefault(ChangeKind.Delete),
            Failed = failed,
            NotTried = notTried,
            Refused = refused,
            InJournal = inJournal,
            FailedBuckets = failedBuckets,
        };
    }
}
