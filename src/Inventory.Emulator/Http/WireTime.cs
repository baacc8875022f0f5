using System.Globalization;

namespace Inventory.Emulator.Http;

/// <summary>The forms in which requests state their time, all UTC.</summary>
internal static class WireTime
{
    private static readonly string[] Forms =
        ["yyyyMMdd'T'HHmmss'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "ddd, d MMM yyyy HH:mm:ss 'GMT'", "ddd, dd MMM yyyy HH:mm:ss 'GMT'"];

    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    public static bool TryParse(string text, out DateTimeOffset time) =>
        TryParseBasic(text, out time) || DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, Utc, out time);

    public static bool TryParseBasic(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, Forms[0], CultureInfo.InvariantCulture, Utc, out time);

    public static bool TryParseIso(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, Forms[1], CultureInfo.InvariantCulture, Utc, out time);

    public static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString(Forms[1], CultureInfo.InvariantCulture);

    public static string IsoMilliseconds(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
