namespace Inventory.Http;

/// <summary>
/// The service's clock as far as it is known: this machine's, and what the service's answers taught about the difference. Signatures are made for it;
/// waits, deadlines and the end of credentials are not. Safe for use by several threads at once.
/// </summary>
internal sealed class ServiceClock(TimeProvider time)
{
    /// <summary>The largest difference that is corrected for, inclusive: any time zone taken for another is within it, and no answer can ask for signatures of a far future.</summary>
    public static readonly TimeSpan LongestOffset = TimeSpan.FromDays(1);

    private long _offset;

    /// <summary>What is added to this machine's time; zero until an answer taught otherwise.</summary>
    public TimeSpan Offset => new(Interlocked.Read(ref _offset));

    public ClockReading Read() => new(time.GetUtcNow(), Offset);

    /// <summary>Whether two differences are the same as far as can be told: answers say whole seconds.</summary>
    public static bool AreClose(TimeSpan one, TimeSpan other) => (one - other).Duration() <= TimeSpan.FromSeconds(1);

    /// <summary>Takes over a difference that an answer showed.</summary>
    /// <returns>Whether it was new. One that is too large is not taken over.</returns>
    public bool Correct(TimeSpan offset)
    {
        var known = Interlocked.Read(ref _offset);
        return offset.Duration() <= LongestOffset && !AreClose(offset, new(known))
            && Interlocked.CompareExchange(ref _offset, offset.Ticks, known) == known;
    }
}

/// <summary>An instant on both clocks.</summary>
/// <param name="Machine">This machine's time.</param>
/// <param name="Offset">What was added to it to get the service's.</param>
internal readonly record struct ClockReading(DateTimeOffset Machine, TimeSpan Offset)
{
    /// <summary>The service's time.</summary>
    public DateTimeOffset Service => Machine + Offset;
}
