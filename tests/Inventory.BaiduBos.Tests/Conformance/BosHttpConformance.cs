using Inventory.Conformance;

namespace Inventory.BaiduBos.Tests.Conformance;

/// <summary>The kit on BOS's wire.</summary>
[TestFixture]
public sealed class BosHttpConformance : HttpInventoryServiceConformance
{
    protected override IReadOnlyList<string> Secrets => [ScriptedBos.Secret, ScriptedBos.Token];

    protected override string? RequestIdHeader => "x-bce-request-id";

    protected override IReadOnlyDictionary<string, string> Deviations => new Dictionary<string, string>
    {
        ["A_success_that_cannot_be_read_is_a_malformed_answer_and_never_nothing(nothing, List)"] = "BOS may say by an empty body that a bucket has no rules.",
    };

    protected override IInventoryService CreateService(HttpMessageHandler handler, TimeProvider time)
    {
        var options = ScriptedBos.Options();
        options.Transport = new BosOptions().Transport;
        return new BosInventoryService(options, handler: handler, time: time);
    }

    protected override HttpAnswer Listed(IReadOnlyList<string> documents) => new(200, $$"""{"inventoryRuleList":[{{string.Join(',', documents)}}]}""");

    /// <summary>What BOS answers where a rule is there, or a bucket full, is not known: the first it never refuses, the second a list settles.</summary>
    protected override HttpAnswer? AnswerTo(InventoryErrorKind kind, string message) => kind switch
    {
        InventoryErrorKind.RuleNotFound => Error(404, "NoSuchInventoryConfiguration", message),
        InventoryErrorKind.Conflict => Error(409, "NewlyInConflict", message),
        InventoryErrorKind.BucketNotFound => Error(404, "NoSuchBucket", message),
        InventoryErrorKind.AccessDenied => Error(403, "AccessDenied", message),
        InventoryErrorKind.AuthenticationFailed => Error(403, "SignatureDoesNotMatch", message),
        InventoryErrorKind.InvalidRequest => Error(400, "MalformedJSON", message),
        InventoryErrorKind.Throttled => Error(503, "SlowDown", message),
        InventoryErrorKind.Unavailable => Error(503, "ServiceUnavailable", message),
        _ => null,
    };

    private static HttpAnswer Error(int status, string code, string message) => new(status, $$"""{"code":"{{code}}","message":"{{message}}"}""");
}
