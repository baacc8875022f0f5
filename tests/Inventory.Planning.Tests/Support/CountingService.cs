namespace Inventory.Planning.Tests;

/// <summary>Counts how many lists run at once.</summary>
internal sealed class CountingService(IInventoryService inner) : IInventoryService
{
    private readonly Lock _lock = new();
    private int _now;

    public int Most { get; private set; }

    public int Lists { get; private set; }

    public InventoryCapabilities Capabilities => inner.Capabilities;

    public IReadOnlyList<RuleViolation> Validate(InventoryRule rule) => inner.Validate(rule);

    public IReadOnlyList<RuleViolation> ValidateFor(string bucket, InventoryRule rule) => inner.ValidateFor(bucket, rule);

    public InventoryRule Normalize(InventoryRule rule) => inner.Normalize(rule);

    public Task<PutResult> PutAsync(string bucket, InventoryRule rule, PutOptions? options = null, CancellationToken cancellationToken = default) =>
        inner.PutAsync(bucket, rule, options, cancellationToken);

    public Task<InventoryRule?> FindAsync(string bucket, string ruleId, CancellationToken cancellationToken = default) => inner.FindAsync(bucket, ruleId, cancellationToken);

    public async IAsyncEnumerable<InventoryRule> ListAsync(string bucket, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            (Lists, _now) = (Lists + 1, _now + 1);
            Most = Math.Max(Most, _now);
        }

        // Others get their turn here: without a bound, all would be in at once.
        for (var turn = 0; turn < 50; turn++)
        {
            await Task.Yield();
        }

        await foreach (var rule in inner.ListAsync(bucket, cancellationToken))
        {
            yield return rule;
        }

        lock (_lock)
        {
            _now--;
        }
    }

    public Task DeleteAsync(string bucket, string ruleId, CancellationToken cancellationToken = default) => inner.DeleteAsync(bucket, ruleId, cancellationToken);
}
