namespace Inventory;

/// <summary>Names of attributes: OpenTelemetry's where its conventions have one, else our own below <c>inventory.</c>. Stable: dashboards are made of them.</summary>
internal static class AttributeNames
{
    public const string ErrorType = "error.type";
    public const string HttpMethod = "http.request.method";
    public const string HttpStatus = "http.response.status_code";
    public const string ResendCount = "http.request.resend_count";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";

    public const string Bucket = "inventory.bucket";
    public const string ClockOffset = "inventory.clock.offset";
    public const string Name = "inventory.name";
    public const string Operation = "inventory.operation";
    public const string Outcome = "inventory.outcome";
    public const string Provider = "inventory.provider";
    public const string PutMode = "inventory.put.mode";
    public const string RequestId = "inventory.request_id";
    public const string RetryCount = "inventory.retry.count";
    public const string RetryDelay = "inventory.retry.delay";
    public const string ReturnedRules = "inventory.list.returned_rules";
    public const string RuleId = "inventory.rule.id";
    public const string ServiceCode = "inventory.service_code";
}
