namespace Inventory.Planning;

/// <summary>What is to be done so that a fleet is as desired. Immutable, compares by value, and made by <see cref="Planner"/>.</summary>
public sealed record Plan
{
    private const int FewestForDrastic = 10;
    private const int DrasticPercent = 30;

    /// <summary>Every bucket of the fleet, in the order of the desired state.</summary>
    public required ValueList<BucketPlan> Buckets { get; init; }

    /// <summary>Whether rules that the desired state does not name are deleted. They are left alone unless stated, and in each
    /// bucket in which a creation is refused: one of them may be what it was to take the place of.</summary>
    public bool IsPruning { get; init; }

    /// <summary>
    /// 64 lower-case hexadecimal digits that stand for the desired and the live rules of all these buckets, and for whether others are deleted: SHA-256 over a
    /// canonical JSON of them. The same on every machine and whatever the order of buckets and rules; another as soon as one of the rules is another.
    /// </summary>
    public required string Hash { get; init; }

    /// <summary>Whether the fleet is as desired: nothing to do, nothing refused, and every bucket could be read.</summary>
    public bool IsEmpty => Buckets.All(b => b.Changes.IsEmpty && b.Refusals.IsEmpty && b.Failure is null);

    /// <summary>How much of what it holds.</summary>
    public PlanCounts Counts => PlanCounts.Of(Buckets);

    /// <summary>
    /// Whether it deletes or replaces more than 30 % of the rules that are there and that it decides on, where they are 10 or more: it is then done only for who
    /// insists.
    /// </summary>
    public bool IsDrastic
    {
        get
        {
            var counts = Counts;
            return counts.Managed >= FewestForDrastic && (counts.Deletes + counts.Replaces) * 100L > counts.Managed * (long)DrasticPercent;
        }
    }

    /// <summary>The counts and the hash on one line.</summary>
    public override string ToString() => PlanSummary.Line(this);
}
