using System.Globalization;

namespace Inventory;

/// <summary>
/// The time that a replacement has from its delete on, and what the service said within it. That it is up is told as an error of the service's: nobody cancelled.
/// </summary>
internal sealed class ReplaceTime(CoreOperations core, string bucket, string ruleId) : IDisposable
{
    private readonly CancellationTokenSource _deadline = new(core.Settings.ReplaceDeadline, core.Settings.Time);
    private readonly long _started = core.Settings.Time.GetTimestamp();
    private InventoryException? _said;

    public CancellationToken Token => _deadline.Token;

    public bool IsUp => _deadline.IsCancellationRequested;

    private TimeSpan Elapsed => core.Settings.Time.GetElapsedTime(_started);

    private string Deadline => string.Create(CultureInfo.InvariantCulture, $"{nameof(InventoryServiceSettings.ReplaceDeadline)} ({core.Settings.ReplaceDeadline:c})");

    public void Dispose() => _deadline.Dispose();

    /// <summary>Half of what is left: a request that hangs for all of it leaves the rest for a look and for putting back.</summary>
    public CancellationTokenSource Half()
    {
        var left = core.Settings.ReplaceDeadline - Elapsed;
        return new(left > TimeSpan.Zero ? left / 2 : TimeSpan.Zero, core.Settings.Time);
    }

    /// <summary>Remembers what the service said last.</summary>
    public void Heard(Exception? failure) => _said = Said(failure) ?? _said;

    /// <summary>A failure of the put, which had <see cref="Half"/>: that this was over is no cancellation.</summary>
    public Exception OfPut(Exception failure, CancellationTokenSource half) => failure is OperationCanceledException && half.IsCancellationRequested
        ? Unavailable(
            $"Replacing inventory rule '{ruleId}' of bucket '{bucket}' on '{core.Name}': the new rule was put and nothing answered in half of what was left of",
            Said(failure),
            null)
        : failure;

    /// <summary>A failure of the whole, or that there was no time for more. It is the cause of an error that says what was being done.</summary>
    /// <param name="cause">What went wrong first; null where only the time did.</param>
    public Exception OfAll(Exception? cause) => cause is null || IsUp
        ? Unavailable("It was not settled within", Said(cause) ?? _said, cause is OperationCanceledException ? null : cause)
        : cause;

    private static InventoryException? Said(Exception? failure) => failure as InventoryException ?? (failure as OperationCanceledException)?.InnerException as InventoryException;

    private InventoryException Unavailable(string what, InventoryException? said, Exception? cause)
    {
        var first = said is null ? "" : $" {said.Message}";
        var last = _said is null || _said == said ? "" : $" Last: {_said.Message}";
        return new(InventoryErrorKind.Unavailable, $"{what} {Deadline}.{first}{last}", cause ?? said, said)
        {
            Provider = core.Capabilities.Provider,
            Bucket = bucket,
            RuleId = ruleId,
            Elapsed = Elapsed,
        };
    }
}
