namespace Inventory.Http;

/// <summary>Bounds of the transport. Immutable.</summary>
public sealed record InventoryHttpOptions
{
    /// <summary>How often a request is sent at most, the first time included: 1 or more. 3 unless stated.</summary>
    public int MaxAttempts
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 3;

    /// <summary>The upper bound of the wait before the second attempt; doubled before each further one. 200 ms unless stated. The wait itself is a random part of it.</summary>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest wait between attempts. 20 s unless stated. A service that asks for more is not waited for.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long one attempt may take, its body included. 30 s unless stated.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a call may take, all attempts and waits included. 100 s unless stated.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>The longest answer that is read, in bytes. 16 MiB unless stated.</summary>
    public int MaxResponseBytes { get; init; } = 16 * 1024 * 1024;
}
