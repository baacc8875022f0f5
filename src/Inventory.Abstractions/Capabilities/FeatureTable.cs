using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Inventory;

/// <summary>A provider's answer for every <see cref="InventoryFeature"/>. Complete, immutable, safe to share between threads.</summary>
public sealed class FeatureTable : IReadOnlyDictionary<InventoryFeature, FeatureSupport>
{
    private static readonly InventoryFeature[] All = Enum.GetValues<InventoryFeature>();

    private readonly FeatureSupport[] _cells;

    /// <summary>Makes a table.</summary>
    /// <param name="cells">One cell for every feature.</param>
    /// <exception cref="ArgumentException">
    /// A feature has no cell, a refusal or condition has no reason, remedy or evidence. All gaps are named at once.
    /// </exception>
    public FeatureTable(IEnumerable<KeyValuePair<InventoryFeature, FeatureSupport>> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        _cells = new FeatureSupport[All.Length];
        foreach (var (feature, support) in cells)
        {
            _cells[(int)feature] = support;
        }

        var gaps = All.Select(Gap).OfType<string>().ToList();
        if (gaps.Count > 0)
        {
            throw new ArgumentException($"The feature table is not complete: {string.Join("; ", gaps)}.", nameof(cells));
        }

        string? Gap(InventoryFeature feature) => _cells[(int)feature] switch
        {
            null => $"{feature} has no cell",
            { Level: SupportLevel.Supported } => null,
            { Reason: "" } => $"{feature} has no reason",
            { Remedy: "" } => $"{feature} has no remedy",
            { Evidence.IsEmpty: true } => $"{feature} has no evidence",
            _ => null,
        };
    }

    /// <inheritdoc/>
    public FeatureSupport this[InventoryFeature key] => _cells[(int)key];

    /// <inheritdoc/>
    public IEnumerable<InventoryFeature> Keys => All;

    /// <inheritdoc/>
    public IEnumerable<FeatureSupport> Values => _cells;

    /// <inheritdoc/>
    public int Count => _cells.Length;

    /// <summary>This table with some cells changed.</summary>
    public FeatureTable With(params IEnumerable<KeyValuePair<InventoryFeature, FeatureSupport>> cells) => new(this.Concat(cells));

    /// <inheritdoc/>
    public bool ContainsKey(InventoryFeature key) => (uint)key < (uint)_cells.Length;

    /// <inheritdoc/>
    public bool TryGetValue(InventoryFeature key, [MaybeNullWhen(false)] out FeatureSupport value)
    {
        value = ContainsKey(key) ? _cells[(int)key] : null;
        return value is not null;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<InventoryFeature, FeatureSupport>> GetEnumerator() =>
        All.Select(feature => KeyValuePair.Create(feature, _cells[(int)feature])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
