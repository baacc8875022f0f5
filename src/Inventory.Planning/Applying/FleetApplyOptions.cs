namespace Inventory.Planning;

/// <summary>How a plan is applied. Immutable.</summary>
public sealed record FleetApplyOptions
{
    /// <summary>How many calls are made at once, over all accounts: 1 to 1,000, inclusive. 16 unless stated. The calls to one bucket are made one after another.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside that.</exception>
    public int Concurrency
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1000);
            field = value;
        }
    } = 16;

    /// <summary>The limit of calls to each account; null, the default, for none. The caller disposes it.</summary>
    public AccountLimits? Limits { get; init; }

    /// <summary>Whether a plan is applied that <see cref="Plan.IsDrastic"/>. False unless stated.</summary>
    public bool Force { get; init; }

    /// <summary>
    /// The <see cref="Plan.Hash"/> that was reviewed: a plan with another is refused. Null, the default, for whatever the plan is. It says something where the plan was
    /// made now; one that was read from a file says its own.
    /// </summary>
    public string? PlanHash { get; init; }

    /// <summary>The clock of the entries in the journal. The system's unless stated.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
