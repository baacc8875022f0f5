namespace Inventory.Planning;

/// <summary>One apply of a plan that nothing keeps from being applied. For one use.</summary>
internal sealed class FleetApplication(
    Plan plan,
    Func<string, IInventoryService> services,
    HeldJournal? journal,
    FleetApplyOptions options,
    IProgress<ApplyProgress>? progress,
    CancellationToken cancellationToken)
{
    private readonly BucketResult[] _results = new BucketResult[plan.Buckets.Count];
    private readonly Lock _reporting = new();
    private IProgress<ApplyProgress>? _listener = progress;
    private int _done;
    private int _total;

    public async Task<ApplyResult> RunAsync()
    {
        List<(int Index, BucketPlan Plan)> busy = [];
        foreach (var (index, bucket) in plan.Buckets.Index())
        {
            if (bucket.Failure is not null || !bucket.Changes.IsEmpty)
            {
                busy.Add((index, bucket));
            }
            else
            {
                _results[index] = BucketResult.Of(bucket, [], null);
            }
        }

        _total = busy.Count;
        using SemaphoreSlim slots = new(options.Concurrency);

        // Each account has workers of its own, so that one whose calls are limited holds up no other; the slots bound them all together.
        await Task.WhenAll(busy.GroupBy(b => b.Plan.Account, StringComparer.Ordinal).Select(account => RunAsync(account, slots))).ConfigureAwait(false);
        return new()
        {
            PlanHash = plan.Hash,
            Buckets = [.. _results],
            IsCancelled = cancellationToken.IsCancellationRequested && _results.Any(r => r.Changes.Any(c => c.Outcome == ChangeOutcome.NotTried)),
        };
    }

    private async Task RunAsync(IGrouping<string, (int Index, BucketPlan Plan)> account, SemaphoreSlim slots)
    {
        var service = AccountService.Of(account.Key, services);

        // The longest first: none of them is left over to be worked through alone at the end.
        await Parallel.ForEachAsync(
            account.OrderByDescending(b => b.Plan.Changes.Count),
            new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency },
            async (bucket, _) =>
            {
                var result = await RunAsync(bucket.Plan, service, slots).ConfigureAwait(false);
                _results[bucket.Index] = result;
                Report(result);
            }).ConfigureAwait(false);
    }

    private async Task<BucketResult> RunAsync(BucketPlan bucket, AccountService account, SemaphoreSlim slots)
    {
        if ((bucket.Failure ?? Problem(bucket, account)) is { } failure)
        {
            return BucketResult.Of(bucket, bucket.Changes.Select(BucketApplier.NotTried), failure);
        }

        return BucketResult.Of(bucket, await new BucketApplier(bucket, account.Service!, journal, options, slots, cancellationToken).RunAsync().ConfigureAwait(false), null);
    }

    private void Report(BucketResult bucket)
    {
        if (!bucket.IsFailed && bucket.Changes.All(c => c.Outcome == ChangeOutcome.NotTried))
        {
            return;
        }

        lock (_reporting)
        {
            try
            {
                _listener?.Report(new(bucket, ++_done, _total));
            }
            catch (Exception)
            {
                // Rules are being written: what becomes of them is more to the caller than who was to hear of it.
                _listener = null;
            }
        }
    }

    private static BucketFailure? Problem(BucketPlan bucket, AccountService account) =>
        account.Problem is { } problem ? BucketFailure.Of(bucket.Account, bucket.Bucket, problem)
        : account.Service!.Capabilities is var now && now.Provider != bucket.Provider ? OtherService(
            bucket, $"The plan was made for provider '{ShownText.Of(bucket.Provider ?? "")}', and the account is of '{now.Provider}' now. Plan again.")
        : bucket.Changes.Any(c => c.IsDeleteAndPut != (now.NativePut == NativePut.CreateOnly && c is { Before: not null, After: not null })) ? OtherService(
            bucket, $"The plan says otherwise than '{now.Provider}' how rules are replaced: whether by a delete and a put. Plan again.")
        : null;

    private static BucketFailure OtherService(BucketPlan bucket, string reason) =>
        BucketFailure.Of(bucket.Account, bucket.Bucket, new InventoryException(InventoryErrorKind.InvalidConfiguration, reason));
}
