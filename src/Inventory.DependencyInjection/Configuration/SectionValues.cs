using Microsoft.Extensions.Configuration;

namespace Inventory.DependencyInjection;

/// <summary>What a section says at a moment. Holds secrets: it is compared and never printed.</summary>
internal sealed class SectionValues(IConfiguration? section)
{
    private readonly SortedDictionary<string, string?> _values = Flat(section);

    /// <summary>Whether two moments say the same of a key and all below it; of everything where the key is empty.</summary>
    public bool SaysTheSame(SectionValues other, string key) => Under(key).SequenceEqual(other.Under(key));

    private static SortedDictionary<string, string?> Flat(IConfiguration? section)
    {
        SortedDictionary<string, string?> values = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (path, value) in section?.AsEnumerable(makePathsRelative: true) ?? [])
        {
            values[path] = value;
        }

        return values;
    }

    private IEnumerable<(string Key, string? Value)> Under(string key) => _values
        .Where(v => key.Length == 0 || v.Key.Equals(key, StringComparison.OrdinalIgnoreCase)
            || v.Key.StartsWith($"{key}{ConfigurationPath.KeyDelimiter}", StringComparison.OrdinalIgnoreCase))
        .Select(v => (v.Key.ToUpperInvariant(), v.Value));
}
