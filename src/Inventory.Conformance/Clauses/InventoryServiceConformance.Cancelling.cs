namespace Inventory.Conformance;

/// <content>Calls whose caller has given up already.</content>
public abstract partial class InventoryServiceConformance
{
    [Clause]
    public Task A_put_that_is_cancelled_already_ends_as_cancelled() => AssertIsCancelledAsync("put");

    [Clause]
    public Task A_find_that_is_cancelled_already_ends_as_cancelled() => AssertIsCancelledAsync("find");

    [Clause]
    public Task A_list_that_is_cancelled_already_ends_as_cancelled() => AssertIsCancelledAsync("list");

    [Clause]
    public Task A_delete_that_is_cancelled_already_ends_as_cancelled() => AssertIsCancelledAsync("delete");

    private async Task AssertIsCancelledAsync(string operation)
    {
        var rule = Baseline();
        _ = await Service.PutAsync(SourceBucket, rule);
        var changed = rule with { IsEnabled = false };
        var call = EveryOperation(SourceBucket, changed, new CancellationToken(canceled: true)).First(o => o.Operation == operation).Call;

        _ = await Caught.ByAsync<OperationCanceledException>(call);

        AssertIsHeld(await Service.FindAsync(SourceBucket, rule.Id), rule);
    }
}
