namespace Inventory.Http;

/// <summary>Bounds of the transport. Immutable.</summary>
public sealed record InventoryHttpOptions
{
    // What Polly's timeouts can be.
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestTime = TimeSpan.FromHours(24);

    /// <summary>How often a request is sent at most, the first time included: 1 or more. 3 unless stated.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>
    /// The upper bound of the wait before the second attempt; doubled before each further one. 200 ms unless stated. The wait itself is a random part of it.
    /// </summary>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest wait between attempts. 20 s unless stated. A service that asks for more is not waited for.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How long one attempt may take, its body included: 10 ms to 24 hours. 10 s unless stated: a replacement must settle within its own deadline.
    /// </summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a call may take, all attempts and waits included: 10 ms to 24 hours. 100 s unless stated.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>The longest answer that is read, in bytes. 16 MiB unless stated.</summary>
    public int MaxResponseBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Everything that is wrong with these bounds, each with its name.</summary>
    internal IEnumerable<string> Problems()
    {
        if (MaxAttempts < 1)
        {
            yield return $"{nameof(MaxAttempts)}: it must be 1 or more.";
        }

        foreach (var (name, wait) in new[] { (nameof(BaseDelay), BaseDelay), (nameof(MaxDelay), MaxDelay) })
        {
            if (wait < TimeSpan.Zero || wait > LongestTime)
            {
                yield return $"{name}: it must be 0 to 24 hours.{Spans.Advice(wait)}";
            }
        }

        foreach (var (name, timeout) in new[] { (nameof(AttemptTimeout), AttemptTimeout), (nameof(TotalTimeout), TotalTimeout) })
        {
            if (timeout < ShortestTimeout || timeout > LongestTime)
            {
                yield return $"{name}: it must be 10 ms to 24 hours.{Spans.Advice(timeout)}";
            }
        }

        if (MaxResponseBytes < 1)
        {
            yield return $"{nameof(MaxResponseBytes)}: it must be 1 or more.";
        }
    }
}
