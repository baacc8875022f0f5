namespace Inventory.Conformance;

/// <summary>The sides of the ranges of a filter, each of which may stand alone.</summary>
internal static class RangeSides
{
    public const string Begin = $"{RulePaths.FilterLastModified}.Begin";
    public const string End = $"{RulePaths.FilterLastModified}.End";
    public const string Lower = $"{RulePaths.FilterObjectSize}.Lower";
    public const string Upper = $"{RulePaths.FilterObjectSize}.Upper";

    public static string[] All { get; } = [Begin, End, Lower, Upper];

    public static InventoryFeature FeatureOf(string side) => side is Begin or End ? InventoryFeature.LastModifiedFilter : InventoryFeature.ObjectSizeFilter;

    /// <summary>A filter whose range is bounded on one side alone.</summary>
    public static InventoryFilter Only(string side, InventoryFilter filter) => side switch
    {
        Begin => filter with { LastModified = filter.LastModified! with { End = null } },
        End => filter with { LastModified = filter.LastModified! with { Begin = null } },
        Lower => filter with { ObjectSize = filter.ObjectSize! with { Upper = null } },
        _ => filter with { ObjectSize = filter.ObjectSize! with { Lower = null } },
    };
}
