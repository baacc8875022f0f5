namespace Inventory.InMemory;

/// <summary>What memory holds: everything, under the names that every known cloud allows for a bucket.</summary>
public static class InMemoryCapabilities
{
    /// <summary>What configuration and extensions call this provider.</summary>
    public const string ProviderName = "memory";

    private static readonly Evidence Kept = new(
        "The service keeps a rule as it is given and gives the same one back.", "Inventory.InMemory, InMemoryInventoryService", new DateOnly(2026, 11, 21));

    private static readonly Evidence Limits = new(
        "The limits are this adapter's own, close to those of the clouds.", "Inventory.InMemory, InMemoryCapabilities", new DateOnly(2026, 11, 21));

    private static readonly Evidence Put = new(
        "A put of a rule that is there is refused or overwrites it, as the options say.", "Inventory.InMemory, InMemoryStore", new DateOnly(2026, 11, 21));

    private static readonly FeatureTable AllSupported = new(Enum.GetValues<InventoryFeature>().Select(f => KeyValuePair.Create(f, FeatureSupport.Supported(Kept))));

    /// <summary>States what memory holds.</summary>
    /// <param name="nativePut">What a put does to a rule that is there.</param>
    /// <param name="maxRulesPerBucket">How many rules a bucket holds; null for no limit.</param>
    public static InventoryCapabilities Create(NativePut nativePut = NativePut.CreateOnly, int? maxRulesPerBucket = null) => new()
    {
        Provider = ProviderName,
        DisplayName = "Memory",
        Features = AllSupported,
        MaxRulesPerBucket = maxRulesPerBucket,
        MaxRulesEvidence = [Limits],
        RuleId = new(255, LengthUnit.Characters, @"[^\p{Cc}]+", "1 to 255 characters without control characters") { Evidence = [Limits] },
        BucketName = new(63, LengthUnit.Characters, "[a-z0-9][a-z0-9-]+[a-z0-9]", "3 to 63 lower-case letters, digits and hyphens, beginning and ending with a letter or digit") { Evidence = [Limits] },
        NativePut = nativePut,
        NativePutEvidence = [Put],
        CreateOnlyGuarantee = nativePut == NativePut.CreateOnly
            ? "Exact: of several that create the same rule at once, one succeeds."
            : "The rule is looked for first, so of several that create the same rule at once, more than one may succeed.",
        ReplaceGuarantee = nativePut == NativePut.CreateOnly
            ? "The old rule is deleted first, so a reader may find none for a moment."
            : "Exact: a reader finds the old rule or the new one.",
    };
}
