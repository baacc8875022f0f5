using System.Globalization;
using System.Text;

namespace Inventory.Emulator.Http;

/// <summary>A request that was answered, or left unanswered, as it is kept: its body as bytes, until somebody asks.</summary>
internal sealed class LoggedRequest(string wire, WireRequest request, WireAnswer? answer, EmulatorFault? fault)
{
    /// <summary>Beside the texts that are counted: the objects that hold them.</summary>
    private const int Overhead = 512;

    private readonly string _method = request.Method;
    private readonly string _target = request.Target;
    private readonly IReadOnlyList<KeyValuePair<string, string>> _headers = request.Headers;
    private readonly byte[] _body = request.Body;
    private readonly int _status = answer?.Status ?? 0;
    private readonly string? _errorCode = answer?.ErrorCode;

    /// <summary>About how many bytes it holds.</summary>
    public long Size { get; } =
        Overhead + request.Body.Length + (sizeof(char) * (long)(request.Target.Length + request.Headers.Sum(header => header.Key.Length + header.Value.Length)));

    public RecordedRequest ToRecord() =>
        new(wire, _method, _target, _headers, Encoding.UTF8.GetString(_body), _status, _errorCode) { Fault = fault?.ToString() };

    /// <summary>One line: what was asked, how it was answered, and the report of the refusal. Without a secret.</summary>
    public string ToLine(string? report)
    {
        var status = _status == 0 ? "unanswered" : _status.ToString(CultureInfo.InvariantCulture);
        var line = SecretText.OneLine($"{wire} {_method} {SecretText.Target(_target)} {status} {_errorCode}".TrimEnd());
        return (line, fault, report) switch
        {
            (_, not null, _) => $"{line} (fault {fault})",
            (_, null, not null) => $"{line} ({report})",
            _ => line,
        };
    }
}
