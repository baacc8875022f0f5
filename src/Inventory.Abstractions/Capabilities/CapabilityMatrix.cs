using System.Text;

namespace Inventory;

/// <summary>Writes what several providers hold side by side, for people.</summary>
public static class CapabilityMatrix
{
    /// <summary>A Markdown table: a row for each feature, a column for each provider, and the reasons of what is not plainly held below it.</summary>
    public static string ToMarkdown(params IReadOnlyList<InventoryCapabilities> providers)
    {
        ArgumentNullException.ThrowIfNull(providers);
        var text = new StringBuilder();
        List<string> reasons = [];
        _ = text.Append("| feature | ").AppendJoin(" | ", providers.Select(p => p.DisplayName)).Append(" |\n|---|")
            .Append(string.Concat(providers.Select(_ => "---|"))).Append('\n');
        foreach (var feature in Enum.GetValues<InventoryFeature>())
        {
            _ = text.Append("| ").Append(feature).Append(" | ").AppendJoin(" | ", providers.Select(p => Cell(p, p.Features[feature]))).Append(" |\n");
        }

        foreach (var setting in providers.SelectMany(p => p.Extensions.Keys.Select(key => (Provider: p, Key: key))).OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            _ = text.Append("| extension: ").Append(setting.Key).Append(" | ")
                .AppendJoin(" | ", providers.Select(p => p == setting.Provider ? Cell(p, p.Extensions[setting.Key]) : "no")).Append(" |\n");
        }

        _ = text.Append("| rules in a bucket | ").AppendJoin(" | ", providers.Select(p => p.MaxRulesPerBucket?.ToString("N0", System.Globalization.CultureInfo.InvariantCulture) ?? "not said")).Append(" |\n");
        _ = text.Append("| a put of a rule that is there | ")
            .AppendJoin(" | ", providers.Select(p => p.NativePut == NativePut.CreateOnly ? "is refused" : "overwrites it")).Append(" |\n");
        for (var i = 0; i < reasons.Count; i++)
        {
            _ = text.Append('\n').Append(i + 1).Append(". ").Append(reasons[i]);
        }

        return text.Append(reasons.Count > 0 ? "\n" : "").ToString();

        string Cell(InventoryCapabilities provider, FeatureSupport support)
        {
            if (support.Level == SupportLevel.Supported)
            {
                return "yes";
            }

            var reason = $"{support.Reason} {support.Remedy} ({string.Join("; ", support.Evidence.Select(e => e.ToString()).Distinct())})";
            if (!reasons.Contains(reason))
            {
                reasons.Add(reason);
            }

            return $"{(support.Level == SupportLevel.Conditional ? "on condition" : "no")} [{reasons.IndexOf(reason) + 1}]";
        }
    }
}
