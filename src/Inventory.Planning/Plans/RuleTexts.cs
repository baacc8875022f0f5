using System.Globalization;
using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>What stands at the paths of a rule, for people.</summary>
/// <param name="rule">The rule.</param>
/// <param name="nodes">The same as nodes of the neutral format.</param>
internal sealed class RuleTexts(InventoryRule rule, DocumentNode nodes)
{
    private const string IsEnabled = nameof(InventoryRule.IsEnabled);

    private static readonly string[] Members =
    [
        IsEnabled, RulePaths.DestinationBucket, RulePaths.DestinationPrefix, RulePaths.DestinationFormat, RulePaths.DestinationEncryption, RulePaths.Schedule,
        RulePaths.FilterPrefixes, RulePaths.FilterLastModified, RulePaths.FilterObjectSize, RulePaths.FilterStorageClasses, RulePaths.IncludedObjectVersions,
        RulePaths.OptionalFields,
    ];

    /// <summary>Where two rules differ; every member that says something where one of them is null.</summary>
    public static ValueList<PathDifference> Differences(RuleTexts? before, RuleTexts? after)
    {
        var paths = before is not null && after is not null ? after.Rule.DifferingPaths(before.Rule) : (after ?? before)!.Said;
        return paths.Select(path => new PathDifference(path, before?.At(path), after?.At(path))).ToValueList();
    }

    private InventoryRule Rule => rule;

    private IReadOnlyList<string> Said =>
        [.. Members.Where(m => At(m) is not null), .. rule.Extensions.Select(e => $"{RulePaths.Extensions}[{e.Key}]")];

    private string? At(string path) => path switch
    {
        IsEnabled => rule.IsEnabled ? "true" : "false",
        RulePaths.DestinationBucket => rule.Destination.Bucket,
        RulePaths.DestinationPrefix => rule.Destination.Prefix,
        RulePaths.DestinationFormat => rule.Destination.Format.ToString(),
        RulePaths.DestinationEncryption => rule.Destination.Encryption?.ToString(),
        RulePaths.Schedule => rule.Schedule.ToString(),
        RulePaths.FilterPrefixes => Prefixes(rule.Filter.Prefixes),
        RulePaths.FilterLastModified => rule.Filter.LastModified is { } range ? Range(Instant(range.Begin), Instant(range.End)) : null,
        RulePaths.FilterObjectSize => rule.Filter.ObjectSize is { } range ? $"{Range(Number(range.Lower), Number(range.Upper))} bytes" : null,
        RulePaths.FilterStorageClasses => Joined(rule.Filter.StorageClasses),
        RulePaths.IncludedObjectVersions => rule.IncludedObjectVersions.ToString(),
        RulePaths.OptionalFields => Joined(rule.OptionalFields),
        _ => Extension(path),
    };

    private string? Extension(string path)
    {
        var key = path[(RulePaths.Extensions.Length + 1)..^1];
        var section = Member(nodes, "extensions") is { } all ? Member(all, key) : null;
        return section is null ? null : JsonNodes.Write(section, isIndented: false);
    }

    private static DocumentNode? Member(DocumentNode node, string name) => node.Members.FirstOrDefault(m => m.Name == name).Node;

    private static string? Prefixes(ValueList<string> prefixes) =>
        prefixes.IsEmpty ? null : JsonNodes.Write(DocumentNode.Array([.. prefixes.Select(DocumentNode.Of)]), isIndented: false);

    private static string? Joined<T>(ValueList<T> values) => values.IsEmpty ? null : string.Join(", ", values);

    private static string? Instant(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Range(string? lower, string? upper) => (lower, upper) switch
    {
        (null, _) => $"up to {upper}",
        (_, null) => $"from {lower}",
        _ => $"{lower} to {upper}",
    };
}
