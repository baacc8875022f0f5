namespace Inventory;

/// <summary>An adapter's Core methods bound to one bucket, with waits and reads that outlast a bad moment.</summary>
internal sealed record CoreOperations(
    InventoryCapabilities Capabilities,
    InventoryServiceSettings Settings,
    Func<string, CancellationToken, Task<InventoryRule?>> Find,
    Func<InventoryRule, CancellationToken, Task<PutReply>> Put,
    Func<string?, CancellationToken, Task<RulePage>> ListPage,
    Func<string, CancellationToken, Task> Delete,
    Func<InventoryRule, InventoryRule> Normalize)
{
    /// <summary>What messages call the service.</summary>
    public string Name => Settings.NameOn(Capabilities);

    /// <summary>How many pages without a rule may follow each other before a list passes for endless.</summary>
    public const int MostEmptyPages = 5;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    /// <summary>Waits before the next look: 100 ms, doubled each time, at most 2 s.</summary>
    public Task WaitAsync(int turn, CancellationToken cancellationToken)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(turn, 10));
        return Task.Delay(wait < LongestWait ? wait : LongestWait, Settings.Time, cancellationToken);
    }

    /// <summary>Looks until the service says what it holds or the time is up.</summary>
    public async Task<Look> LookAsync(string ruleId, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        for (var turn = 0; ; turn++)
        {
            try
            {
                return new(true, await Find(ruleId, cancellationToken).ConfigureAwait(false));
            }
            catch (InventoryException e) when (e.IsTransient || e.Kind == InventoryErrorKind.MalformedResponse)
            {
                failure = e;
                try
                {
                    await WaitAsync(turn, cancellationToken).ConfigureAwait(false);
                }
                catch (OperationCanceledException)
                {
                    return new(false, null, failure);
                }
            }
            catch (Exception e)
            {
                // Whatever it is, an adapter's own mistake included, the caller still has the old rule to hand over.
                return new(false, null, e is OperationCanceledException ? failure ?? e : e);
            }
        }
    }
}

/// <summary>What a look at the service showed.</summary>
/// <param name="IsKnown">Whether the service said what it holds.</param>
/// <param name="Current">What it holds; null for nothing.</param>
/// <param name="Failure">Why it is not known.</param>
internal readonly record struct Look(bool IsKnown, InventoryRule? Current, Exception? Failure = null);
