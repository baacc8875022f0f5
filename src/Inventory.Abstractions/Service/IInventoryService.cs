namespace Inventory;

/// <summary>The inventory rules of a provider's buckets.</summary>
/// <remarks>
/// <para>The law: what <see cref="FindAsync"/> gives after a put of <c>x</c> equals <see cref="Normalize"/> of <c>x</c>.</para>
/// <para>Implementations are safe for use by several threads at once. Every call over the network throws <see cref="InventoryException"/> and nothing else,
/// but for <see cref="OperationCanceledException"/> and the argument exceptions of null.</para>
/// </remarks>
public interface IInventoryService
{
    /// <summary>What the provider holds. No network call.</summary>
    InventoryCapabilities Capabilities { get; }

    /// <summary>Everything that the provider refuses in a rule, holds on a condition, or advises against. No network call. A put calls it first.</summary>
    IReadOnlyList<RuleViolation> Validate(InventoryRule rule);

    /// <summary>The same with what the provider refuses of the rule in one bucket alone, as a put to that bucket does. No network call.</summary>
    /// <remarks>What <see cref="Validate"/> says unless the provider has refusals of that sort. A service around another one passes it on.</remarks>
    /// <param name="bucket">The bare name of the source bucket.</param>
    /// <param name="rule">The rule.</param>
    IReadOnlyList<RuleViolation> ValidateFor(string bucket, InventoryRule rule) => Validate(rule);

    /// <summary>What the provider will give back for a rule. Idempotent; no network call.</summary>
    /// <exception cref="InventoryRuleRejectedException">The provider cannot hold the rule, so it would give nothing back.</exception>
    InventoryRule Normalize(InventoryRule rule);

    /// <summary>Creates or replaces a rule. A replacement never loses the rule: see <see cref="ReplaceInterruptedException"/>.</summary>
    /// <param name="bucket">The bare name of the source bucket.</param>
    /// <param name="rule">The rule. Refused before anything is sent if the provider cannot hold it.</param>
    /// <param name="options">How to treat what is there; create or replace if null.</param>
    /// <param name="cancellationToken">Stops the call; not observed between the delete and the put of a replacement.</param>
    /// <exception cref="InventoryException">It did not work; the kind says why.</exception>
    Task<PutResult> PutAsync(string bucket, InventoryRule rule, PutOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Reads a rule; null where the bucket has none with this id.</summary>
    /// <exception cref="InventoryException">It did not work; the kind says why.</exception>
    Task<InventoryRule?> FindAsync(string bucket, string ruleId, CancellationToken cancellationToken = default);

    /// <summary>Reads every rule of a bucket, page by page as the caller walks. A bucket without rules yields none.</summary>
    /// <exception cref="InventoryException">It did not work; the kind says why. Rules that cannot be read are named at the end, after the others.</exception>
    IAsyncEnumerable<InventoryRule> ListAsync(string bucket, CancellationToken cancellationToken = default);

    /// <summary>Deletes a rule. Succeeds where there is none. Reports already written stay.</summary>
    /// <exception cref="InventoryException">It did not work; the kind says why.</exception>
    Task DeleteAsync(string bucket, string ruleId, CancellationToken cancellationToken = default);
}
