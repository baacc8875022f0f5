namespace Inventory.Planning;

/// <summary>How a journal is recovered. Immutable.</summary>
public sealed record FleetRecoveryOptions
{
    /// <summary>The longest that <see cref="SettleTime"/> may be: 1 hour.</summary>
    public static TimeSpan LongestSettleTime { get; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long the recovery waits before it looks at the first rule, 0 to 1 hour: for what the killed process had sent and the service has not done yet.
    /// 5 seconds unless stated.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is outside that.</exception>
    public TimeSpan SettleTime
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LongestSettleTime);
            field = value;
        }
    } = TimeSpan.FromSeconds(5);

    /// <summary>The limit of calls to each account; null, the default, for none. The caller disposes it.</summary>
    public AccountLimits? Limits { get; init; }

    /// <summary>The clock of the waiting. The system's unless stated.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
