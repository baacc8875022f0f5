namespace Inventory.Emulator;

/// <summary>
/// A clock for <see cref="EmulatorOptions.Clock"/> that stands still until it is moved. Safe for concurrent use.
/// It tells the time and nothing else: timers run on the system's clock, so that a delay in the script of faults ends by itself while this clock stands.
/// </summary>
/// <param name="start">What it shows at first.</param>
public sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Moves the clock.</summary>
    /// <param name="time">How far ahead; negative for back.</param>
    /// <exception cref="ArgumentOutOfRangeException">No date lies there; the clock stays where it is.</exception>
    public void Advance(TimeSpan time)
    {
        long before, after;
        do
        {
            before = Interlocked.Read(ref _ticks);
            after = new DateTimeOffset(before, TimeSpan.Zero).Add(time).UtcTicks;
        }
        while (Interlocked.CompareExchange(ref _ticks, after, before) != before);
    }

    /// <summary>Sets the clock.</summary>
    /// <param name="now">What it shows from now on, later or earlier than before.</param>
    public void MoveTo(DateTimeOffset now) => Interlocked.Exchange(ref _ticks, now.UtcTicks);
}
