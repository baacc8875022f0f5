namespace Inventory.Planning;

/// <summary>How a fleet is read. Immutable.</summary>
public sealed record FleetReadOptions
{
    /// <summary>How many buckets are read at once, over all accounts: 1 to 1,000, inclusive. 16 unless stated.</summary>
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
}
