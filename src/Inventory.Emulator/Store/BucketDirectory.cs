using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Inventory.Emulator.Store;

/// <summary>The buckets that exist on one wire, each with a region. Safe for concurrent use; it changes through <see cref="RuleStore"/> alone.</summary>
internal sealed class BucketDirectory(string defaultRegion)
{
    private readonly ConcurrentDictionary<string, BucketEntry> _buckets = new(StringComparer.Ordinal);

    public string DefaultRegion => defaultRegion;

    /// <summary>Every bucket, by name.</summary>
    public IReadOnlyList<BucketEntry> List() => [.. _buckets.Values.OrderBy(entry => entry.Name, StringComparer.Ordinal)];

    public bool TryFind(string name, [NotNullWhen(true)] out EmulatorBucket? bucket)
    {
        bucket = _buckets.TryGetValue(name, out var entry) ? entry.Bucket : null;
        return bucket is not null;
    }

    public BucketEntry? Find(string name) => _buckets.GetValueOrDefault(name);

    /// <summary>3 to 63 characters, lower-case letters, digits and hyphens, no hyphen at either end: the rule of both vendors.</summary>
    public static bool IsName(string name) =>
        name.Length is >= 3 and <= 63
        && name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-')
        && name[0] != '-'
        && name[^1] != '-';

    internal void Set(BucketEntry entry) => _buckets[entry.Name] = entry;

    internal void Remove(string name) => _buckets.TryRemove(name, out _);
}
