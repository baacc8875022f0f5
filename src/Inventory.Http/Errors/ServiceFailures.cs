using System.Globalization;
using System.Text;
using Polly.Timeout;

namespace Inventory.Http;

/// <summary>
/// Turns what went wrong in a call into an <see cref="InventoryException"/> that says where, how often it was tried and what to quote to support.
/// </summary>
internal sealed class ServiceFailures(string provider, string name)
{
    private const int LongestMessage = 500;

    public InventoryException Refused(ServiceCall call, int status, ServiceError error, TimeSpan? retryAfter)
    {
        error = Redacted(call, error);
        var kind = error.Kind ?? StatusKinds.Of(status);
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"'{name}' answered {status} {error.Code ?? "without a code"} to {What(call)}");
        if (error.Message is { Length: > 0 } message)
        {
            _ = text.Append(": ").Append(message.Length <= LongestMessage ? message : message[..LongestMessage] + "…");
        }

        _ = text.Append(text[^1] is '.' ? "" : ".");
        if (status is >= 300 and < 400)
        {
            _ = text.Append(" Redirects are not followed: a request that loses its query would mean the bucket itself. Correct the endpoint or the region.");
        }

        if (error.RequestId is not null)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $" Request id {error.RequestId}.");
        }

        foreach (var (name, value) in error.Diagnostics)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $" {name} {value}.");
        }

        return new(kind, text.Append(ClockAdvice.Of(call)).Append(Effort(call)).ToString())
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
            RetryAfter = retryAfter,
        };
    }

    /// <summary>No answer came, or one that could not be read to its end, or something stopped the request before it was sent.</summary>
    public InventoryException Failed(ServiceCall call, Exception cause)
    {
        var (kind, why) = cause switch
        {
            InventoryException own => (own.Kind, $"failed: {own.Message}"),
            TimeoutRejectedException or OperationCanceledException => (InventoryErrorKind.Unavailable, "got no answer in time"),
            HttpRequestException or IOException => (InventoryErrorKind.Unavailable, $"got no answer: {cause.Message}"),
            _ => (InventoryErrorKind.Unexpected, $"failed: {cause.Message}"),
        };
        return new(kind, $"{What(call)} on '{name}' {call.Redact(why).TrimEnd('.')}.{ClockAdvice.Of(call)}{Effort(call)}", call.Redact(cause))
        {
            Provider = provider,
            Bucket = call.Request.Bucket,
            RuleId = call.Request.RuleId,
            Attempts = call.Attempts,
            Elapsed = call.Elapsed,
        };
    }

    /// <summary>An answer came that its documents do not describe.</summary>
    public InventoryException Malformed(ServiceCall call, int status, string? requestId, string why, Exception? cause = null) =>
        new(InventoryErrorKind.MalformedResponse, $"'{name}' answered {What(call)} with something that cannot be read: {call.Redact(why)}", call.Redact(cause))
        {
            Provider = provider,
            Bucket = call.Request.Bucket,
            RuleId = call.Request.RuleId,
            HttpStatus = status,
            RequestId = requestId,
            Attempts = call.Attempts,
            Elapsed = call.Elapsed,
        };

    private static ServiceError Redacted(ServiceCall call, ServiceError error) => error with
    {
        Code = error.Code is null ? null : call.Redact(error.Code),
        Message = error.Message is null ? null : call.Redact(error.Message),
        RequestId = error.RequestId is null ? null : call.Redact(error.RequestId),
        Diagnostics = error.Diagnostics.ToDictionary(d => d.Key, d => call.Redact(d.Value)),
    };

    private static string What(ServiceCall call) =>
        $"{call.Request.Method} of {(call.Request.RuleId is { } id ? $"inventory rule '{id}'" : "the inventory rules")} of bucket '{call.Request.Bucket}'";

    private static string Effort(ServiceCall call) =>
        string.Create(CultureInfo.InvariantCulture, $" ({call.Attempts} attempt{(call.Attempts == 1 ? "" : "s")} in {call.Elapsed.TotalSeconds:0.0} s)");
}
