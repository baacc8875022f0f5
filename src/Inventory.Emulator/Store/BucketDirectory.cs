using System.Diagnostics.CodeAnalysis;

namespace Inventory.Emulator.Store;

/// <summary>The buckets that exist on one wire, each with a region.</summary>
internal sealed class BucketDirectory(IEnumerable<EmulatorBucket> buckets, string defaultRegion)
{
    private readonly Dictionary<string, EmulatorBucket> _buckets = buckets
        .Select(bucket => bucket with { Region = bucket.Region ?? defaultRegion })
        .ToDictionary(bucket => bucket.Name, StringComparer.Ordinal);

    public string DefaultRegion => defaultRegion;

    public bool TryFind(string name, [NotNullWhen(true)] out EmulatorBucket? bucket) => _buckets.TryGetValue(name, out bucket);

    /// <summary>3 to 63 characters, lower-case letters, digits and hyphens, no hyphen at either end: the rule of both vendors.</summary>
    public static bool IsName(string name) =>
        name.Length is >= 3 and <= 63
        && name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-')
        && name[0] != '-'
        && name[^1] != '-';
}
