namespace Inventory.Planning.Tests;

/// <summary>A service that does before each call what a test says, whatever services are allowed.</summary>
internal sealed class StrangeService(IInventoryService inner) : IInventoryService
{
    public Action<string> OnPut { get; set; } = _ => { };

    public Action<string> OnFind { get; set; } = _ => { };

    public Action<string> OnList { get; set; } = _ => { };

    public Action<string> OnDelete { get; set; } = _ => { };

    public InventoryCapabilities Capabilities => inner.Capabilities;

    public IReadOnlyList<RuleViolation> Validate(InventoryRule rule) => inner.Validate(rule);

    public IReadOnlyList<RuleViolation> ValidateFor(string bucket, InventoryRule rule) => inner.ValidateFor(bucket, rule);

    public InventoryRule Normalize(InventoryRule rule) => inner.Normalize(rule);

    public async Task<PutResult> PutAsync(string bucket, InventoryRule rule, PutOptions? options = null, CancellationToken cancellationToken = default)
    {
        OnPut($"{bucket}/{rule.Id}");
        return await inner.PutAsync(bucket, rule, options, cancellationToken);
    }

    public async Task<InventoryRule?> FindAsync(string bucket, string ruleId, CancellationToken cancellationToken = default)
    {
        OnFind($"{bucket}/{ruleId}");
        return await inner.FindAsync(bucket, ruleId, cancellationToken);
    }

    public async IAsyncEnumerable<InventoryRule> ListAsync(string bucket, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        OnList(bucket);
        await foreach (var rule in inner.ListAsync(bucket, cancellationToken))
        {
            yield return rule;
        }
    }

    public async Task DeleteAsync(string bucket, string ruleId, CancellationToken cancellationToken = default)
    {
        OnDelete($"{bucket}/{ruleId}");
        await inner.DeleteAsync(bucket, ruleId, cancellationToken);
    }
}
