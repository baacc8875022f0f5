namespace Inventory.Planning;

/// <summary>How much of what a plan holds: rules, but for <see cref="FailedBuckets"/>.</summary>
public sealed record PlanCounts
{
    /// <summary>To create.</summary>
    public required int Creates { get; init; }

    /// <summary>To replace.</summary>
    public required int Replaces { get; init; }

    /// <summary>To enable.</summary>
    public required int Enables { get; init; }

    /// <summary>To disable.</summary>
    public required int Disables { get; init; }

    /// <summary>To delete.</summary>
    public required int Deletes { get; init; }

    /// <summary>As they are to be.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Refused.</summary>
    public required int Refusals { get; init; }

    /// <summary>Named nowhere, and left alone.</summary>
    public required int Unmanaged { get; init; }

    /// <summary>Buckets in which nothing could be planned.</summary>
    public required int FailedBuckets { get; init; }

    /// <summary>Rules that are there and that the plan decides on: those that the desired state names, refused or not, and those to delete.</summary>
    public required int Managed { get; init; }

    /// <summary>Everything that is to be written.</summary>
    public int Changes => Creates + Replaces + Enables + Disables + Deletes;

    internal static PlanCounts Of(IEnumerable<BucketPlan> buckets)
    {
        var (unchanged, refused, refusedThere, unmanaged, failed) = (0, 0, 0, 0, 0);
        Dictionary<ChangeKind, int> changes = [];
        foreach (var bucket in buckets)
        {
            unchanged += bucket.Unchanged;
            refused += bucket.Refusals.Count;
            refusedThere += bucket.Refusals.Count(r => r.IsThere);
            unmanaged += bucket.Unmanaged.Count;
            failed += bucket.Failure is null ? 0 : 1;
            foreach (var change in bucket.Changes)
            {
                changes[change.Kind] = changes.GetValueOrDefault(change.Kind) + 1;
            }
        }

        var creates = changes.GetValueOrDefault(ChangeKind.Create);
        return new()
        {
            Creates = creates,
            Replaces = changes.GetValueOrDefault(ChangeKind.Replace),
            Enables = changes.GetValueOrDefault(ChangeKind.Enable),
            Disables = changes.GetValueOrDefault(ChangeKind.Disable),
            Deletes = changes.GetValueOrDefault(ChangeKind.Delete),
            Unchanged = unchanged,
            Refusals = refused,
            Unmanaged = unmanaged,
            FailedBuckets = failed,
            Managed = unchanged + refusedThere + changes.Values.Sum() - creates,
        };
    }
}
