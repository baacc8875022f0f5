namespace Inventory;

/// <summary>Where the parts of a rule stand: the paths that violations, findings and acceptances name.</summary>
public static class RulePaths
{
    /// <summary>The rule's id.</summary>
    public const string Id = nameof(InventoryRule.Id);

    /// <summary>The schedule.</summary>
    public const string Schedule = nameof(InventoryRule.Schedule);

    /// <summary>The versions listed.</summary>
    public const string IncludedObjectVersions = nameof(InventoryRule.IncludedObjectVersions);

    /// <summary>The columns.</summary>
    public const string OptionalFields = nameof(InventoryRule.OptionalFields);

    /// <summary>The settings that one provider alone has.</summary>
    public const string Extensions = nameof(InventoryRule.Extensions);

    /// <summary>The whole filter.</summary>
    public const string Filter = nameof(InventoryRule.Filter);

    /// <summary>The prefixes of the filter.</summary>
    public const string FilterPrefixes = "Filter.Prefixes";

    /// <summary>The range of modification times of the filter.</summary>
    public const string FilterLastModified = "Filter.LastModified";

    /// <summary>The range of sizes of the filter.</summary>
    public const string FilterObjectSize = "Filter.ObjectSize";

    /// <summary>The storage classes of the filter.</summary>
    public const string FilterStorageClasses = "Filter.StorageClasses";

    /// <summary>The name of the destination bucket.</summary>
    public const string DestinationBucket = "Destination.Bucket";

    /// <summary>The prefix of the report's keys.</summary>
    public const string DestinationPrefix = "Destination.Prefix";

    /// <summary>The file format of the report.</summary>
    public const string DestinationFormat = "Destination.Format";

    /// <summary>The encryption of the report.</summary>
    public const string DestinationEncryption = "Destination.Encryption";

    /// <summary>Whether a path is another or lies below it: <c>OptionalFields[ETag]</c> lies below <c>OptionalFields</c>.</summary>
    internal static bool IsAtOrBelow(string path, string ancestor) =>
        path.StartsWith(ancestor, StringComparison.Ordinal)
        && (path.Length == ancestor.Length || path[ancestor.Length] is '.' or '[');
}
