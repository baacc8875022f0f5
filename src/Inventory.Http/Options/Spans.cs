using System.Globalization;

namespace Inventory.Http;

/// <summary>Times in options, as configuration writes them.</summary>
internal static class Spans
{
    /// <summary>How to write what was probably meant by a time that is too long: configuration reads a bare number as days. Empty for a shorter one.</summary>
    public static string Advice(TimeSpan span) => span < TimeSpan.FromDays(1)
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $" It is {span.TotalDays:0.##} days: a number alone is days, so write 30 seconds as 00:00:30.");
}
