namespace Inventory.Conformance;

/// <summary>
/// A clock that stands still but for waits: each is over at once, and moves it. A cancellation source that is to cancel itself is a deadline: it does when
/// waits have moved the clock past it, or when it is told that time runs out.
/// </summary>
internal sealed class KitClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private readonly Lock _lock = new();
    private readonly List<Alarm> _alarms = [];
    private readonly List<TimeSpan> _waits = [];
    private TimeSpan _passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The waits so far, each as long as it was to be.</summary>
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
            return Start + _passed;
        }
    }

    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return _passed.Ticks;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state), state is not CancellationTokenSource && period == Timeout.InfiniteTimeSpan);
        _ = alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Moves the clock to the next deadline, if there is one.</summary>
    /// <returns>Whether there was.</returns>
    public bool RunOut()
    {
        List<Alarm> over;
        lock (_lock)
        {
            if (_alarms.Count == 0)
            {
                return false;
            }

            _passed = _alarms.Min(a => a.Due);
            over = TakeOver();
        }

        over.ForEach(a => a.Ring());
        return true;
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

            alarm.Due = _passed + dueTime;
            _alarms.Add(alarm);
            if (alarm.IsWait)
            {
                _waits.Add(dueTime);
                _passed = alarm.Due;
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
        var over = _alarms.Where(a => a.Due <= _passed).OrderBy(a => a.Due).ToList();
        _ = _alarms.RemoveAll(a => a.Due <= _passed);
        return over;
    }

    private void Forget(Alarm alarm)
    {
        lock (_lock)
        {
            _ = _alarms.Remove(alarm);
        }
    }

    private sealed class Alarm(KitClock clock, Action ring, bool isWait) : ITimer
    {
        public bool IsWait => isWait;

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
