using System.Globalization;
using System.Text.RegularExpressions;

namespace Inventory.Documents;

/// <summary>Instants in files of ours: ISO 8601 with an offset, in whole seconds.</summary>
internal static partial class Instants
{
    private const string Example = "2024-01-31T00:00:00Z";

    public static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads an instant; null and a sentence where it is none.</summary>
    public static DateTimeOffset? Read(string text, out string problem)
    {
        problem = "";
        var parts = Iso8601.Match(text);
        var shown = NodeText.Cut(text);
        if (!parts.Success)
        {
            problem = $"'{shown}' is not an instant. Write one as {Example}.";
        }
        else if (!parts.Groups["offset"].Success)
        {
            problem = $"'{shown}' does not say which time zone it is in. Write Z after it for UTC, or an offset such as +08:00.";
        }
        else if (parts.Groups["fraction"].ValueSpan.ContainsAnyExcept('0'))
        {
            problem = $"'{shown}' has a fraction of a second, which no rule holds. Write whole seconds.";
        }
        else if (DateTimeOffset.TryParseExact(
            $"{parts.Groups["time"].ValueSpan}{parts.Groups["offset"].ValueSpan}",
            "yyyy-MM-dd'T'HH:mm:ssK",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var instant))
        {
            return instant;
        }
        else
        {
            problem = $"'{shown}' is not in the calendar. Write an instant as {Example}.";
        }

        return null;
    }

    [GeneratedRegex(
        @"\A(?<time>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(\.(?<fraction>[0-9]+))?(?<offset>Z|[+-][0-9]{2}:[0-9]{2})?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Iso8601 { get; }
}
