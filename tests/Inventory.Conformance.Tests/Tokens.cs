namespace Inventory.Conformance.Tests;

/// <summary>What services do wrong with a cancellation token.</summary>
internal static class Tokens
{
    /// <summary>Takes no notice of it.</summary>
    public static Overridden Deaf(IInventoryService s) => new(s)
    {
        Puts = (bucket, rule, options, _) => s.PutAsync(bucket, rule, options, CancellationToken.None),
        Finds = (bucket, id, _) => s.FindAsync(bucket, id, CancellationToken.None),
        Lists = (bucket, _) => s.ListAsync(bucket, CancellationToken.None),
        Deletes = (bucket, id, _) => s.DeleteAsync(bucket, id, CancellationToken.None),
    };

    /// <summary>Does all that it is asked for, and looks at the token then.</summary>
    public static Overridden Late(IInventoryService s) => new(s)
    {
        Puts = async (bucket, rule, options, token) =>
        {
            var result = await s.PutAsync(bucket, rule, options, CancellationToken.None);
            token.ThrowIfCancellationRequested();
            return result;
        },
        Deletes = async (bucket, id, token) =>
        {
            await s.DeleteAsync(bucket, id, CancellationToken.None);
            token.ThrowIfCancellationRequested();
        },
    };

    /// <summary>Says that the service did not answer in time.</summary>
    public static Overridden TimingOut(IInventoryService s) => new(s)
    {
        Puts = (bucket, rule, options, token) => TimingOutAsync(s.PutAsync(bucket, rule, options, token)),
        Finds = (bucket, id, token) => TimingOutAsync(s.FindAsync(bucket, id, token)),
        Lists = (bucket, token) => TimingOut(s.ListAsync(bucket, token)),
        Deletes = (bucket, id, token) => TimingOutAsync(DoneAsync(s.DeleteAsync(bucket, id, token))),
    };

    /// <summary>Where the caller may give up, does one step, and waits until it has given up.</summary>
    public static Overridden Halfway(IInventoryService s, Func<InventoryRule, Task>? put = null, Func<string, Task>? delete = null) => new(s)
    {
        Puts = async (bucket, rule, options, token) =>
        {
            if (put is not null && token.CanBeCanceled)
            {
                await put(rule);
                await GivenUp(token);
            }

            return await s.PutAsync(bucket, rule, options, token);
        },
        Deletes = async (bucket, id, token) =>
        {
            if (delete is not null && token.CanBeCanceled)
            {
                await delete(id);
                await GivenUp(token);
            }

            await s.DeleteAsync(bucket, id, token);
        },
    };

    /// <summary>Ends as cancelled once the caller has given up, and never before.</summary>
    public static Task GivenUp(CancellationToken token) => Task.Delay(Timeout.Infinite, token);

    private static async Task<T> TimingOutAsync<T>(Task<T> call)
    {
        try
        {
            return await call;
        }
        catch (OperationCanceledException)
        {
            throw new InventoryException(InventoryErrorKind.Unavailable, "The service did not answer in time.");
        }
    }

    private static async Task<bool> DoneAsync(Task call)
    {
        await call;
        return true;
    }

    private static async IAsyncEnumerable<InventoryRule> TimingOut(IAsyncEnumerable<InventoryRule> rules)
    {
        await using var walk = rules.GetAsyncEnumerator();
        while (await TimingOutAsync(walk.MoveNextAsync().AsTask()))
        {
            yield return walk.Current;
        }
    }
}
