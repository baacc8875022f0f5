using System.Runtime.CompilerServices;

namespace Inventory.DependencyInjection;

/// <summary>A service that can be exchanged while calls run: each call ends on the service that it began on.</summary>
internal sealed class ReloadableInventoryService(IInventoryService first) : IInventoryService, IDisposable
{
    private volatile ServiceLease _current = new(first);

    public InventoryCapabilities Capabilities => _current.Service.Capabilities;

    public IReadOnlyList<RuleViolation> Validate(InventoryRule rule) => _current.Service.Validate(rule);

    public IReadOnlyList<RuleViolation> ValidateFor(string bucket, InventoryRule rule) => _current.Service.ValidateFor(bucket, rule);

    public InventoryRule Normalize(InventoryRule rule) => _current.Service.Normalize(rule);

    public async Task<PutResult> PutAsync(string bucket, InventoryRule rule, PutOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var lease = Take();
        return await lease.Service.PutAsync(bucket, rule, options, cancellationToken).ConfigureAwait(false);
    }

    public async Task<InventoryRule?> FindAsync(string bucket, string ruleId, CancellationToken cancellationToken = default)
    {
        using var lease = Take();
        return await lease.Service.FindAsync(bucket, ruleId, cancellationToken).ConfigureAwait(false);
    }

    public IAsyncEnumerable<InventoryRule> ListAsync(string bucket, CancellationToken cancellationToken = default)
    {
        if (_current.Service is InventoryServiceBase service)
        {
            // Bad arguments fail here and not at the first item, and nothing is sent before that.
            _ = service.ListAsync(bucket, cancellationToken);
        }

        return ItemsAsync(bucket, cancellationToken);
    }

    public async Task DeleteAsync(string bucket, string ruleId, CancellationToken cancellationToken = default)
    {
        using var lease = Take();
        await lease.Service.DeleteAsync(bucket, ruleId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Has calls from now on go to another service. The one before is disposed of when its last call has ended.</summary>
    public void Replace(IInventoryService service) => Interlocked.Exchange(ref _current, new(service)).Dispose();

    /// <summary>Disposes of the service when its last call has ended; no call begins after.</summary>
    public void Dispose() => _current.Dispose();

    private async IAsyncEnumerable<InventoryRule> ItemsAsync(string bucket, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lease = Take();
        await foreach (var rule in lease.Service.ListAsync(bucket, cancellationToken).ConfigureAwait(false))
        {
            yield return rule;
        }
    }

    private ServiceLease.Call Take()
    {
        while (true)
        {
            var current = _current;
            if (current.TryBegin(out var call))
            {
                return call;
            }

            ObjectDisposedException.ThrowIf(current == _current, typeof(IInventoryService));
        }
    }
}
