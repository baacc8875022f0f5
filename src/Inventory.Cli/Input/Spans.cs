using System.Globalization;

namespace Inventory.Cli;

/// <summary>Spans of time as people write them.</summary>
internal static class Spans
{
    private static readonly (string Suffix, TimeSpan Unit)[] Units =
        [("ms", TimeSpan.FromMilliseconds(1)), ("s", TimeSpan.FromSeconds(1)), ("m", TimeSpan.FromMinutes(1)), ("h", TimeSpan.FromHours(1))];

    /// <summary>A span as <c>500ms</c>, <c>2s</c>, <c>5m</c> or <c>1h</c>.</summary>
    public static bool TryRead(string text, out TimeSpan span)
    {
        foreach (var (suffix, unit) in Units)
        {
            if (text.EndsWith(suffix, StringComparison.Ordinal)
                && text.Length <= 8 + suffix.Length
                && int.TryParse(text[..^suffix.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                span = count * unit;
                return true;
            }
        }

        span = default;
        return false;
    }
}
