namespace Inventory.Planning.Tests;

/// <summary>What was reported. It is told one call at a time, or a test that counts fails.</summary>
internal sealed class Seen<T> : IProgress<T>
{
    private int _now;

    public List<T> Reports { get; } = [];

    public void Report(T value)
    {
        if (Interlocked.Increment(ref _now) != 1)
        {
            throw new InvalidOperationException("Two reports at once.");
        }

        Reports.Add(value);
        _ = Interlocked.Decrement(ref _now);
    }
}
