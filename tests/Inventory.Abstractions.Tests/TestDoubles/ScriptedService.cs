namespace Inventory.Abstractions.Tests.TestDoubles;

/// <summary>A service whose Core methods do what a test says, and that keeps a record of what was called. A method without a script answers from a store.</summary>
internal sealed class ScriptedService(InventoryCapabilities capabilities, InventoryServiceSettings? settings = null) : InventoryServiceBase(capabilities, settings)
{
    public Dictionary<string, InventoryRule> Store { get; } = new(StringComparer.Ordinal);

    public List<string> Calls { get; } = [];

    public Func<string, InventoryRule?>? OnFind { get; set; }

    public Func<InventoryRule, PutReply>? OnPut { get; set; }

    public Func<string?, RulePage>? OnList { get; set; }

    public Action<string>? OnDelete { get; set; }

    public Func<InventoryRule, InventoryRule>? OnNormalize { get; set; }

    public Func<string, IEnumerable<RuleViolation>>? OnCheck { get; set; }

    public PutReply Apply(InventoryRule rule)
    {
        if (Capabilities.NativePut == NativePut.CreateOnly && Store.ContainsKey(rule.Id))
        {
            return new(PutReplyKind.Exists, "request");
        }

        Store[rule.Id] = rule;
        return new(Capabilities.NativePut == NativePut.CreateOnly ? PutReplyKind.Created : PutReplyKind.Done, "request");
    }

    protected override async Task<InventoryRule?> FindCoreAsync(string bucket, string ruleId, CancellationToken cancellationToken)
    {
        await BeginAsync("find", cancellationToken);
        return OnFind is null ? Store.GetValueOrDefault(ruleId) : OnFind(ruleId);
    }

    protected override async Task<PutReply> PutCoreAsync(string bucket, InventoryRule rule, CancellationToken cancellationToken)
    {
        await BeginAsync("put", cancellationToken);
        return OnPut is null ? Apply(rule) : OnPut(rule);
    }

    protected override async Task<RulePage> ListPageCoreAsync(string bucket, string? token, CancellationToken cancellationToken)
    {
        await BeginAsync("list", cancellationToken);
        return OnList is null ? new([.. Store.Values]) : OnList(token);
    }

    protected override async Task DeleteCoreAsync(string bucket, string ruleId, CancellationToken cancellationToken)
    {
        await BeginAsync("delete", cancellationToken);
        if (OnDelete is null)
        {
            _ = Store.Remove(ruleId);
        }
        else
        {
            OnDelete(ruleId);
        }
    }

    protected override InventoryRule NormalizeCore(InventoryRule rule) => OnNormalize is null ? rule : OnNormalize(rule);

    protected override IEnumerable<RuleViolation> CheckForBucket(string bucket, InventoryRule rule) => OnCheck?.Invoke(bucket) ?? [];

    private Task BeginAsync(string call, CancellationToken cancellationToken)
    {
        Calls.Add(call);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.CompletedTask;
    }
}
