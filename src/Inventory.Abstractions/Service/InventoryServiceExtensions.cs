namespace Inventory;

/// <summary>Conveniences over <see cref="IInventoryService"/>.</summary>
public static class InventoryServiceExtensions
{
    /// <summary>Reads a rule that is expected to be there.</summary>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.RuleNotFound"/> where it is not.</exception>
    public static async Task<InventoryRule> GetAsync(this IInventoryService service, string bucket, string ruleId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        return await service.FindAsync(bucket, ruleId, cancellationToken).ConfigureAwait(false)
            ?? throw new InventoryException(InventoryErrorKind.RuleNotFound, $"Bucket '{bucket}' on '{service.Capabilities.Provider}' has no inventory rule '{ruleId}'.")
            {
                Provider = service.Capabilities.Provider,
                Bucket = bucket,
                RuleId = ruleId,
            };
    }
}
