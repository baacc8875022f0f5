namespace Inventory.Abstractions.Tests.TestDoubles;

/// <summary>A create-only service over a store, whose requests hang as a test says: until what they were given to answer is over, on a clock that moves meanwhile.</summary>
internal sealed class SlowService(ManualTimeProvider time, InventoryServiceSettings settings) : InventoryServiceBase(TestCloud.Capabilities, settings)
{
    public Dictionary<string, InventoryRule> Store { get; } = new(StringComparer.Ordinal);

    /// <summary>Which requests hang: "find", "put" with the rule, "delete".</summary>
    public Func<string, InventoryRule?, bool> Hangs { get; set; } = (_, _) => false;

    /// <summary>What a hanging request ends with beside that its time was over; null for nothing.</summary>
    public InventoryException? Said { get; set; }

    protected override async Task<InventoryRule?> FindCoreAsync(string bucket, string ruleId, CancellationToken cancellationToken)
    {
        await AnswerAsync("find", null, cancellationToken);
        return Store.GetValueOrDefault(ruleId);
    }

    protected override async Task<PutReply> PutCoreAsync(string bucket, InventoryRule rule, CancellationToken cancellationToken)
    {
        await AnswerAsync("put", rule, cancellationToken);
        return new(Store.TryAdd(rule.Id, rule) ? PutReplyKind.Created : PutReplyKind.Exists);
    }

    protected override Task<RulePage> ListPageCoreAsync(string bucket, string? token, CancellationToken cancellationToken) => Task.FromResult(new RulePage([.. Store.Values]));

    protected override async Task DeleteCoreAsync(string bucket, string ruleId, CancellationToken cancellationToken)
    {
        await AnswerAsync("delete", null, cancellationToken);
        _ = Store.Remove(ruleId);
    }

    protected override InventoryRule NormalizeCore(InventoryRule rule) => rule;

    private Task AnswerAsync(string request, InventoryRule? rule, CancellationToken cancellationToken)
    {
        for (var seconds = 0; Hangs(request, rule) && !cancellationToken.IsCancellationRequested; seconds++)
        {
            Assert.That(seconds, Is.LessThan(3600), "nobody gives up waiting");
            time.Advance(TimeSpan.FromSeconds(1));
        }

        return cancellationToken.IsCancellationRequested ? throw new OperationCanceledException("A task was canceled.", Said, cancellationToken) : Task.CompletedTask;
    }
}
