using System.Diagnostics;

namespace Inventory;

/// <summary>
/// What this library tells OpenTelemetry, or whoever else listens: the names to listen to, and what a transport adds to them.
/// <see cref="InventoryServiceBase"/> traces and measures every operation of every adapter by itself.
/// </summary>
/// <remarks>Safe for use by several threads at once. Where nobody listens, nothing is done and nothing is allocated.</remarks>
public static class InventoryTelemetry
{
    /// <summary>The name of the <see cref="ActivitySource"/>, for <c>AddSource</c>.</summary>
    public const string ActivitySourceName = "Inventory";

    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>, for <c>AddMeter</c>.</summary>
    public const string MeterName = "Inventory";

    /// <summary>Says on the current operation's span to which server a request goes, and forgets the answer to the one before. For transports.</summary>
    /// <param name="server">Scheme and authority.</param>
    public static void RecordRequest(Uri server)
    {
        ArgumentNullException.ThrowIfNull(server);
        if (CurrentSpan() is { } span)
        {
            _ = span.SetTag(AttributeNames.ServerAddress, server.IdnHost).SetTag(AttributeNames.ServerPort, server.Port)
                .SetTag(AttributeNames.HttpStatus, null).SetTag(AttributeNames.RequestId, null);
        }
    }

    /// <summary>Says on the current operation's span what a service answered; a later answer takes the place of an earlier one. For transports.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="requestId">The service's id for the request, without secrets; null where it names none.</param>
    public static void RecordAnswer(int status, string? requestId)
    {
        if (CurrentSpan() is { } span)
        {
            _ = span.SetTag(AttributeNames.HttpStatus, status).SetTag(AttributeNames.RequestId, requestId);
        }
    }

    /// <summary>Counts an attempt that will be made again, and makes it an event of the current operation's span. For transports.</summary>
    public static void RecordRetry(in FailedAttempt attempt)
    {
        if (Instruments.Retries.Enabled)
        {
            Instruments.Retries.Add(
                1,
                new(AttributeNames.Provider, attempt.Provider),
                new(AttributeNames.HttpMethod, attempt.Method),
                new(AttributeNames.ErrorType, attempt.Kind.ToString()));
        }

        if (CurrentSpan() is not { } span)
        {
            return;
        }

        var tags = new ActivityTagsCollection
        {
            { AttributeNames.ResendCount, attempt.Number },
            { AttributeNames.RetryDelay, attempt.Delay.TotalSeconds },
            { AttributeNames.HttpMethod, attempt.Method },
            { AttributeNames.ErrorType, attempt.Kind.ToString() },
        };
        if (attempt.Status is { } status)
        {
            tags.Add(AttributeNames.HttpStatus, status);
        }

        _ = span.AddEvent(new("inventory.retry", tags: tags));
        _ = span.SetTag(AttributeNames.RetryCount, (span.GetTagItem(AttributeNames.RetryCount) as int? ?? 0) + 1);
    }

    /// <summary>Says on the current operation's span, as an event, that this machine's clock is off and signatures are corrected for it. For transports.</summary>
    /// <param name="offset">How much later it is on the service's clock; negative where this machine's is ahead.</param>
    public static void RecordClockCorrection(TimeSpan offset) =>
        CurrentSpan()?.AddEvent(new("inventory.clock_correction", tags: new() { { AttributeNames.ClockOffset, offset.TotalSeconds } }));

    /// <summary>The span of the operation that runs now, even below spans of others; null where nobody wants its data.</summary>
    private static Activity? CurrentSpan()
    {
        if (!Instruments.Source.HasListeners())
        {
            return null;
        }

        var span = Activity.Current;
        while (span is not null && span.Source != Instruments.Source)
        {
            span = span.Parent;
        }

        return span is { IsAllDataRequested: true } ? span : null;
    }
}
