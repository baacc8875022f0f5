namespace Inventory;

/// <summary>Where two rules differ.</summary>
public static class RuleComparison
{
    /// <summary>The paths at which two rules differ, in the order of the rule's members; empty for equal rules.</summary>
    public static IReadOnlyList<string> DifferingPaths(this InventoryRule rule, InventoryRule other)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(other);
        List<string> paths = [];
        Compare(RulePaths.Id, rule.Id == other.Id);
        Compare(nameof(InventoryRule.IsEnabled), rule.IsEnabled == other.IsEnabled);
        Compare(RulePaths.DestinationBucket, rule.Destination.Bucket == other.Destination.Bucket);
        Compare(RulePaths.DestinationPrefix, rule.Destination.Prefix == other.Destination.Prefix);
        Compare(RulePaths.DestinationFormat, rule.Destination.Format == other.Destination.Format);
        Compare(RulePaths.DestinationEncryption, rule.Destination.Encryption == other.Destination.Encryption);
        Compare(RulePaths.Schedule, rule.Schedule == other.Schedule);
        Compare(RulePaths.FilterPrefixes, rule.Filter.Prefixes == other.Filter.Prefixes);
        Compare(RulePaths.FilterLastModified, rule.Filter.LastModified == other.Filter.LastModified);
        Compare(RulePaths.FilterObjectSize, rule.Filter.ObjectSize == other.Filter.ObjectSize);
        Compare(RulePaths.FilterStorageClasses, rule.Filter.StorageClasses == other.Filter.StorageClasses);
        Compare(RulePaths.IncludedObjectVersions, rule.IncludedObjectVersions == other.IncludedObjectVersions);
        Compare(RulePaths.OptionalFields, rule.OptionalFields == other.OptionalFields);
        foreach (var key in rule.Extensions.Concat(other.Extensions).Select(e => e.Key).Distinct(StringComparer.Ordinal))
        {
            Compare($"{RulePaths.Extensions}[{key}]", Of(rule, key).SequenceEqual(Of(other, key)));
        }

        return paths;

        void Compare(string path, bool isEqual)
        {
            if (!isEqual)
            {
                paths.Add(path);
            }
        }

        static IEnumerable<InventoryExtension> Of(InventoryRule rule, string key) => rule.Extensions.Where(e => e.Key == key);
    }
}
