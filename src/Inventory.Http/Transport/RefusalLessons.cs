using System.Globalization;

namespace Inventory.Http;

/// <summary>Learns from a refusal what the next signature needs: by how much this machine's clock is off, and which credentials the service does not take.</summary>
internal sealed class RefusalLessons(ICredentialsProvider credentials, ServiceClock clock, CallLog log)
{
    // The three forms of RFC 9110, 5.6.7.
    private static readonly string[] DateForms = ["r", "dddd, dd'-'MMM'-'yy HH':'mm':'ss 'GMT'", "ddd MMM d HH':'mm':'ss yyyy"];

    /// <param name="call">The call, with what the service said in <see cref="ServiceCall.Error"/>.</param>
    /// <param name="refusal">The answer it said it in.</param>
    public void Learn(ServiceCall call, HttpResponseMessage refusal)
    {
        if (call.Error is { IsClockSkewed: true } skewed && (DateOf(refusal) ?? skewed.ServiceTime) is { } serviceTime)
        {
            call.ClockOffset = serviceTime - call.Signed.Machine;
            if (clock.Correct(call.ClockOffset.Value))
            {
                log.ClockCorrected(call, call.ClockOffset.Value);
            }

            call.IsClockCorrected = !ServiceClock.AreClose(clock.Offset, call.Signed.Offset);
        }

        if (call.Error is { AreCredentialsRefused: true } && call.Credentials is { } refused)
        {
            credentials.Forget(refused);
        }
    }

    private static DateTimeOffset? DateOf(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Date", out var values) ? DateOf(values.ToString()) : null;

    /// <summary>A date as HTTP writes it; null where it is none.</summary>
    internal static DateTimeOffset? DateOf(string header) =>
        DateTimeOffset.TryParseExact(
            header, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite | DateTimeStyles.AllowTrailingWhite, out var date)
            ? date
            : null;
}
