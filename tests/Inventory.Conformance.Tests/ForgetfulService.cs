namespace Inventory.Conformance.Tests;

/// <summary>A service that loses the columns of every rule that it is given.</summary>
internal sealed class ForgetfulService(IInventoryService inner) : IInventoryService
{
    public InventoryCapabilities Capabilities => inner.Capabilities;

    public IReadOnlyList<RuleViolation> Validate(InventoryRule rule) => inner.Validate(rule);

    public InventoryRule Normalize(InventoryRule rule) => inner.Normalize(rule);

    public Task<PutResult> PutAsync(string bucket, InventoryRule rule, PutOptions? options = null, CancellationToken cancellationToken = default) =>
        inner.PutAsync(bucket, rule with { OptionalFields = [] }, options, cancellationToken);

    public Task<InventoryRule?> FindAsync(string bucket, string ruleId, CancellationToken cancellationToken = default) => inner.FindAsync(bucket, ruleId, cancellationToken);

    public IAsyncEnumerable<InventoryRule> ListAsync(string bucket, CancellationToken cancellationToken = default) => inner.ListAsync(bucket, cancellationToken);

    public Task DeleteAsync(string bucket, string ruleId, CancellationToken cancellationToken = default) => inner.DeleteAsync(bucket, ruleId, cancellationToken);
}
