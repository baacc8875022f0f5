using System.Globalization;
using Inventory.Emulator.Faults;

namespace Inventory.Emulator;

/// <summary>One thing that goes wrong with a request. Immutable; <see cref="ToString"/> gives what <see cref="Parse"/> takes.</summary>
public sealed record EmulatorFault
{
    private EmulatorFault(EmulatorFaultKind kind) => Kind = kind;

    /// <summary>The connection is reset, and nothing was done.</summary>
    public static EmulatorFault ResetBeforeApplying { get; } = new(EmulatorFaultKind.Reset);

    /// <summary>The request is done, and the connection is reset instead of its answer.</summary>
    public static EmulatorFault ResetAfterApplying { get; } = new(EmulatorFaultKind.Reset) { IsApplied = true };

    /// <summary>The request is done, and half of its answer's body is sent. An answer without a body announces one that does not come.</summary>
    public static EmulatorFault TruncatedBody { get; } = new(EmulatorFaultKind.TruncatedBody) { IsApplied = true };

    /// <summary>OSS: 403 <c>SecurityTokenExpired</c>; BOS: 400 <c>InvalidSessionToken</c>. Nothing was done.</summary>
    public static EmulatorFault ExpiredToken { get; } = new(EmulatorFaultKind.ExpiredToken);

    /// <summary>What goes wrong.</summary>
    public EmulatorFaultKind Kind { get; }

    /// <summary>Whether the request is done all the same. False for a clock that is off: whether it is done is for the service to say.</summary>
    public bool IsApplied { get; private init; }

    /// <summary>The status of the answer, 300 to 599; null unless <see cref="EmulatorFaultKind.Status"/>.</summary>
    public int? StatusCode { get; private init; }

    /// <summary>
    /// The service's code in that answer. Null: the one that its documents give for the status, and where they give none, an HTML page without a code, as
    /// proxies answer.
    /// </summary>
    public string? ErrorCode { get; private init; }

    /// <summary>The <c>Retry-After</c> of that answer, whole seconds; null: none.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>How long a <see cref="EmulatorFaultKind.Delay"/> is, or how far ahead the clock is: negative for behind. Zero for the other kinds.</summary>
    public TimeSpan Duration { get; private init; }

    /// <summary>An error, and nothing was done.</summary>
    /// <param name="statusCode">300 to 599.</param>
    /// <param name="errorCode">The service's code; null: see <see cref="ErrorCode"/>.</param>
    /// <param name="retryAfter">What the answer asks the client to wait, whole seconds; null: nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status or the wait is out of range.</exception>
    public static EmulatorFault Status(int statusCode, string? errorCode = null, TimeSpan? retryAfter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 300);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 599);
        if (retryAfter is { } wait && (wait < TimeSpan.Zero || wait.Ticks % TimeSpan.TicksPerSecond != 0))
        {
            throw new ArgumentOutOfRangeException(nameof(retryAfter), retryAfter, "Retry-After is whole seconds, zero or more.");
        }

        return new(EmulatorFaultKind.Status) { StatusCode = statusCode, ErrorCode = errorCode, RetryAfter = retryAfter };
    }

    /// <summary>An error, although the request was done.</summary>
    /// <inheritdoc cref="Status"/>
    public static EmulatorFault StatusAfterApplying(int statusCode, string? errorCode = null, TimeSpan? retryAfter = null) =>
        Status(statusCode, errorCode, retryAfter) with { IsApplied = true };

    /// <summary>The request waits before it is done; if its client gives up first, or closes its side of the connection, it never is.</summary>
    /// <param name="duration">On the emulator's clock; longer than zero, and 24 hours at most.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is out of range.</exception>
    public static EmulatorFault Delay(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(duration, TimeSpan.FromDays(1));
        return new(EmulatorFaultKind.Delay) { Duration = duration };
    }

    /// <summary>The request is done at once, and its answer waits.</summary>
    /// <inheritdoc cref="Delay"/>
    public static EmulatorFault DelayAfterApplying(TimeSpan duration) => Delay(duration) with { IsApplied = true };

    /// <summary>The server's clock is off for this request: for what it takes for expired or skewed, and in its <c>Date</c> and the times of its answer.</summary>
    /// <param name="ahead">How far the server is ahead of its clock; negative for behind; 24 hours at most either way.</param>
    /// <exception cref="ArgumentOutOfRangeException">The clock is further off.</exception>
    public static EmulatorFault SkewedClock(TimeSpan ahead)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ahead.Duration(), TimeSpan.FromDays(1), nameof(ahead));
        return new(EmulatorFaultKind.SkewedClock) { Duration = ahead };
    }

    /// <summary>Reads a fault.</summary>
    /// <param name="text">
    /// <c>503</c>, <c>503-after</c> (done all the same), either with <c>,code=SlowDown</c> and <c>,retry-after=2</c> (seconds); <c>delay:500ms</c>,
    /// <c>delay-after:2s</c>; <c>reset</c>, <c>reset-after</c>; <c>truncate</c>; <c>expired-token</c>; <c>clock:+20m</c>, <c>clock:-20m</c>.
    /// </param>
    /// <exception cref="FormatException">There is no such fault; the message says what there is.</exception>
    public static EmulatorFault Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return FaultText.Read(text);
    }

    /// <summary>The fault as <see cref="Parse"/> takes it.</summary>
    public override string ToString()
    {
        var after = IsApplied ? "-after" : "";
        return Kind switch
        {
            EmulatorFaultKind.Status => string.Create(CultureInfo.InvariantCulture, $"{StatusCode}{after}")
                + (ErrorCode is null ? "" : $",code={ErrorCode}")
                + (RetryAfter is { } wait ? string.Create(CultureInfo.InvariantCulture, $",retry-after={(long)wait.TotalSeconds}") : ""),
            EmulatorFaultKind.Delay => $"delay{after}:{FaultText.Write(Duration)}",
            EmulatorFaultKind.Reset => $"reset{after}",
            EmulatorFaultKind.TruncatedBody => "truncate",
            EmulatorFaultKind.ExpiredToken => "expired-token",
            _ => $"clock:{(Duration < TimeSpan.Zero ? "-" : "+")}{FaultText.Write(Duration.Duration())}",
        };
    }
}
