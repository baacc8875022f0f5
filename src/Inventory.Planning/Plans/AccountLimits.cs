using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace Inventory.Planning;

/// <summary>How many calls may be made to each account in a time. Reading and writing share one, so that together they keep it.</summary>
/// <remarks>
/// A call is a list of a bucket or a write of a rule. One call may be several requests: a list has a request a page, a replacement may have three.
/// Safe for use by several threads at once. Disposing it ends the limiters that it made.
/// </remarks>
public sealed class AccountLimits : IDisposable
{
    /// <summary>The highest even limit, in calls a second: its clock ticks a thousand times a second at most.</summary>
    public const int MaxCallsPerSecond = 1000;

    private readonly ConcurrentDictionary<string, Lazy<RateLimiter>> _limiters = new(StringComparer.Ordinal);
    private readonly Func<string, RateLimiter> _make;

    /// <summary>The same limit for every account.</summary>
    /// <param name="callsPerSecond">How many calls a second each account gets, 1 to <see cref="MaxCallsPerSecond"/>, inclusive, one after another without bursts.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside that.</exception>
    public AccountLimits(int callsPerSecond)
        : this(Even(callsPerSecond))
    {
    }

    /// <summary>A limiter of the caller's own for each account.</summary>
    /// <param name="make">Makes the limiter of an account, once for each.</param>
    public AccountLimits(Func<string, RateLimiter> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        _make = make;
    }

    /// <summary>Waits until an account may be called.</summary>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.Throttled"/>: the limiter has no room for who waits. Of kind
    /// <see cref="InventoryErrorKind.Unexpected"/>: a limiter of the caller's own failed.</exception>
    public async Task WaitAsync(string account, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        using var lease = await AcquireAsync(account, cancellationToken).ConfigureAwait(false);
        if (!lease.IsAcquired)
        {
            throw new InventoryException(
                InventoryErrorKind.Throttled, $"The limit of calls to account '{ShownText.Of(account)}' lets no more of them wait. Raise its queue, or lower the concurrency.");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var limiter in _limiters.Values)
        {
            limiter.Value.Dispose();
        }
    }

    private async Task<RateLimitLease> AcquireAsync(string account, CancellationToken cancellationToken)
    {
        try
        {
            var limiter = _limiters.GetOrAdd(account, name => new(() => _make(name))).Value;
            return await limiter.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new InventoryException($"The limiter of account '{ShownText.Of(account)}' ended in {e.GetType().FullName}. Nothing was sent.", e);
        }
    }

    private static Func<string, RateLimiter> Even(int callsPerSecond)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(callsPerSecond, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(callsPerSecond, MaxCallsPerSecond);
        return _ => new TokenBucketRateLimiter(new()
        {
            TokenLimit = 1,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1) / callsPerSecond,
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }
}
