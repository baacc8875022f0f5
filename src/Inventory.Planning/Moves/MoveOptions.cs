namespace Inventory.Planning;

/// <summary>What moves where, and which changes are accepted. Immutable and compares by value.</summary>
public sealed record MoveOptions
{
    /// <summary>The account that the rules are in: the name that its service is configured under.</summary>
    public required string From { get; init; }

    /// <summary>The account that they move to.</summary>
    public required string To { get; init; }

    /// <summary>The buckets whose rules move: each source once and each target once, and within one account no target that is a source too.</summary>
    public required ValueList<MovedBucket> Buckets { get; init; }

    /// <summary>Where the reports go at the target, by the destination bucket at the source. One that is not named keeps its name. None unless stated.</summary>
    public ValueList<MovedBucket> Destinations { get; init; } = [];

    /// <summary>The changes that are accepted, each where a rule needs it. What is accepted for one rule goes before what is for all. None unless stated.</summary>
    public ValueList<MoveAcceptance> Accept { get; init; } = [];

    /// <summary>The ids of rules that stay behind. None unless stated.</summary>
    public ValueList<string> Leave { get; init; } = [];

    /// <summary>
    /// Whether this is the second step: rules that are landed and equal are enabled, where they are at the source, and nothing is created. False unless stated:
    /// rules land, disabled.
    /// </summary>
    public bool Enable { get; init; }

    /// <summary>The clock, for clouds that take past instants alone in a filter. The system's unless stated.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
