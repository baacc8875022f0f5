using System.Globalization;

namespace Inventory.Cli;

/// <summary>Writes what providers hold for a terminal.</summary>
internal static class CapabilitiesText
{
    /// <summary>Several providers side by side, or one with its reasons.</summary>
    public static string Write(IReadOnlyList<InventoryCapabilities> providers) => providers is [var one]
        ? One(one)
        : $"{SideBySide(providers)}\nFor the reasons, and what to do instead: inventory capabilities --provider {string.Join('|', providers.Select(p => p.Provider))}\n";

    private static string SideBySide(IReadOnlyList<InventoryCapabilities> providers) => TextTable.Write(
    [
        ["FEATURE", .. providers.Select(p => p.DisplayName)],
        .. Enum.GetValues<InventoryFeature>().Select(f => (string[])[f.ToString(), .. providers.Select(p => Level(p.Features[f]))]),
        .. providers.SelectMany(p => p.Extensions.Keys.Select(key => (string[])[$"{p.Provider}: {key}", .. providers.Select(q => q == p ? Level(p.Extensions[key]) : "no")])),
        ["rules in a bucket", .. providers.Select(Rules)],
        ["a put of a rule that is there", .. providers.Select(Put)],
    ]);

    private static string One(InventoryCapabilities provider) => TextTable.Write(
    [
        ["FEATURE", provider.DisplayName, ""],
        .. provider.Features.Select(f => Row(f.Key.ToString(), f.Value)),
        .. provider.Extensions.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => Row($"{provider.Provider}: {e.Key}", e.Value)),
    ]) + "\n" + TextTable.Write(
    [
        ["rules in a bucket", Rules(provider)],
        ["a put of a rule that is there", Put(provider)],
        ["creating only", provider.CreateOnlyGuarantee],
        ["replacing", provider.ReplaceGuarantee],
        .. provider.StatedLimits.Select(l => (string[])[l.Name, l.Description]),
    ]);

    private static string[] Row(string name, FeatureSupport support) => [name, Level(support), $"{support.Reason} {support.Remedy}".Trim()];

    private static string Level(FeatureSupport support) => support.Level switch
    {
        SupportLevel.Supported => "yes",
        SupportLevel.Conditional => "on condition",
        _ => "no",
    };

    private static string Rules(InventoryCapabilities provider) => provider.MaxRulesPerBucket?.ToString("N0", CultureInfo.InvariantCulture) ?? "not said";

    private static string Put(InventoryCapabilities provider) => provider.NativePut == NativePut.CreateOnly ? "is refused" : "overwrites it";
}
