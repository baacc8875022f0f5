using System.Globalization;
using Inventory.Documents;
using Inventory.Http;

namespace Inventory.BaiduBos;

/// <summary>BOS's codes as kinds. The code decides, not the status: 403 stands for permission, signature, clock, debt and rate alike.</summary>
internal sealed class BosErrors : IServiceErrorReader
{
    public static BosErrors Instance { get; } = new();

    public string RequestIdHeader => "x-bce-request-id";

    public ServiceError Read(ErrorResponse response)
    {
        var body = Body(response.Body);
        var code = Text(body, "code");
        var message = Text(body, "message");
        var debugId = response.Header("x-bce-debug-id");
        return new()
        {
            Code = code,
            IsRecognized = code is not null || message is not null,
            Message = message,
            RequestId = Text(body, "requestId") ?? response.Header(RequestIdHeader),
            Kind = Kind(code, message),
            IsAmbiguous = code == "InvalidArgument",
            IsWorthSigningAnew = code == "RequestExpired",

            // A signature holds for half an hour: one that has expired when it arrives was made for another time.
            IsClockSkewed = code is "RequestTimeTooSkewed" or "RequestExpired",
            ServiceTime = Time(response.Header("x-bce-date")),
            AreCredentialsRefused = code is "InvalidSessionToken" or "InvalidAccessKeyId",
            Diagnostics = debugId is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["x-bce-debug-id"] = debugId },
        };
    }

    private static InventoryErrorKind? Kind(string? code, string? message) => code switch
    {
        "NoSuchInventoryConfiguration" => InventoryErrorKind.RuleNotFound,
        "NoSuchBucket" => InventoryErrorKind.BucketNotFound,
        "AccessDenied" when message?.Contains("request rate is too high", StringComparison.OrdinalIgnoreCase) == true => InventoryErrorKind.Throttled,
        "AccessDenied" or "AccountOverdue" or "OptInRequired" => InventoryErrorKind.AccessDenied,
        "InvalidAccessKeyId" or "SignatureDoesNotMatch" or "RequestTimeTooSkewed" or "RequestExpired" or "InvalidSessionToken" or "InvalidHTTPAuthHeader" => InventoryErrorKind.AuthenticationFailed,
        "InvalidArgument" or "InappropriateJSON" or "MalformedJSON" or "InvalidBucketName" or "InvalidURI" or "InvalidHTTPRequest" or "BadDigest" or "MissingContentLength"
            or "MethodNotAllowed" or "PreconditionFailed" or "NotImplemented" => InventoryErrorKind.InvalidRequest,
        "RequestRateLimitExceeded" or "SlowDown" => InventoryErrorKind.Throttled,
        "InternalError" or "ServiceUnavailable" or "Http400" => InventoryErrorKind.Unavailable,
        _ => null,
    };

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static DocumentNode? Body(byte[] body)
    {
        try
        {
            return JsonNodes.Parse(body);
        }
        catch (InvalidDocumentException)
        {
            return null;
        }
    }

    private static string? Text(DocumentNode? error, string name)
    {
        foreach (var member in error?.Members ?? [])
        {
            if (member.Name == name && member.Node.Text.Trim() is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }
}
