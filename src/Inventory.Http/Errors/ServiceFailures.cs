using System.Collections.ObjectModel;
using System.Globalization;
using System.Text;

namespace Inventory.Http;

/// <summary>
/// Turns what went wrong in a call into an <see cref="InventoryException"/> that says where, how often it was tried and what to quote to support. What the
/// service says stands in it without secrets and cut: see <see cref="ServiceWords"/>.
/// </summary>
internal sealed class ServiceFailures(string provider, string name, IServiceErrorReader errors, ServiceClock clock)
{
    /// <summary>The kind of a refusal: as the adapter reads it, or else as its status says.</summary>
    public static InventoryErrorKind Kind(int status, ServiceError error) => error.Kind ?? StatusKinds.Of(status);

    /// <summary>The service refused.</summary>
    public InventoryException Refused(ServiceCall call, int status, ServiceError error)
    {
        error = ServiceWords.Fit(call, error);
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"'{name}' answered {status} {ServiceWords.Code(error)} to {What(call)}").AppendMessage(error);
        if (status is >= 300 and < 400 and not 304)
        {
            _ = text.Append(" Redirects are not followed: a request that loses its query would mean the bucket itself. Correct the endpoint or the region.").Append(RedirectAdvice.Of(call));
        }

        if (call.BodyFailure is { } unread)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $" What it says is not known: {(unread is InventoryException own ? own.Message : "it broke off")}.");
        }

        _ = text.AppendIds(error.RequestId, error.Diagnostics);
        return new(Kind(status, error), text.Append(ClockAdvice.Of(call)).Append(Effort(call)).ToString())
        {
            Provider = provider,
            Bucket = call.Request.Bucket,
            RuleId = call.Request.RuleId,
            HttpStatus = status,
            ServiceCode = error.Code,
            IsServiceCodeKnown = !error.IsAmbiguous && (error.Code is null || error.Kind is not null),
            ServiceMessage = error.Message,
            RequestId = error.RequestId,
            Diagnostics = error.Diagnostics,
            Attempts = call.Attempts,
            Elapsed = call.Elapsed,
            RetryAfter = RetryAfter(call.Headers),
        };
    }

    /// <summary>
    /// No answer came, or one that could not be read to its end, or something stopped the request before it was sent. What an attempt was answered with
    /// before that is told, and stands in the properties. Its status does only where nothing was sent after it: what a later request did is not known.
    /// </summary>
    public InventoryException Failed(ServiceCall call, Exception cause)
    {
        var answer = call.Status is { } status ? new(call.Attempts, status, call.Headers, call.Error) : call.Before;
        var isLast = answer?.Attempt == call.Attempts;
        var said = answer?.Error is { } error ? ServiceWords.Fit(call, error) : null;
        var (kind, why) = TransportFailure.Describe(call, cause);
        if (call.IsWaiting && isLast && kind == InventoryErrorKind.Unavailable && said is not null && Kind(answer!.Status, said) == InventoryErrorKind.Throttled)
        {
            kind = InventoryErrorKind.Throttled;
        }

        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{What(call)} on '{name}' {why}.");
        if (call.Status is not null && said is null)
        {
            _ = text.AppendIds(RequestId(call, call.Headers), ReadOnlyDictionary<string, string>.Empty);
            AppendEarlier(text, call, call.Before);
        }
        else
        {
            AppendEarlier(text, call, answer);
        }

        // The code settles nothing here, so it counts as known: no refusal stands.
        return new(kind, text.Append(ClockAdvice.Of(call)).Append(Effort(call)).ToString(), call.Redact(cause))
        {
            Provider = provider,
            Bucket = call.Request.Bucket,
            RuleId = call.Request.RuleId,
            HttpStatus = isLast ? answer!.Status : null,
            ServiceCode = said?.Code,
            ServiceMessage = said?.Message,
            RequestId = said?.RequestId ?? (answer is null ? null : RequestId(call, answer.Headers)),
            Diagnostics = said?.Diagnostics ?? ReadOnlyDictionary<string, string>.Empty,
            Attempts = call.Attempts,
            Elapsed = call.Elapsed,
            RetryAfter = said is null ? null : RetryAfter(answer!.Headers),
            IsTransient = cause is InventoryException own ? own.IsTransient
                : kind is InventoryErrorKind.Throttled or InventoryErrorKind.Unavailable && !TransportFailure.IsUntrusted(cause),
        };
    }

    /// <summary>An answer came whose status says success, and that its documents do not describe. Where it is an error in truth, that error is told.</summary>
    public InventoryException Malformed(ServiceCall call, string why, Exception? cause = null) => Malformed(call, Hidden(call), why, cause);

    /// <summary>
    /// A put or a delete has nothing to say but that it is done. Where a success says more, it is none if it is an error of the service's, and none if it has
    /// not the header in which the service names each request: then something on the way gave it. Null where the success stands. Never sent again: it may have
    /// been done.
    /// </summary>
    public InventoryException? Doubted(ServiceCall call)
    {
        if (call.Request.Method == HttpMethod.Get || BlankBody.IsBlank(call.Body))
        {
            return null;
        }

        var hidden = Hidden(call);
        return hidden is null && RequestId(call, call.Headers) is not null
            ? null
            : Malformed(
                call, hidden,
                $"it has a body, which the answer to a {call.Request.Method} has not, and no header {errors.RequestIdHeader}. A proxy or a portal on the way may have given it. "
                + "Look at what the bucket holds.");
    }

    /// <summary>The service's id for the request, as its header says; null where it does not.</summary>
    public string? RequestId(ServiceCall call, IReadOnlyDictionary<string, string> headers) =>
        headers.TryGetValue(errors.RequestIdHeader, out var id) && !string.IsNullOrWhiteSpace(id) ? ServiceWords.Fit(call, id) : null;

    private InventoryException Malformed(ServiceCall call, ServiceError? hidden, string why, Exception? cause = null)
    {
        hidden = hidden is null ? null : ServiceWords.Fit(call, hidden);
        var requestId = RequestId(call, call.Headers) ?? hidden?.RequestId;
        var text = new StringBuilder();
        _ = hidden is null
            ? text.Append(CultureInfo.InvariantCulture, $"'{name}' answered {What(call)} with something that cannot be read: {call.Redact(why)}")
            : text.Append(CultureInfo.InvariantCulture, $"'{name}' answered {call.Status} to {What(call)}, and the answer is an error {ServiceWords.Code(hidden)}")
                .AppendMessage(hidden).AppendIds(requestId, hidden.Diagnostics);
        return new(InventoryErrorKind.MalformedResponse, text.ToString(), call.Redact(cause))
        {
            Provider = provider,
            Bucket = call.Request.Bucket,
            RuleId = call.Request.RuleId,
            HttpStatus = call.Status,
            ServiceCode = hidden?.Code,
            ServiceMessage = hidden?.Message,
            RequestId = requestId,
            Diagnostics = hidden?.Diagnostics ?? ReadOnlyDictionary<string, string>.Empty,
            Attempts = call.Attempts,
            Elapsed = call.Elapsed,
        };
    }

    /// <summary>The error that a success is in truth; null where it is none.</summary>
    private ServiceError? Hidden(ServiceCall call)
    {
        var said = BlankBody.IsBlank(call.Body) ? null : errors.Read(new(call.Status ?? 0, call.Headers, call.Body));
        return said is { Code: not null } or { IsRecognized: true } ? said : null;
    }

    private void AppendEarlier(StringBuilder text, ServiceCall call, EarlierAnswer? answer)
    {
        if (answer?.Error is { } error)
        {
            error = ServiceWords.Fit(call, error);
            _ = text.Append(CultureInfo.InvariantCulture, $" Before that it answered {answer.Status} {ServiceWords.Code(error)}")
                .AppendMessage(error).AppendIds(error.RequestId, error.Diagnostics);
        }
        else if (answer is not null)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $" Before that it answered {answer.Status}, and the answer broke off.")
                .AppendIds(RequestId(call, answer.Headers), ReadOnlyDictionary<string, string>.Empty);
        }
    }

    private TimeSpan? RetryAfter(IReadOnlyDictionary<string, string> headers) =>
        RetryHandler.RetryAfter(headers.GetValueOrDefault("Retry-After"), clock.Read().Service);

    private static string What(ServiceCall call) =>
        $"{call.Request.Method} of {(call.Request.RuleId is { } id ? $"inventory rule '{id}'" : "the inventory rules")} of bucket '{call.Request.Bucket}'";

    private static string Effort(ServiceCall call) =>
        string.Create(CultureInfo.InvariantCulture, $" ({call.Attempts} attempt{(call.Attempts == 1 ? "" : "s")} in {call.Elapsed.TotalSeconds:0.0} s)");
}
