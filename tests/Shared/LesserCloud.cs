using Inventory.InMemory;

namespace Inventory.Tests;

/// <summary>What a cloud of few features holds: no daily report, no filter but a prefix, no column but two, ids of twelve letters.</summary>
internal static class LesserCloud
{
    private static readonly Evidence Page = new("It is not in the table.", "Lesser Cloud, rules", new DateOnly(2025, 1, 31));

    public static InventoryCapabilities Capabilities { get; } = InMemoryCapabilities.Create() with
    {
        Provider = "lesser",
        DisplayName = "Lesser Cloud",
        Features = InMemoryCapabilities.Create().Features.With(Enum.GetValues<InventoryFeature>().Except(Held).Select(f => KeyValuePair.Create(f, Answer(f)))),
        MaxRulesPerBucket = 5,
        NativePut = NativePut.Overwrite,
        NativePutEvidence = [Page],
        MaxRulesEvidence = [Page],
        RuleId = new(20, LengthUnit.Utf8Bytes, "[a-z0-9-]+", "1 to 20 lower-case letters, digits and hyphens") { Evidence = [Page] },
        FilterPrefix = new(20, LengthUnit.Utf8Bytes, @"[^*\\]*", "up to 20 bytes without an asterisk and a backslash") { Evidence = [Page] },
        DestinationPrefix = new(20, LengthUnit.Characters, "[a-z/]*", "up to 20 lower-case letters and slashes") { Evidence = [Page] },
        LastModified = new(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100), MustBePast: true, "between 1970 and 2070, and past") { Evidence = [Page] },
        ObjectSize = new(1000, "at most 1000") { Evidence = [Page] },
    };

    private static InventoryFeature[] Held =>
    [
        InventoryFeature.WeeklySchedule, InventoryFeature.MonthlySchedule, InventoryFeature.PrefixFilter, InventoryFeature.CurrentVersions,
        InventoryFeature.CsvFormat, InventoryFeature.SizeField, InventoryFeature.ETagField,
    ];

    private static FeatureSupport Answer(InventoryFeature feature) => feature is InventoryFeature.OnceSchedule or InventoryFeature.MultiplePrefixFilter or InventoryFeature.UnspecifiedVersions
        ? FeatureSupport.Conditional($"Some regions hold {feature}.", "Ask for it.", Page)
        : FeatureSupport.NotOffered($"Lesser Cloud has no {feature}.", "Do without.", Page);
}
