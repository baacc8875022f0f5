namespace Inventory.Tests;

/// <summary>Waits that end: broken code fails a test instead of stopping the run.</summary>
internal static class Waits
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>The task, or a <see cref="TimeoutException"/> where it does not end.</summary>
    public static Task Soon(this Task task) => task.WaitAsync(Longest);

    /// <inheritdoc cref="Soon(Task)"/>
    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Longest);
}
