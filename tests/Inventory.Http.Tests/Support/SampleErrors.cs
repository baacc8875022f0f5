using System.Globalization;
using System.Text;

namespace Inventory.Http.Tests;

/// <summary>Reads the errors of an invented provider: lines of <c>Name: value</c>.</summary>
internal sealed class SampleErrors : IServiceErrorReader
{
    public string RequestIdHeader => "x-sample-request-id";

    public ServiceError Read(ErrorResponse response)
    {
        var lines = Encoding.UTF8.GetString(response.Body).Split('\n')
            .Select(line => line.Split(": ", 2))
            .Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0], parts => parts[1]);
        var code = lines.GetValueOrDefault("Code");
        var trace = response.Header("x-sample-trace");
        return new()
        {
            Code = code,
            IsRecognized = lines.ContainsKey("Code") || lines.ContainsKey("Message"),
            Message = lines.GetValueOrDefault("Message"),
            RequestId = lines.GetValueOrDefault("RequestId") ?? response.Header("x-sample-request-id"),
            Kind = code switch
            {
                "NoSuchRule" => InventoryErrorKind.RuleNotFound,
                "Denied" => InventoryErrorKind.AccessDenied,
                "SlowDown" => InventoryErrorKind.Throttled,
                "SignatureExpired" or "WrongTime" or "TokenExpired" => InventoryErrorKind.AuthenticationFailed,
                "Vague" => InventoryErrorKind.InvalidRequest,
                _ => null,
            },
            IsAmbiguous = code == "Vague",
            IsWorthSigningAnew = code == "SignatureExpired",
            IsClockSkewed = code == "WrongTime",
            ServiceTime = lines.TryGetValue("Time", out var time) ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture) : null,
            AreCredentialsRefused = code == "TokenExpired",
            Diagnostics = trace is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["x-sample-trace"] = trace },
        };
    }
}
