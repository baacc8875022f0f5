namespace Inventory.Planning;

/// <summary>What became of a plan. Immutable, compares by value, and made by <see cref="FleetApplier"/> or <see cref="NotApplied"/>.</summary>
public sealed record ApplyResult
{
    /// <summary>The <see cref="Plan.Hash"/> of the plan that was applied.</summary>
    public required string PlanHash { get; init; }

    /// <summary>Every bucket of the plan, in its order.</summary>
    public required ValueList<BucketResult> Buckets { get; init; }

    /// <summary>Whether the caller stopped it before all was tried.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Why the plan was not applied: nothing was sent, and no change was tried. None where it was.</summary>
    public ValueList<ApplyRefusal> Refusals { get; init; }

    /// <summary>Whether the fleet is as desired: every change was made, nothing failed and nothing was refused.</summary>
    public bool IsAllDone => Refusals.IsEmpty && Counts is { Failed: 0, NotTried: 0, Refused: 0, FailedBuckets: 0 };

    /// <summary>How much of what was done.</summary>
    public ApplyCounts Counts => ApplyCounts.Of(Buckets);

    /// <summary>Everything that failed, in the order of the buckets and their changes.</summary>
    public ValueList<BucketFailure> Failures =>
        Buckets.SelectMany(b => b.Changes.Select(c => c.Failure).Prepend(b.Failure)).OfType<BucketFailure>().ToValueList();

    /// <summary>The result of a plan that was refused as a whole, for who tells results as data.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="refused">Why it is not applied.</param>
    public static ApplyResult NotApplied(Plan plan, ApplyRefusedException refused)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(refused);
        return new()
        {
            PlanHash = plan.Hash,
            Buckets = [.. plan.Buckets.Select(b => BucketResult.Of(b, b.Changes.Select(BucketApplier.NotTried), b.Failure))],
            Refusals = refused.Refusals,
        };
    }
}
