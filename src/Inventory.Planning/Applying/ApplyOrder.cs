namespace Inventory.Planning;

/// <summary>In which order the changes of a bucket are made.</summary>
internal static class ApplyOrder
{
    /// <summary>
    /// Creations, then changes, then deletions, so that no report is missing in between: a rule under a new id is there before the one under the old goes,
    /// and none goes where a creation failed and left none there. Where the
    /// bucket has no room for the creations, deletions go first.
    /// </summary>
    /// <param name="plan">The bucket's plan.</param>
    /// <param name="most">How many rules the bucket holds; null for no limit.</param>
    /// <returns>The positions of the changes in the plan.</returns>
    public static IEnumerable<int> Of(BucketPlan plan, int? most)
    {
        var isRoom = Live(plan) + plan.Changes.Count(c => c.Kind == ChangeKind.Create) <= (most ?? int.MaxValue);
        return Enumerable.Range(0, plan.Changes.Count).OrderBy(i => plan.Changes[i].Kind switch
        {
            ChangeKind.Delete => isRoom ? 3 : 0,
            ChangeKind.Create => 1,
            _ => 2,
        });
    }

    /// <summary>How many rules the bucket had when the plan was made.</summary>
    private static int Live(BucketPlan plan) =>
        plan.Unchanged
        + plan.Unmanaged.Count
        + plan.Changes.Count(c => c.Before is not null)
        + plan.Refusals.Where(r => r.IsThere).DistinctBy(r => r.RuleId, StringComparer.Ordinal).Count();
}
