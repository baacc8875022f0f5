namespace Inventory.Planning;

/// <summary>How much of what a move holds. Immutable and compares by value.</summary>
public sealed record MoveCounts
{
    /// <summary>Rules of the source that move as they are.</summary>
    public required int Maps { get; init; }

    /// <summary>Rules of the source that move with accepted changes.</summary>
    public required int WithChange { get; init; }

    /// <summary>Rules of the source that do not move as it stands.</summary>
    public required int Cannot { get; init; }

    /// <summary>Rules of the source that stay behind, as was asked.</summary>
    public required int Left { get; init; }

    /// <summary>Rules that are to be at the target and are not.</summary>
    public required int Missing { get; init; }

    /// <summary>Rules that have landed at the target and are disabled.</summary>
    public required int Disabled { get; init; }

    /// <summary>Rules that have landed at the target and are enabled.</summary>
    public required int Enabled { get; init; }

    /// <summary>Buckets of which one could not be read, at the source or at the target.</summary>
    public required int FailedBuckets { get; init; }

    internal static MoveCounts Of(IReadOnlyCollection<BucketMove> buckets)
    {
        var outcomes = buckets.SelectMany(b => b.Rules).CountBy(r => r.Outcome).ToDictionary();
        var states = buckets.SelectMany(b => b.Rules).SelectMany(r => r.Landings).CountBy(l => l.State).ToDictionary();
        return new()
        {
            Maps = outcomes.GetValueOrDefault(MoveOutcome.Maps),
            WithChange = outcomes.GetValueOrDefault(MoveOutcome.MapsWithChange),
            Cannot = outcomes.GetValueOrDefault(MoveOutcome.Cannot),
            Left = outcomes.GetValueOrDefault(MoveOutcome.Left),
            Missing = states.GetValueOrDefault(LandingState.Missing),
            Disabled = states.GetValueOrDefault(LandingState.Disabled),
            Enabled = states.GetValueOrDefault(LandingState.Enabled),
            FailedBuckets = buckets.Count(b => !b.Failures.IsEmpty),
        };
    }
}
