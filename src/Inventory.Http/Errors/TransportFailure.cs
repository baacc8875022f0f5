using System.Security.Authentication;
using Polly.Timeout;

namespace Inventory.Http;

/// <summary>What an exception means that ended an attempt, or the wait for the next one.</summary>
internal static class TransportFailure
{
    /// <summary>Whether the same request would come to the same end.</summary>
    public static bool IsFinal(Exception failure) => IsMalformed(failure) || IsUntrusted(failure);

    /// <summary>Whether no secure connection was made because the two ends do not agree: above all, the server's certificate is not accepted.</summary>
    public static bool IsUntrusted(Exception failure)
    {
        if (failure is not HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError })
        {
            return false;
        }

        for (var cause = failure.InnerException; cause is not null; cause = cause.InnerException)
        {
            if (cause is AuthenticationException)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The kind, and the rest of a sentence that begins with the request; without a full stop and without secrets.</summary>
    public static (InventoryErrorKind Kind, string Why) Describe(ServiceCall call, Exception failure)
    {
        if (failure is InventoryException own)
        {
            return (own.Kind, $"failed: {call.Redact(own.Message).TrimEnd('.')}");
        }

        var said = ServiceWords.Shown(call, MessageOf(failure)).TrimEnd('.');
        return failure switch
        {
            TimeoutRejectedException or OperationCanceledException => (InventoryErrorKind.Unavailable, Late(call)),
            _ when IsMalformed(failure) => (InventoryErrorKind.MalformedResponse, $"got an answer that cannot be read: {said}"),
            _ when IsUntrusted(failure) => (InventoryErrorKind.Unavailable,
                $"made no secure connection: {said}. Check that the endpoint's name is the one on its certificate, that this machine trusts who issued it, that its "
                + "date is right, and that no proxy on the way puts a certificate of its own in its place"),
            HttpRequestException or IOException => (InventoryErrorKind.Unavailable, Broken(call, said)),
            _ => (InventoryErrorKind.Unexpected, $"failed: {said}"),
        };
    }

    /// <summary>The message of an exception, whoever wrote it.</summary>
    public static string MessageOf(Exception failure)
    {
        try
        {
            return failure.Message;
        }
        catch (Exception)
        {
            return $"a {failure.GetType().Name} that cannot be shown";
        }
    }

    // Bytes that are no HTTP, a head without an end, a compression that is none.
    private static bool IsMalformed(Exception failure) => failure switch
    {
        HttpRequestException e => IsMalformed(e.HttpRequestError),
        HttpIOException e => IsMalformed(e.HttpRequestError),
        _ => failure is InvalidDataException,
    };

    private static bool IsMalformed(HttpRequestError? error) => error is HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded;

    private static string Late(ServiceCall call) =>
        call.IsWaiting ? "ran out of time before it could be sent again"
        : !call.IsSent ? $"was not sent{Again(call)}: credentials were not there in time"
        : call.Status is { } status ? $"was answered {status}, and the answer did not come to its end in time"
        : "got no answer in time";

    private static string Broken(ServiceCall call, string said) =>
        !call.IsSent ? $"was not sent{Again(call)}: credentials could not be fetched: {said}"
        : call.Status is { } status ? $"was answered {status}, and the answer broke off: {said}"
        : $"got no answer: {said}";

    private static string Again(ServiceCall call) => call.Attempts > 0 ? " again" : "";
}
