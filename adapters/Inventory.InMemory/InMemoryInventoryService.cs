namespace Inventory.InMemory;

/// <summary>Inventory rules in memory: the reference adapter, for an application's tests and for examples.</summary>
/// <remarks>It keeps a rule as it is given, so <see cref="InventoryServiceBase.Normalize"/> changes nothing. Safe for use by several threads at once.</remarks>
public sealed class InMemoryInventoryService : InventoryServiceBase
{
    private readonly HashSet<string>? _buckets;
    private readonly int _pageSize;

    /// <summary>Makes a service over a store.</summary>
    /// <param name="options">How it behaves; the defaults if null. Read once.</param>
    /// <param name="store">Where the rules are, which several services may share; a store of its own if null.</param>
    /// <param name="time">The clock of validation; the system's if null.</param>
    /// <exception cref="InventoryException">
    /// Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: everything that is wrong with the options, at once.
    /// </exception>
    public InMemoryInventoryService(InMemoryOptions? options = null, InMemoryStore? store = null, TimeProvider? time = null)
        : base((options = InMemoryOptions.Validated(options)).EffectiveCapabilities, options.ToSettings(time))
    {
        _buckets = options.Buckets?.ToHashSet(StringComparer.Ordinal);
        _pageSize = options.PageSize;
        Store = store ?? new();
    }

    /// <summary>Where the rules are.</summary>
    public InMemoryStore Store { get; }

    /// <inheritdoc/>
    protected override Task<InventoryRule?> FindCoreAsync(string bucket, string ruleId, CancellationToken cancellationToken)
    {
        _ = Request(bucket, cancellationToken);
        return Task.FromResult(Store.Find(bucket, ruleId));
    }

    /// <inheritdoc/>
    protected override Task<PutReply> PutCoreAsync(string bucket, InventoryRule rule, CancellationToken cancellationToken)
    {
        var requestId = Request(bucket, cancellationToken);
        var result = Store.Put(bucket, rule, overwrite: Capabilities.NativePut == NativePut.Overwrite, Capabilities.MaxRulesPerBucket);
        return result switch
        {
            StorePut.Full => throw InMemoryErrors.RuleLimitReached(Capabilities, bucket, rule.Id, requestId),
            StorePut.Exists => Task.FromResult(new PutReply(PutReplyKind.Exists, requestId)),
            _ => Task.FromResult(new PutReply(Capabilities.NativePut == NativePut.Overwrite ? PutReplyKind.Done : PutReplyKind.Created, requestId)),
        };
    }

    /// <inheritdoc/>
    protected override Task<RulePage> ListPageCoreAsync(string bucket, string? token, CancellationToken cancellationToken)
    {
        _ = Request(bucket, cancellationToken);
        return Task.FromResult(Store.Page(bucket, after: token, _pageSize));
    }

    /// <inheritdoc/>
    protected override Task DeleteCoreAsync(string bucket, string ruleId, CancellationToken cancellationToken)
    {
        _ = Request(bucket, cancellationToken);
        Store.Delete(bucket, ruleId);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override InventoryRule NormalizeCore(InventoryRule rule) => rule;

    /// <summary>Counts one request, and fails where its bucket does not exist.</summary>
    private string Request(string bucket, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var requestId = Store.NextRequestId();
        return _buckets?.Contains(bucket) == false ? throw InMemoryErrors.BucketNotFound(Capabilities, bucket, requestId) : requestId;
    }
}
