using System.Globalization;
using System.Text;

namespace Inventory;

/// <summary>The numbered reasons and the lettered sources below a matrix, gathered while its cells are written. Each stands there once.</summary>
internal sealed class MatrixNotes
{
    private readonly List<string> _reasons = [];
    private readonly List<string> _sources = [];

    public string Cell(InventoryCapabilities provider, FeatureSupport support)
    {
        if (support.Level == SupportLevel.Supported)
        {
            return $"yes{Sources(provider, support.Evidence)}";
        }

        var reason = $"{support.Reason} {support.Remedy}{Sources(provider, support.Evidence)}";
        return $"{(support.Level == SupportLevel.Conditional ? "on condition" : "no")} [{PlaceOf(reason, _reasons)}]";
    }

    /// <summary>The letters of sources in parentheses, with a space before them; nothing where there is no source.</summary>
    public string Sources(InventoryCapabilities provider, ValueList<Evidence> evidence) =>
        evidence.IsEmpty ? "" : $" ({string.Join(", ", evidence.Select(e => Letter(PlaceOf(Source(provider, e), _sources))))})";

    public void AppendTo(StringBuilder text)
    {
        for (var i = 0; i < _reasons.Count; i++)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"\n{i + 1}. {_reasons[i]}");
        }

        if (_sources.Count == 0)
        {
            return;
        }

        _ = text.Append("\n\nSources, each with its own date:\n");
        for (var i = 0; i < _sources.Count; i++)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"\n* ({Letter(i + 1)}) {_sources[i]}");
        }

        _ = text.Append('\n');
    }

    private static string Source(InventoryCapabilities provider, Evidence evidence) => $"{provider.DisplayName}, {evidence}: {evidence.Reading}";

    private static int PlaceOf(string note, List<string> notes)
    {
        var place = notes.IndexOf(note);
        if (place < 0)
        {
            place = notes.Count;
            notes.Add(note);
        }

        return place + 1;
    }

    // a to z, then aa, ab, …
    private static string Letter(int place) => place <= 26 ? ((char)('a' + place - 1)).ToString() : $"{Letter((place - 1) / 26)}{Letter(((place - 1) % 26) + 1)}";
}
