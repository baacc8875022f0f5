namespace Inventory.Planning;

/// <summary>Makes the changes of one bucket, one after another. For one use.</summary>
/// <param name="plan">The bucket's plan.</param>
/// <param name="service">The account's service.</param>
/// <param name="journal">The journal; null where no change needs one.</param>
/// <param name="options">Limits and the clock.</param>
/// <param name="slots">As many as calls may be made at once, over all accounts.</param>
/// <param name="cancellationToken">Nothing new begins once it is cancelled; it stops no call that writes.</param>
internal sealed class BucketApplier(
    BucketPlan plan, IInventoryService service, HeldJournal? journal, FleetApplyOptions options, SemaphoreSlim slots, CancellationToken cancellationToken)
{
    /// <summary>What became of each change, in the order of the plan.</summary>
    public async Task<ChangeResult[]> RunAsync()
    {
        var results = new ChangeResult[plan.Changes.Count];
        var (isEnded, isLacking) = (false, false);
        foreach (var at in ApplyOrder.Of(plan, service.Capabilities.MaxRulesPerBucket))
        {
            var change = plan.Changes[at];

            // A rule may be there in place of the one that could not be created: it stays until that one is there.
            var isHeldBack = isEnded || (isLacking && change.Kind == ChangeKind.Delete);
            results[at] = isHeldBack ? NotTried(change) : await RunAsync(change).ConfigureAwait(false);
            isLacking |= change.Kind == ChangeKind.Create && results[at] is { Outcome: not ChangeOutcome.Done, Failure.Kind: not InventoryErrorKind.RuleAlreadyExists };
            if (isHeldBack)
            {
                continue;
            }

            isEnded |= results[at].Outcome == ChangeOutcome.NotTried || (results[at].Failure is { } failure && !FailureKinds.IsOfOneRule(failure.Kind));
        }

        return results;
    }

    /// <summary>A change that was not begun.</summary>
    public static ChangeResult NotTried(PlannedChange change) => Result(change, ChangeOutcome.NotTried);

    private async Task<ChangeResult> RunAsync(PlannedChange change)
    {
        try
        {
            // A deletion looks first. It waits for both calls before, so that as little as can be lies between the look and the deletion.
            for (var calls = change.Kind == ChangeKind.Delete ? 2 : 1; calls > 0 && options.Limits is { } limits; calls--)
            {
                await limits.WaitAsync(plan.Account, cancellationToken).ConfigureAwait(false);
            }

            await slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return NotTried(change);
        }
        catch (InventoryException e)
        {
            return Failed(change, e);
        }

        try
        {
            return change.Kind == ChangeKind.Delete ? await DeleteAsync(change).ConfigureAwait(false)
                : change.IsDeleteAndPut ? await ReplaceAsync(change).ConfigureAwait(false)
                : (await PutAsync(change).ConfigureAwait(false)).Result;
        }
        finally
        {
            _ = slots.Release();
        }
    }

    /// <summary>A put that deletes first: what it is about is in the journal until it is settled.</summary>
    private async Task<ChangeResult> ReplaceAsync(PlannedChange change)
    {
        string entry;
        try
        {
            entry = journal!.Write(new(plan.Account, plan.Bucket, change.RuleId, service.Capabilities.Provider, change.Before!, change.After!, options.Time.GetUtcNow()));
        }
        catch (InventoryException e)
        {
            return Failed(change, e);
        }

        var (result, isSettled) = await PutAsync(change).ConfigureAwait(false);
        return (isSettled ? AsItWas(result) : result) with { IsInJournal = !isSettled || !HeldJournal.TryRemove(entry) };
    }

    /// <summary>
    /// Says of a failed replacement what is there, where that is certain: a service that has deleted a rule ends otherwise unless it has put it back. Where
    /// somebody else has changed it, or the new one is there and not as it was sent, the failure says so itself.
    /// </summary>
    private static ChangeResult AsItWas(ChangeResult result) =>
        result.Failure is { Kind: not (InventoryErrorKind.Conflict or InventoryErrorKind.RuleNotFound or InventoryErrorKind.NotStoredAsSent) } failure
            ? result with { Failure = failure.Saying("The old rule was left or put back.") }
            : result;

    private async Task<(ChangeResult Result, bool IsSettled)> PutAsync(PlannedChange change)
    {
        PutOptions put = change.Before is { } before ? new() { Mode = PutMode.ReplaceOnly, IfCurrently = before } : new() { Mode = PutMode.CreateOnly };
        try
        {
            var done = await service.PutAsync(plan.Bucket, change.After!, put, CancellationToken.None).ConfigureAwait(false);
            return (Result(change, ChangeOutcome.Done) with { RequestId = BucketFailure.RequestIdOf(done.RequestId) }, true);
        }
        catch (InventoryException e)
        {
            return (Failed(change, e), FailureKinds.IsSettled(e));
        }
        catch (Exception e)
        {
            return (Failed(change, FailureKinds.Unexpected(e)), false);
        }
    }

    /// <summary>A deletion has no condition: whoever changes the rule between the look and the deletion loses that change.</summary>
    private async Task<ChangeResult> DeleteAsync(PlannedChange change)
    {
        try
        {
            var found = await service.FindAsync(plan.Bucket, change.RuleId, CancellationToken.None).ConfigureAwait(false);
            if (found is not null && found != change.Before)
            {
                return Failed(change, Changed(change, found));
            }

            if (found is not null)
            {
                await service.DeleteAsync(plan.Bucket, change.RuleId, CancellationToken.None).ConfigureAwait(false);
            }

            return Result(change, ChangeOutcome.Done);
        }
        catch (InventoryException e)
        {
            return Failed(change, e);
        }
        catch (Exception e)
        {
            return Failed(change, FailureKinds.Unexpected(e));
        }
    }

    private ChangeResult Failed(PlannedChange change, InventoryException error) =>
        Result(change, ChangeOutcome.Failed) with { Failure = BucketFailure.Of(plan.Account, plan.Bucket, error) with { RuleId = change.RuleId } };

    private static ChangeResult Result(PlannedChange change, ChangeOutcome outcome) => new() { Kind = change.Kind, RuleId = change.RuleId, Outcome = outcome };

    private static InventoryException Changed(PlannedChange change, InventoryRule found) => new(
        InventoryErrorKind.Conflict,
        $"The rule is not what the plan is to delete: {string.Join(", ", found.DifferingPaths(change.Before!))} differ. Nothing was changed. Plan again.");
}
