using static Inventory.FeatureSupport;
using static Inventory.InventoryFeature;

namespace Acme.Shelf;

/// <summary>What a shelf holds, and who says so.</summary>
public static class ShelfCapabilities
{
    public const string Provider = "shelf";
    private static readonly Evidence Manual = new("A rule is a JSON file, and a put overwrites it.", "The Shelf Manual, chapter 4", new DateOnly(2026, 9, 1));

    public static InventoryCapabilities All { get; } = new()
    {
        Provider = Provider,
        DisplayName = "Shelf",
        Features = new(Enum.GetValues<InventoryFeature>().Select(feature => KeyValuePair.Create(feature, Of(feature)))),
        ExtensionTypes = [typeof(ShelfExtension)],
        Extensions = new Dictionary<string, FeatureSupport> { [nameof(ShelfExtension.Unknown)] = Supported(Manual) },
        MaxRulesPerBucket = 20,
        MaxRulesEvidence = [Manual],
        RuleId = new(40, LengthUnit.Characters, "[a-z0-9-]+", "1 to 40 lower-case letters, digits and hyphens") { Evidence = [Manual] },
        BucketName = new(40, LengthUnit.Characters, "[a-z0-9-]+", "1 to 40 lower-case letters, digits and hyphens") { Evidence = [Manual] },
        FilterPrefix = new(200, LengthUnit.Utf8Bytes, "(?s:.)*", "at most 200 bytes of UTF-8") { Evidence = [Manual] },
        DestinationPrefix = new(200, LengthUnit.Utf8Bytes, "(?s:.)*", "at most 200 bytes of UTF-8") { Evidence = [Manual] },
        NativePut = NativePut.Overwrite,
        NativePutEvidence = [Manual],
        CreateOnlyGuarantee = "The rule is looked for first, so of two that create it at once, both may succeed.",
        ReplaceGuarantee = "Exact: a reader finds the old rule or the new one.",
    };

    private static FeatureSupport Of(InventoryFeature feature) => feature switch
    {
        DailySchedule or WeeklySchedule or PrefixFilter or CurrentVersions or CsvFormat or SizeField or LastModifiedDateField => Supported(Manual),
        ETagField => Conditional("A shelf writes entity tags if its owner has the stamp.", "Leave InventoryField.ETag out, or ask the owner.", Manual),
        EveryThreeDaysSchedule or MonthlySchedule or MonthlyAfterDay28 or EveryThirtyDaysSchedule or OnceSchedule =>
            NotOffered("Shelf writes reports daily or weekly.", "Use InventorySchedule.Daily or Weekly.", Manual),
        _ => NotOffered("Shelf has no such setting.", "Leave it out.", Manual),
    };
}
