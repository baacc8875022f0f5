using System.Runtime.ExceptionServices;

namespace Inventory;

/// <summary>
/// A replacement where the provider's put only creates: delete, then put. From the delete on it runs under its own deadline, which no caller cancels, and
/// ends in one of three ways: the new rule is there; the old rule is there and the cause is thrown; or the exception carries the old rule.
/// </summary>
internal sealed class ReplaceSequence(CoreOperations core, string bucket, InventoryRule old, InventoryRule target)
{
    private readonly string _id = target.Id;

    public async Task<PutReply> RunAsync()
    {
        using var deadline = new CancellationTokenSource(core.Settings.ReplaceDeadline, core.Settings.Time);
        await DeleteAsync(deadline.Token).ConfigureAwait(false);
        return await PutAsync(deadline.Token).ConfigureAwait(false);
    }

    private static bool IsRefusalOfOnlyAttempt(Exception e) => e is InventoryException { HttpStatus: >= 400 and < 500, Attempts: <= 1, IsTransient: false };

    private async Task DeleteAsync(CancellationToken deadline)
    {
        try
        {
            await core.Delete(_id, deadline).ConfigureAwait(false);
        }
        catch (Exception e) when (!IsRefusalOfOnlyAttempt(e))
        {
            var (isKnown, current) = await core.LookAsync(_id, deadline).ConfigureAwait(false);
            if (!isKnown)
            {
                throw Interrupted(e);
            }

            if (current is not null)
            {
                // The delete may still be on its way, and the look behind the times: what it shows need not stay.
                throw Interrupted(e);
            }

            // It is gone: the delete was applied and only its answer was lost.
        }
    }

    private async Task<PutReply> PutAsync(CancellationToken deadline)
    {
        for (var turn = 0; ; turn++)
        {
            PutReply reply;
            try
            {
                reply = await core.Put(target, deadline).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                return await SettleAsync(e, deadline).ConfigureAwait(false);
            }

            if (reply.Kind != PutReplyKind.Exists)
            {
                return reply;
            }

            var (isKnown, current) = await core.LookAsync(_id, deadline).ConfigureAwait(false);
            if (current == target)
            {
                return reply;
            }

            if (!isKnown || (current is not null && current != old))
            {
                throw Interrupted(SomebodyElse());
            }

            // The service still sees the old rule: its delete has not reached every part of it yet.
            await WaitAsync(turn, SomebodyElse(), deadline).ConfigureAwait(false);
        }
    }

    /// <summary>The put failed. If it was applied all the same, that is success; otherwise the old rule is put back and the failure thrown.</summary>
    private async Task<PutReply> SettleAsync(Exception cause, CancellationToken deadline)
    {
        var (isKnown, current) = await core.LookAsync(_id, deadline).ConfigureAwait(false);
        for (var turn = 0; ; turn++)
        {
            // Where the service refuses the look itself, putting back is still worth one try: a put that only creates can do no harm.
            if (!isKnown && (turn > 0 || deadline.IsCancellationRequested))
            {
                throw Interrupted(cause);
            }

            if (current == target)
            {
                return new(PutReplyKind.Created);
            }

            if (current is not null && current != old)
            {
                throw Interrupted(SomebodyElse());
            }

            // The old rule was deleted, so a look that shows it is behind the times: only having put it back proves that it is there.
            if (await IsPutBackAsync(deadline).ConfigureAwait(false))
            {
                ExceptionDispatchInfo.Throw(cause);
            }

            await WaitAsync(turn, cause, deadline).ConfigureAwait(false);
            (isKnown, current) = await core.LookAsync(_id, deadline).ConfigureAwait(false);
        }
    }

    private async Task<bool> IsPutBackAsync(CancellationToken deadline)
    {
        try
        {
            return (await core.Put(old, deadline).ConfigureAwait(false)).Kind != PutReplyKind.Exists;
        }
        catch (Exception)
        {
            // Tried again until the time is up: the cause that is thrown then is the first one.
            return false;
        }
    }

    private async Task WaitAsync(int turn, Exception cause, CancellationToken deadline)
    {
        try
        {
            await core.WaitAsync(turn, deadline).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw Interrupted(cause);
        }
    }

    private ReplaceInterruptedException Interrupted(Exception cause) => new(core.Capabilities.Provider, bucket, old, target, cause);

    private InventoryException SomebodyElse() =>
        new(InventoryErrorKind.Conflict, $"Somebody else wrote inventory rule '{_id}' of bucket '{bucket}' on '{core.Name}' while it was being replaced.")
        {
            Provider = core.Capabilities.Provider,
            Bucket = bucket,
            RuleId = _id,
        };
}
