namespace Inventory.Tests;

/// <summary>
/// A clock on which every short wait is over at once: it moves the clock by the wait, and past whatever was to happen in the meantime. Long timers, which
/// are deadlines, run out when waits have moved the clock past them, and never by themselves.
/// </summary>
internal sealed class SkippingClock : TimeProvider
{
    /// <summary>The longest timer that is a wait; the library's own are 2 s and less.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly List<Alarm> _alarms = [];
    private readonly List<TimeSpan> _waits = [];
    private TimeSpan _skipped;

    /// <summary>How long each wait was to be; deadlines are none.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
            {
                return [.. _waits];
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return System.GetUtcNow() + _skipped;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        _ = alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Moves the clock, past whatever was to happen in the meantime.</summary>
    public void Advance(TimeSpan time)
    {
        List<Alarm> over;
        lock (_lock)
        {
            _skipped += time;
            over = TakeOver();
        }

        over.ForEach(a => a.Ring());
    }

    private void Set(Alarm alarm, TimeSpan dueTime)
    {
        List<Alarm> over = [];
        lock (_lock)
        {
            _ = _alarms.Remove(alarm);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            alarm.Due = _skipped + dueTime;
            _alarms.Add(alarm);
            if (dueTime <= LongestWait)
            {
                _waits.Add(dueTime);
                _skipped = alarm.Due;
                over = TakeOver();
            }
        }

        if (over.Count > 0)
        {
            _ = ThreadPool.QueueUserWorkItem(_ => over.ForEach(a => a.Ring()));
        }
    }

    private List<Alarm> TakeOver()
    {
        var over = _alarms.Where(a => a.Due <= _skipped).OrderBy(a => a.Due).ToList();
        _ = _alarms.RemoveAll(a => a.Due <= _skipped);
        return over;
    }

    private void Forget(Alarm alarm)
    {
        lock (_lock)
        {
            _ = _alarms.Remove(alarm);
        }
    }

    private sealed class Alarm(SkippingClock clock, Action ring) : ITimer
    {
        public TimeSpan Due { get; set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Forget(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
