using Inventory.AlibabaOss.Tests.Support;
using Inventory.Conformance;

namespace Inventory.AlibabaOss.Tests;

/// <summary>The kit on this adapter's wire.</summary>
[TestFixture]
public sealed class OssHttpConformance : HttpInventoryServiceConformance
{
    protected override IReadOnlyList<string> Secrets => ["key-secret-0123456789", "session-token-abcdef"];

    protected override string? RequestIdHeader => "x-oss-request-id";

    protected override IInventoryService CreateService(HttpMessageHandler handler, TimeProvider time) =>
        CannedOss.ServiceOver(handler, options => (options.SecurityToken, options.Transport) = (Secrets[1], new()), time);

    protected override HttpAnswer Listed(IReadOnlyList<string> documents) =>
        new(200, $"<ListInventoryConfigurationsResult>{string.Concat(documents.Select(d => d[d.IndexOf("<Inv", StringComparison.Ordinal)..]))}</ListInventoryConfigurationsResult>");

    protected override HttpAnswer? AnswerTo(InventoryErrorKind kind, string message) => kind switch
    {
        InventoryErrorKind.RuleNotFound => Error(404, "NoSuchInventory", message),
        InventoryErrorKind.RuleAlreadyExists => Error(409, "InventoryConfigurationAlreadyExists", message),
        InventoryErrorKind.RuleLimitReached => Error(400, "InventoryExceedLimit", message),
        InventoryErrorKind.Conflict => Error(409, "OperationAborted", message),
        InventoryErrorKind.BucketNotFound => Error(404, "NoSuchBucket", message),
        InventoryErrorKind.AccessDenied => Error(403, "AccessDenied", message),
        InventoryErrorKind.AuthenticationFailed => Error(403, "SignatureDoesNotMatch", message),
        InventoryErrorKind.InvalidRequest => Error(400, "MalformedXML", message),
        InventoryErrorKind.Throttled => Error(429, "TooManyRequests", message),
        InventoryErrorKind.Unavailable => Error(503, "ServiceUnavailable", message),
        _ => null,
    };

    private static HttpAnswer Error(int status, string code, string message) => new(status, $"<Error><Code>{code}</Code><Message>{message}</Message></Error>");
}
