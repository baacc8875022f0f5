using System.Globalization;

namespace Inventory.Http;

/// <summary>What the message of a failure says of this machine's clock.</summary>
internal static class ClockAdvice
{
    /// <summary>One sentence or two, with a blank before; empty where no answer of the call spoke of the clock.</summary>
    public static string Of(ServiceCall call) => call.ClockOffset switch
    {
        null when (call.Error ?? call.Before?.Error) is { IsClockSkewed: true } => " The answer does not say the service's time: set this machine's clock.",
        null => "",
        { } offset when ServiceClock.AreClose(offset, TimeSpan.Zero) => " This machine's clock and the answer's agree, though.",
        { } offset when offset.Duration() > ServiceClock.LongestOffset => $" This machine's clock is {Difference(offset)} the service's, too far to be corrected for: set it.",
        { } offset => $" This machine's clock is {Difference(offset)} the service's: set it. Until then signatures are corrected for that.",
    };

    private static string Difference(TimeSpan offset)
    {
        var seconds = TimeSpan.FromSeconds(Math.Round(offset.Duration().TotalSeconds));
        return string.Create(CultureInfo.InvariantCulture, $"{seconds:c} {(offset > TimeSpan.Zero ? "behind" : "ahead of")}");
    }
}
