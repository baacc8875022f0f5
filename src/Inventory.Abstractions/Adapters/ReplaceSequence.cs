using System.Runtime.ExceptionServices;

namespace Inventory;

/// <summary>
/// A replacement where the provider's put only creates: delete, then put. From the delete on it runs under its own deadline, which no caller cancels, and
/// ends in one of three ways: the new rule is there; the old rule is there and the cause is thrown; or the exception carries the old rule.
/// </summary>
internal sealed class ReplaceSequence(CoreOperations core, string bucket, InventoryRule old, InventoryRule target) : IDisposable
{
    private readonly string _id = target.Id;
    private readonly ReplaceTime _time = new(core, bucket, target.Id);

    public async Task<PutReply> RunAsync()
    {
        await DeleteAsync().ConfigureAwait(false);
        return await PutAsync().ConfigureAwait(false);
    }

    public void Dispose() => _time.Dispose();

    private static bool IsRefusalOfOnlyAttempt(Exception e) => e is InventoryException { HttpStatus: >= 400 and < 500, Attempts: <= 1, IsTransient: false };

    private async Task DeleteAsync()
    {
        try
        {
            await core.Delete(_id, _time.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (!IsRefusalOfOnlyAttempt(e))
        {
            _time.Heard(e);
            var look = await LookAsync().ConfigureAwait(false);
            if (!look.IsKnown || look.Current is not null)
            {
                // The delete may still be on its way, and the look behind the times: what it shows need not stay.
                throw Interrupted(_time.OfAll(e));
            }

            // It is gone: the delete was applied and only its answer was lost.
        }
    }

    private async Task<PutReply> PutAsync()
    {
        for (var turn = 0; ; turn++)
        {
            var (reply, failure) = await PutOnceAsync().ConfigureAwait(false);
            if (failure is not null)
            {
                return await SettleAsync(failure).ConfigureAwait(false);
            }

            if (reply.Kind != PutReplyKind.Exists)
            {
                return reply;
            }

            var look = await LookAsync().ConfigureAwait(false);
            if (look.Current == target)
            {
                return reply;
            }

            if (!look.IsKnown)
            {
                throw Interrupted(_time.OfAll(look.Failure));
            }

            if (look.Current is not null && look.Current != old)
            {
                throw Interrupted(SomebodyElse());
            }

            // The service still sees the old rule: its delete has not reached every part of it yet.
            await WaitAsync(turn, null).ConfigureAwait(false);
        }
    }

    private async Task<(PutReply Reply, Exception? Failure)> PutOnceAsync()
    {
        using var half = _time.Half();
        try
        {
            return (await core.Put(target, half.Token).ConfigureAwait(false), null);
        }
        catch (Exception e)
        {
            return (default, _time.OfPut(e, half));
        }
    }

    /// <summary>The put failed. If it was applied all the same, that is success; otherwise the old rule is put back and the failure thrown.</summary>
    private async Task<PutReply> SettleAsync(Exception cause)
    {
        _time.Heard(cause);
        var look = await LookAsync().ConfigureAwait(false);
        for (var turn = 0; ; turn++)
        {
            // Where the service refuses the look itself, putting back is still worth one try: a put that only creates can do no harm.
            if (!look.IsKnown && (turn > 0 || _time.IsUp))
            {
                throw Interrupted(_time.OfAll(cause));
            }

            if (look.Current == target)
            {
                return new(PutReplyKind.Created, (cause as InventoryException)?.RequestId);
            }

            if (look.Current is not null && look.Current != old)
            {
                throw Interrupted(SomebodyElse());
            }

            // The old rule was deleted, so a look that shows it is behind the times: only having put it back proves that it is there.
            if (await IsPutBackAsync().ConfigureAwait(false))
            {
                ExceptionDispatchInfo.Throw(cause);
            }

            await WaitAsync(turn, cause).ConfigureAwait(false);
            look = await LookAsync().ConfigureAwait(false);
        }
    }

    private async Task<bool> IsPutBackAsync()
    {
        try
        {
            return (await core.Put(old, _time.Token).ConfigureAwait(false)).Kind != PutReplyKind.Exists;
        }
        catch (Exception e)
        {
            // Tried again until the time is up: the cause that is thrown then is the first one.
            _time.Heard(e);
            return false;
        }
    }

    private async Task<Look> LookAsync()
    {
        var look = await core.LookAsync(_id, _time.Token).ConfigureAwait(false);
        _time.Heard(look.Failure);
        return look;
    }

    private async Task WaitAsync(int turn, Exception? cause)
    {
        try
        {
            await core.WaitAsync(turn, _time.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw Interrupted(_time.OfAll(cause));
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
