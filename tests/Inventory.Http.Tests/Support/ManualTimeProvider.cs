namespace Inventory.Http.Tests;

/// <summary>
/// A clock that stands still until somebody waits on it or moves it. A wait moves it at once, through every deadline that lies before the wait's end;
/// <see cref="HoldsWaits"/> leaves that to the test. Deadlines alone (cancellation sources) never move it.
/// </summary>
internal sealed class ManualTimeProvider : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = Start;

    /// <summary>Whether waits wait for <see cref="Advance"/>.</summary>
    public bool HoldsWaits { get; init; }

    /// <summary>How long each wait was asked to be.</summary>
    public List<TimeSpan> Waits { get; } = [];

    /// <summary>Completes with the first wait.</summary>
    public TaskCompletionSource FirstWait { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>Moves the clock, and rings what is due on the way in the order in which it is due.</summary>
    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (Next(end) is { } timer)
        {
            timer.Ring();
        }

        lock (_gate)
        {
            _now = end > _now ? end : _now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        _ = timer.Change(dueTime, period);
        if (state is not CancellationTokenSource && dueTime != Timeout.InfiniteTimeSpan)
        {
            lock (_gate)
            {
                Waits.Add(dueTime);
            }

            _ = FirstWait.TrySetResult();
            if (!HoldsWaits)
            {
                _ = ThreadPool.UnsafeQueueUserWorkItem(_ => AdvanceThrough(timer), null);
            }
        }

        return timer;
    }

    // A deadline before the wait's end cancels the wait, and then the clock goes no further.
    private void AdvanceThrough(ManualTimer wait)
    {
        while (IsPending(wait) && Next(wait.Due) is { } timer)
        {
            timer.Ring();
        }
    }

    private bool IsPending(ManualTimer timer)
    {
        lock (_gate)
        {
            return _timers.Contains(timer);
        }
    }

    private ManualTimer? Next(DateTimeOffset end)
    {
        lock (_gate)
        {
            var next = _timers.Where(t => t.Due <= end).MinBy(t => t.Due);
            if (next is not null)
            {
                _ = _timers.Remove(next);
                _now = next.Due > _now ? next.Due : _now;
            }

            return next;
        }
    }

    private sealed class ManualTimer(ManualTimeProvider clock, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                _ = clock._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock._now + dueTime;
                    clock._timers.Add(this);
                }

                return true;
            }
        }

        public void Dispose()
        {
            lock (clock._gate)
            {
                _ = clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
