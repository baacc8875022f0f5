namespace Inventory.Abstractions.Tests.TestDoubles;

/// <summary>The capabilities of a cloud that holds everything, and rules for it.</summary>
internal static class TestCloud
{
    public static Evidence Page { get; } = new("It says so.", "Test Cloud, rules", new DateOnly(2025, 1, 31));

    public static InventoryCapabilities Capabilities { get; } = new()
    {
        Provider = "test",
        DisplayName = "Test Cloud",
        Features = new(Enum.GetValues<InventoryFeature>().Select(f => KeyValuePair.Create(f, FeatureSupport.Supported(Page)))),
        ExtensionTypes = [typeof(TestExtension), typeof(TestAccessExtension)],
        RuleId = new(20, LengthUnit.Characters, @"[^\p{Cc}]+", "1 to 20 characters") { Evidence = [Page] },
        BucketName = new(63, LengthUnit.Characters, "[a-z0-9-]{3,}", "3 to 63 lower-case letters, digits and hyphens") { Evidence = [Page] },
        NativePut = NativePut.CreateOnly,
        CreateOnlyGuarantee = "Exact.",
        ReplaceGuarantee = "Delete and put.",
    };

    public static InventoryRule Rule { get; } = new() { Id = "nightly", Destination = new() { Bucket = "reports" }, Schedule = InventorySchedule.Daily };

    public static FeatureSupport NotOffered(string reason = "It is not offered.", string remedy = "Leave it out.") => FeatureSupport.NotOffered(reason, remedy, Page);

    public static FeatureSupport Conditional { get; } = FeatureSupport.Conditional("Some regions hold it.", "Ask for it.", Page);

    public static InventoryCapabilities Without(params IEnumerable<InventoryFeature> features) => Capabilities.With(NotOffered(), features);

    public static InventoryCapabilities With(this InventoryCapabilities capabilities, FeatureSupport support, params IEnumerable<InventoryFeature> features) =>
        capabilities with { Features = capabilities.Features.With(features.Select(f => KeyValuePair.Create(f, support))) };
}
