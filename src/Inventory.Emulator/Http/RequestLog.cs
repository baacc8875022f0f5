using System.Globalization;
using System.Text.RegularExpressions;

namespace Inventory.Emulator.Http;

/// <summary>The last thousand requests of both wires, oldest first. Safe for concurrent use.</summary>
internal sealed partial class RequestLog(Action<string>? log)
{
    private const int Capacity = 1_000;

    private readonly Lock _lock = new();
    private readonly Queue<RecordedRequest> _requests = new();

    public void Add(RecordedRequest request)
    {
        lock (_lock)
        {
            if (_requests.Count == Capacity)
            {
                _requests.Dequeue();
            }

            _requests.Enqueue(request);
        }

        var status = request.Status == 0 ? "unanswered" : request.Status.ToString(CultureInfo.InvariantCulture);
        var line = $"{request.Wire} {request.Method} {Masked(request.Target)} {status} {request.ErrorCode}".TrimEnd();
        log?.Invoke(request.Fault is null ? line : $"{line} (fault {request.Fault})");
    }

    public IReadOnlyList<RecordedRequest> Snapshot()
    {
        lock (_lock)
        {
            return [.. _requests];
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _requests.Clear();
        }
    }

    /// <summary>A target without what a query may carry of a secret: tokens and signatures.</summary>
    private static string Masked(string target) => SecretParameter().Replace(target, "${name}=(masked)");

    [GeneratedRegex("(?<=[?&])(?<name>[^=&]*(?:security-token|signature|authorization)[^=&]*)=[^&]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SecretParameter();
}
