namespace Inventory.Emulator.Http;

/// <summary>The last requests of both wires, oldest first: a thousand, or as many as fit. Safe for concurrent use.</summary>
internal sealed class RequestLog(Action<string>? log)
{
    public const int Capacity = 1_000;
    public const long MaxBytes = 16 * 1_024 * 1_024;

    private readonly Lock _lock = new();
    private readonly Queue<LoggedRequest> _requests = new();
    private long _bytes;

    public void Add(LoggedRequest request, string? report)
    {
        lock (_lock)
        {
            _requests.Enqueue(request);
            _bytes += request.Size;
            while (_requests.Count > Capacity || (_bytes > MaxBytes && _requests.Count > 1))
            {
                _bytes -= _requests.Dequeue().Size;
            }
        }

        log?.Invoke(request.ToLine(report));
    }

    public IReadOnlyList<RecordedRequest> Snapshot()
    {
        LoggedRequest[] requests;
        lock (_lock)
        {
            requests = [.. _requests];
        }

        return Array.ConvertAll(requests, request => request.ToRecord());
    }

    public void Clear()
    {
        lock (_lock)
        {
            _requests.Clear();
            _bytes = 0;
        }
    }
}
