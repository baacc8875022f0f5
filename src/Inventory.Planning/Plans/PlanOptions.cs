namespace Inventory.Planning;

/// <summary>How a plan is made. Immutable.</summary>
public sealed record PlanOptions
{
    /// <summary>Whether rules that the desired state does not name are to be deleted. False unless stated: they are listed and left alone.</summary>
    public bool Prune { get; init; }

    /// <summary>The clock, for clouds that take past instants alone in a filter. The system's unless stated.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
