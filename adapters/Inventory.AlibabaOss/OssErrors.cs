using System.Globalization;
using System.Text;
using Inventory.Documents;
using Inventory.Http;

namespace Inventory.AlibabaOss;

/// <summary>OSS's codes as kinds. An EC is a diagnostic: OSS asks not to build on it.</summary>
internal sealed class OssErrors : IServiceErrorReader
{
    public static OssErrors Instance { get; } = new();

    public string RequestIdHeader => "x-oss-request-id";

    public ServiceError Read(ErrorResponse response)
    {
        var body = Body(response);
        var code = Text(body, "Code");
        var message = Text(body, "Message");
        var endpoint = Text(body, "Endpoint");
        var requestId = Text(body, "RequestId") ?? response.Header(RequestIdHeader);
        return new()
        {
            Code = code,
            IsRecognized = body is not null,
            Message = message,
            RequestId = requestId,
            Kind = IsAtAnotherEndpoint(response.Status, code, message, endpoint, requestId) ? InventoryErrorKind.BucketNotFound : Kind(response.Status, code),
            IsAmbiguous = code == "InvalidArgument",
            IsWorthSigningAnew = code == "BadRequest",
            IsClockSkewed = code == "RequestTimeTooSkewed",
            ServiceTime = Time(Text(body, "ServerTime") ?? Text(Child(body, "Detail"), "ServerTime")),
            AreCredentialsRefused = response.Status == 401 || code is "SecurityTokenExpired" or "InvalidSecurityToken" or "InvalidAccessKeyId",
            Diagnostics = Diagnostics([("x-oss-ec", Text(body, "EC") ?? response.Header("x-oss-ec")), ("Endpoint", endpoint)]),
        };
    }

    /// <summary>
    /// Whether OSS says that the bucket is of another region: with a redirect, or as a refusal whose code is that of missing rights. A redirect that carries
    /// nothing of OSS's is somebody else's on the way.
    /// </summary>
    private static bool IsAtAnotherEndpoint(int status, string? code, string? message, string? endpoint, string? requestId) => code switch
    {
        "AccessDenied" => status is 301 or 307 || endpoint is not null
            || message?.Contains("must be addressed using the specified endpoint", StringComparison.OrdinalIgnoreCase) == true,
        null => status is 301 or 307 && requestId is not null,
        _ => false,
    };

    private static Dictionary<string, string> Diagnostics((string Name, string? Value)[] known) =>
        known.Where(d => d.Value is not null).ToDictionary(d => d.Name, d => d.Value!);

    private static InventoryErrorKind? Kind(int status, string? code) => code switch
    {
        null => null,
        "NoSuchInventory" or "NoSuchInventoryConfiguration" => InventoryErrorKind.RuleNotFound,
        "NoSuchBucket" => InventoryErrorKind.BucketNotFound,
        "InventoryExceedLimit" => InventoryErrorKind.RuleLimitReached,

        // The pages say InventoryAlreadyExist, the wire InventoryConfigurationAlreadyExists.
        _ when status == 409 && code.StartsWith("Inventory", StringComparison.Ordinal) => InventoryErrorKind.RuleAlreadyExists,
        "AccessDenied" or "UserDisable" => InventoryErrorKind.AccessDenied,
        "SignatureDoesNotMatch" or "InvalidAccessKeyId" or "RequestTimeTooSkewed" or "SecurityTokenExpired" or "InvalidSecurityToken" => InventoryErrorKind.AuthenticationFailed,
        "InvalidArgument" or "MalformedXML" or "InvalidDigest" or "InvalidBucketName" or "BadRequest" or "DailyInventoryExceedLimit" or "WeeklyInventoryExceedLimit"
            or "PublicEndpointForbidden" or "SecondLevelDomainForbidden" => InventoryErrorKind.InvalidRequest,
        "InternalError" or "ServiceUnavailable" => InventoryErrorKind.Unavailable,
        _ => null,
    };

    private static DocumentNode? Body(ErrorResponse response)
    {
        try
        {
            var body = response.Body.Length > 0 ? response.Body
                : response.Header("x-oss-err") is { } header ? Convert.FromBase64String(header)
                : null;
            return body is not null && XmlNodes.Parse(body) is { Name: "Error" } error ? error.Node : null;
        }
        catch (Exception e) when (e is InvalidDocumentException or FormatException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static DocumentNode? Child(DocumentNode? error, string name)
    {
        foreach (var member in error?.Members ?? [])
        {
            if (member.Name == name)
            {
                return member.Node;
            }
        }

        return null;
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
