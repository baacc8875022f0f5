namespace Inventory.InMemory;

/// <summary>What goes wrong in memory, as the library's errors.</summary>
internal static class InMemoryErrors
{
    public static InventoryException BucketNotFound(InventoryCapabilities capabilities, string bucket, string requestId) =>
        new(InventoryErrorKind.BucketNotFound, $"'{capabilities.Provider}' has no bucket '{bucket}'. Name it in {nameof(InMemoryOptions)}.{nameof(InMemoryOptions.Buckets)}.")
        {
            Provider = capabilities.Provider,
            Bucket = bucket,
            RequestId = requestId,
            Attempts = 1,
        };

    public static InventoryException RuleLimitReached(InventoryCapabilities capabilities, string bucket, string ruleId, string requestId) =>
        new(InventoryErrorKind.RuleLimitReached, $"Bucket '{bucket}' on '{capabilities.Provider}' holds {capabilities.MaxRulesPerBucket} inventory rules, as many as it can. Delete one first.")
        {
            Provider = capabilities.Provider,
            Bucket = bucket,
            RuleId = ruleId,
            RequestId = requestId,
            Attempts = 1,
        };
}
