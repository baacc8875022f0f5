using System.Globalization;
using System.Text;

namespace Inventory;

/// <summary>Writes what several providers hold side by side, for people, with who says so and what proves it.</summary>
public static class CapabilityMatrix
{
    private const string FeatureClause = "A_feature_round_trips_or_is_refused_by_name_or_is_warned_of";
    private const string SettingClause = "A_setting_that_one_provider_alone_has_round_trips_or_the_put_fails_by_name";

    /// <summary>The clause of the conformance kit that proves what a table says of a feature.</summary>
    public static string ClauseOf(InventoryFeature feature) => $"{FeatureClause}({feature})";

    /// <summary>The clause of the conformance kit that proves what a table says of the settings of a provider's own extensions.</summary>
    public static string ClauseOfSettings => SettingClause;

    /// <summary>
    /// A Markdown table: a row for each feature, a column for each provider. Below it, what proves a <c>yes</c>, the reasons of what is not plainly held, and every
    /// source with what it says and its date.
    /// </summary>
    public static string ToMarkdown(params IReadOnlyList<InventoryCapabilities> providers)
    {
        ArgumentNullException.ThrowIfNull(providers);
        var notes = new MatrixNotes();
        var text = new StringBuilder();
        _ = text.Append("| feature | ").AppendJoin(" | ", providers.Select(p => p.DisplayName)).Append(" |\n|---|")
            .Append(string.Concat(providers.Select(_ => "---|"))).Append('\n');
        foreach (var feature in Enum.GetValues<InventoryFeature>())
        {
            Row(feature.ToString(), p => notes.Cell(p, p.Features[feature]));
        }

        foreach (var (provider, setting) in providers.SelectMany(p => p.Extensions.Keys.Select(key => (p, key))).OrderBy(s => s.key, StringComparer.Ordinal))
        {
            Row($"extension: {setting}", p => p == provider ? notes.Cell(p, p.Extensions[setting]) : "no");
        }

        Row("rules in a bucket", p => p.MaxRulesPerBucket is { } most
            ? $"{most.ToString("N0", CultureInfo.InvariantCulture)}{notes.Sources(p, p.MaxRulesEvidence)}"
            : "not said");
        foreach (var name in providers.SelectMany(p => p.StatedLimits).Select(l => l.Name).Distinct(StringComparer.Ordinal))
        {
            Row(name, p => p.StatedLimits.FirstOrDefault(l => l.Name == name) is { } limit ? $"{InTable(limit.Description)}{notes.Sources(p, limit.Evidence)}" : "–");
        }

        Row("a slash at the end of a destination prefix", p => $"{Advice(p.DestinationPrefixSlash)}{notes.Sources(p, p.DestinationPrefixSlashEvidence)}");

        Row("a put of a rule that is there", p => $"{(p.NativePut == NativePut.CreateOnly ? "is refused" : "overwrites it")}{notes.Sources(p, p.NativePutEvidence)}");

        _ = text.Append("\nEvery cell of a feature is held by the conformance kit's clause `").Append(FeatureClause)
            .Append("`, a case for each feature, and every cell of an extension by `").Append(SettingClause).Append("`: a `yes` round-trips, a `no` is refused by name.\n");
        notes.AppendTo(text);
        return text.ToString();

        static string Advice(PrefixSlash slash) => slash switch
        {
            PrefixSlash.LeaveOut => "leave it out",
            PrefixSlash.PutThere => "put it there",
            _ => "as you like",
        };

        static string InTable(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);

        void Row(string name, Func<InventoryCapabilities, string> cell) =>
            text.Append("| ").Append(name).Append(" | ").AppendJoin(" | ", providers.Select(cell)).Append(" |\n");
    }
}
