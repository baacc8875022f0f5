using System.Text.Json;

namespace Inventory.Conformance.Tests;

/// <summary>The errors of the tiny service: JSON with a code and a message.</summary>
internal static class TinyErrors
{
    public const string RequestIdHeader = "x-tiny-request-id";

    private static readonly (InventoryErrorKind Kind, int Status, string Code)[] All =
    [
        (InventoryErrorKind.RuleNotFound, 404, "NoRule"),
        (InventoryErrorKind.RuleAlreadyExists, 409, "RuleExists"),
        (InventoryErrorKind.RuleLimitReached, 400, "TooManyRules"),
        (InventoryErrorKind.Conflict, 409, "Busy"),
        (InventoryErrorKind.BucketNotFound, 404, "NoBucket"),
        (InventoryErrorKind.AccessDenied, 403, "Forbidden"),
        (InventoryErrorKind.AuthenticationFailed, 403, "WhoAreYou"),
        (InventoryErrorKind.InvalidRequest, 400, "Nonsense"),
        (InventoryErrorKind.Throttled, 429, "SlowDown"),
        (InventoryErrorKind.Unavailable, 503, "NotNow"),
    ];

    public static HttpAnswer? Answer(InventoryErrorKind kind, string message) => All.FirstOrDefault(e => e.Kind == kind) is { Status: > 0 } error
        ? new(error.Status, $$"""{"code":"{{error.Code}}","message":"{{message}}"}""")
        : null;

    public static InventoryErrorKind Kind(int status, string? code) =>
        All.FirstOrDefault(e => e.Code == code) is { Status: > 0 } error ? error.Kind : ByStatus(status);

    public static InventoryErrorKind ByStatus(int status) => status switch
    {
        404 => InventoryErrorKind.RuleNotFound,
        429 => InventoryErrorKind.Throttled,
        >= 500 => InventoryErrorKind.Unavailable,
        _ => InventoryErrorKind.InvalidRequest,
    };

    /// <summary>The code and the message of a refusal.</summary>
    /// <exception cref="JsonException">It is no refusal of this service.</exception>
    public static (string Code, string Message) Read(string body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("code", out var code) && root.TryGetProperty("message", out var message)
            ? (code.ToString(), message.ToString())
            : throw new JsonException("It has no code, or no message.");
    }
}
