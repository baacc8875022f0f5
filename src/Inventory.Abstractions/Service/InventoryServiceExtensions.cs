namespace Inventory;

/// <summary>Conveniences over <see cref="IInventoryService"/>.</summary>
public static class InventoryServiceExtensions
{
    /// <summary>Reads a rule that is expected to be there. Who mocks the service mocks <see cref="IInventoryService.FindAsync"/>, which this calls.</summary>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.RuleNotFound"/> where it is not.</exception>
    public static async Task<InventoryRule> GetAsync(this IInventoryService service, string bucket, string ruleId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        if (await service.FindAsync(bucket, ruleId, cancellationToken).ConfigureAwait(false) is { } rule)
        {
            return rule;
        }

        // A mock may have no capabilities.
        var provider = service.Capabilities?.Provider;
        throw new InventoryException(
            InventoryErrorKind.RuleNotFound, $"Bucket '{bucket}'{(provider is null ? "" : $" on '{provider}'")} has no inventory rule '{ruleId}'.")
            {
                Provider = provider,
                Bucket = bucket,
                RuleId = ruleId,
            };
    }
}
