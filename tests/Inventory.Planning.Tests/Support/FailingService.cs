namespace Inventory.Planning.Tests;

/// <summary>A service whose list of some buckets ends in an error, after the rules that are there.</summary>
internal sealed class FailingService(IInventoryService inner, IReadOnlyDictionary<string, InventoryException> failures) : IInventoryService
{
    public InventoryCapabilities Capabilities => inner.Capabilities;

    public IReadOnlyList<RuleViolation> Validate(InventoryRule rule) => inner.Validate(rule);

    public IReadOnlyList<RuleViolation> ValidateFor(string bucket, InventoryRule rule) => inner.ValidateFor(bucket, rule);

    public InventoryRule Normalize(InventoryRule rule) => inner.Normalize(rule);

    public Task<PutResult> PutAsync(string bucket, InventoryRule rule, PutOptions? options = null, CancellationToken cancellationToken = default) =>
        inner.PutAsync(bucket, rule, options, cancellationToken);

    public Task<InventoryRule?> FindAsync(string bucket, string ruleId, CancellationToken cancellationToken = default) =>
        inner.FindAsync(bucket, ruleId, cancellationToken);

    public async IAsyncEnumerable<InventoryRule> ListAsync(string bucket, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var rule in inner.ListAsync(bucket, cancellationToken))
        {
            yield return rule;
        }

        if (failures.TryGetValue(bucket, out var failure))
        {
            throw failure;
        }
    }

    public Task DeleteAsync(string bucket, string ruleId, CancellationToken cancellationToken = default) => inner.DeleteAsync(bucket, ruleId, cancellationToken);
}
