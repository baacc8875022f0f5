namespace Inventory.Planning;

/// <summary>Reads the rules of every bucket of a fleet, several buckets at once.</summary>
/// <remarks>One list a bucket, so one request for each page. Safe for use by several threads at once.</remarks>
public sealed class FleetReader
{
    private readonly Func<string, IInventoryService> _services;
    private readonly FleetReadOptions _options;

    /// <summary>Makes a reader.</summary>
    /// <param name="services">The service of an account, by the account's name. What it throws fails that account's buckets.</param>
    /// <param name="options">How to read; the defaults if null.</param>
    public FleetReader(Func<string, IInventoryService> services, FleetReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        (_services, _options) = (services, options ?? new());
    }

    /// <summary>Reads the live rules of every bucket. A bucket that cannot be read is told as such, and the others are read.</summary>
    /// <param name="desired">The fleet: every bucket of it is read, also those that are to have no rule.</param>
    /// <param name="progress">Told of each bucket when it is done, one call at a time, from any thread.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The buckets in the order of <paramref name="desired"/>.</returns>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public async Task<LiveState> ReadAsync(DesiredState desired, IProgress<FleetReadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(desired);
        var read = new LiveBucket[desired.Buckets.Count];
        var done = 0;
        Lock reporting = new();
        using SemaphoreSlim slots = new(_options.Concurrency);
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = _options.Concurrency, CancellationToken = cancellationToken };

        // Each account has workers of its own, so that one whose calls are limited holds up no other; the slots bound them all together.
        await Task.WhenAll(desired.Buckets.Index().GroupBy(b => b.Item.Account, StringComparer.Ordinal).Select(ReadAccountAsync)).ConfigureAwait(false);
        return new() { Buckets = [.. read] };

        async Task ReadAccountAsync(IGrouping<string, (int Index, DesiredBucket Item)> account)
        {
            var service = AccountService.Of(account.Key, _services);
            await Parallel.ForEachAsync(account, parallel, async (bucket, token) =>
            {
                var live = await ReadBucketAsync(service, account.Key, bucket.Item.Bucket, slots, token).ConfigureAwait(false);
                read[bucket.Index] = live;
                lock (reporting)
                {
                    progress?.Report(new(live, ++done, read.Length));
                }
            }).ConfigureAwait(false);
        }
    }

    private async Task<LiveBucket> ReadBucketAsync(AccountService service, string account, string bucket, SemaphoreSlim slots, CancellationToken cancellationToken)
    {
        try
        {
            var inventory = service.OrThrow();
            if (_options.Limits is { } limits)
            {
                await limits.WaitAsync(account, cancellationToken).ConfigureAwait(false);
            }

            await slots.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return new() { Account = account, Bucket = bucket, Rules = await ListAsync(inventory, bucket, cancellationToken).ConfigureAwait(false) };
            }
            finally
            {
                _ = slots.Release();
            }
        }
        catch (InventoryException e)
        {
            return Failed(account, bucket, e);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // What no service is to throw fails its bucket alone too. Its message may hold anything, and is left to it.
            return Failed(account, bucket, new($"The service ended in {e.GetType().FullName} while it listed the rules.", e));
        }
    }

    private static LiveBucket Failed(string account, string bucket, InventoryException error) =>
        new() { Account = account, Bucket = bucket, Failure = BucketFailure.Of(account, bucket, error) };

    private static async Task<ValueList<InventoryRule>> ListAsync(IInventoryService service, string bucket, CancellationToken cancellationToken)
    {
        List<InventoryRule> rules = [];
        await foreach (var rule in service.ListAsync(bucket, cancellationToken).ConfigureAwait(false))
        {
            rules.Add(rule);
        }

        return [.. rules];
    }
}
