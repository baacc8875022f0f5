using System.Globalization;

namespace Inventory.Emulator.Faults;

/// <summary>Faults as people write them.</summary>
internal static class FaultText
{
    private static readonly (string Suffix, TimeSpan Unit)[] Units =
        [("ms", TimeSpan.FromMilliseconds(1)), ("s", TimeSpan.FromSeconds(1)), ("m", TimeSpan.FromMinutes(1)), ("h", TimeSpan.FromHours(1))];

    public static EmulatorFault Read(string text)
    {
        try
        {
            return TryRead(text) ?? throw Unknown(text);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw Unknown(text);
        }
    }

    /// <summary>The span in the largest unit that leaves no rest.</summary>
    public static string Write(TimeSpan span)
    {
        var (suffix, unit) = Units.Last(u => span.Ticks % u.Unit.Ticks == 0 || u == Units[0]);
        return string.Create(CultureInfo.InvariantCulture, $"{span.Ticks / unit.Ticks}{suffix}");
    }

    private static EmulatorFault? TryRead(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (name, value) = colon < 0 ? (text, null) : (text[..colon], text[(colon + 1)..]);
        return (name, value) switch
        {
            ("reset", null) => EmulatorFault.ResetBeforeApplying,
            ("reset-after", null) => EmulatorFault.ResetAfterApplying,
            ("truncate", null) => EmulatorFault.TruncatedBody,
            ("expired-token", null) => EmulatorFault.ExpiredToken,
            ("delay", not null) when Span(value) is { } wait => EmulatorFault.Delay(wait),
            ("delay-after", not null) when Span(value) is { } wait => EmulatorFault.DelayAfterApplying(wait),
            ("clock", ['+', .. var ahead]) when Span(ahead) is { } skew => EmulatorFault.SkewedClock(skew),
            ("clock", ['-', .. var behind]) when Span(behind) is { } skew => EmulatorFault.SkewedClock(-skew),
            (_, null) => Status(text.Split(',')),
            _ => null,
        };
    }

    private static EmulatorFault? Status(string[] parts)
    {
        string? code = null;
        TimeSpan? retryAfter = null;
        foreach (var part in parts.Skip(1))
        {
            switch (part.Split('=', 2))
            {
                case ["code", { Length: > 0 } value]:
                    code = value;
                    break;
                case ["retry-after", var value] when Number(value) is { } seconds:
                    retryAfter = TimeSpan.FromSeconds(seconds);
                    break;
                default:
                    return null;
            }
        }

        var isApplied = parts[0].EndsWith("-after", StringComparison.Ordinal);
        return Number(isApplied ? parts[0][..^"-after".Length] : parts[0]) is not { } status ? null
            : isApplied ? EmulatorFault.StatusAfterApplying(status, code, retryAfter)
            : EmulatorFault.Status(status, code, retryAfter);
    }

    private static TimeSpan? Span(string text)
    {
        foreach (var (suffix, unit) in Units)
        {
            if (text.EndsWith(suffix, StringComparison.Ordinal) && Number(text[..^suffix.Length]) is { } count)
            {
                return count * unit;
            }
        }

        return null;
    }

    /// <summary>Eight digits at most: no span of as many hours overflows.</summary>
    private static int? Number(string text) =>
        text.Length <= 8 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static FormatException Unknown(string text) => new(
        $"'{text}' is not a fault. Write a status from 300 to 599 such as 503 or 429,retry-after=2 or 503,code=SlowDown; reset; delay:500ms; truncate; expired-token; "
        + "or clock:+20m. A status, reset and delay:2s take -after behind their name, as in reset-after: the request is done all the same.");
}
