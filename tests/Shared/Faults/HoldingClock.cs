namespace Inventory.Tests.Faults;

/// <summary>The emulator's clock: the system's, but a wait on it lasts until its client gives up, or the test ends it. The test is told of each.</summary>
internal sealed class HoldingClock : TimeProvider
{
    /// <summary>Told of each wait, with what ends it; from a thread of the pool.</summary>
    public Action<Action>? OnHold { get; set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _ = ThreadPool.QueueUserWorkItem(_ => OnHold?.Invoke(() => callback(state)));
        return new Held();
    }

    private sealed class Held : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
