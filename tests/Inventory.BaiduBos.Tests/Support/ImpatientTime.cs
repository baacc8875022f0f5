namespace Inventory.BaiduBos.Tests;

/// <summary>The system's clock, but a wait ends at once. Deadlines (cancellation sources) are left alone.</summary>
internal sealed class ImpatientTime : TimeProvider
{
    /// <summary>How many waits there were.</summary>
    public int Waits { get; private set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (state is CancellationTokenSource || dueTime == Timeout.InfiniteTimeSpan)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        Waits++;
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
