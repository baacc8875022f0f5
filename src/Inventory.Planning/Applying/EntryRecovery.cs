namespace Inventory.Planning;

/// <summary>Settles one entry of a journal. For one use.</summary>
internal sealed class EntryRecovery(JournalEntry entry, JournalFile file, AccountService account, AccountLimits? limits)
{
    private const int MostLooks = 3;

    /// <exception cref="OperationCanceledException">It was stopped before it put anything; the entry is kept.</exception>
    public async Task<RecoveredEntry> RunAsync(CancellationToken cancellationToken)
    {
        RecoveredEntry result;
        try
        {
            result = await SettleAsync(Service(), cancellationToken).ConfigureAwait(false);
        }
        catch (InventoryException e) when (e.Kind == InventoryErrorKind.BucketNotFound)
        {
            result = NotSettled(new(e.Kind, $"{e.Message} Where the bucket is gone for good, so is the rule: remove the entry's file.", e) { RequestId = e.RequestId });
        }
        catch (InventoryException e)
        {
            result = NotSettled(e);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            result = NotSettled(FailureKinds.Unexpected(e));
        }

        return result with { IsInJournal = result.Outcome == RecoveryOutcome.NotSettled || !HeldJournal.TryRemove(file.Path) };
    }

    private IInventoryService Service()
    {
        var service = account.OrThrow();
        return service.Capabilities.Provider == entry.Provider ? service : throw new InventoryException(
            InventoryErrorKind.InvalidConfiguration,
            $"The entry is of provider '{ShownText.Of(entry.Provider)}', and the account is of '{service.Capabilities.Provider}' now. Recover with the settings that the apply had.");
    }

    private async Task<RecoveredEntry> SettleAsync(IInventoryService service, CancellationToken cancellationToken)
    {
        for (var look = 0; look < MostLooks; look++)
        {
            await WaitAsync(cancellationToken).ConfigureAwait(false);
            if (await service.FindAsync(entry.Bucket, entry.RuleId, cancellationToken).ConfigureAwait(false) is { } live)
            {
                return Result(live == entry.After ? RecoveryOutcome.Finished : live == entry.Before ? RecoveryOutcome.Untouched : RecoveryOutcome.SomebodyElses);
            }

            await WaitAsync(cancellationToken).ConfigureAwait(false);
            var (requestId, refusal) = await CreateAsync(service, entry.After).ConfigureAwait(false);
            if (refusal is null)
            {
                return Result(RecoveryOutcome.PutNew) with { RequestId = BucketFailure.RequestIdOf(requestId) };
            }

            if (refusal.Kind == InventoryErrorKind.RuleAlreadyExists)
            {
                continue;
            }

            if (refusal.IsTransient || refusal.Kind == InventoryErrorKind.NotStoredAsSent)
            {
                return NotSettled(refusal);
            }

            // Whatever became of the new rule, the old one is created only where there is none.
            await WaitAsync(CancellationToken.None).ConfigureAwait(false);
            var (oldRequestId, oldRefusal) = await CreateAsync(service, entry.Before).ConfigureAwait(false);
            if (oldRefusal is null)
            {
                return Result(RecoveryOutcome.PutOld) with { RequestId = BucketFailure.RequestIdOf(oldRequestId), Failure = Failure(refusal) };
            }

            if (oldRefusal.Kind != InventoryErrorKind.RuleAlreadyExists)
            {
                return NotSettled(new(oldRefusal.Kind, $"The rule is missing. The new one is refused: {refusal.Message} The old one is too: {oldRefusal.Message}") { RequestId = oldRefusal.RequestId });
            }
        }

        return NotSettled(new(InventoryErrorKind.Conflict, "Somebody else creates and deletes the rule at the same time."));
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (limits is not null)
        {
            await limits.WaitAsync(entry.Account, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(string? RequestId, InventoryException? Refusal)> CreateAsync(IInventoryService service, InventoryRule rule)
    {
        try
        {
            return ((await service.PutAsync(entry.Bucket, rule, new() { Mode = PutMode.CreateOnly }, CancellationToken.None).ConfigureAwait(false)).RequestId, null);
        }
        catch (InventoryException e)
        {
            return (null, e);
        }
    }

    private RecoveredEntry NotSettled(InventoryException error) => Result(RecoveryOutcome.NotSettled) with { Failure = Failure(error) };

    private BucketFailure Failure(InventoryException error) => BucketFailure.Of(entry.Account, entry.Bucket, error) with { RuleId = entry.RuleId };

    private RecoveredEntry Result(RecoveryOutcome outcome) => new()
    {
        Account = entry.Account,
        Bucket = entry.Bucket,
        RuleId = entry.RuleId,
        File = WholeText.Of(file.Name),
        Outcome = outcome,
    };
}
