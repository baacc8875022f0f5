namespace Inventory.Http;

/// <summary>What a service answered, after the last attempt.</summary>
public sealed class ServiceAnswer
{
    private readonly ServiceFailures _failures;
    private readonly ServiceCall _call;
    private readonly IReadOnlyDictionary<string, string> _headers;

    internal ServiceAnswer(ServiceFailures failures, ServiceCall call, int status, IReadOnlyDictionary<string, string> headers, byte[] body, InventoryException? error)
    {
        _failures = failures;
        _call = call;
        _headers = headers;
        Status = status;
        Body = body;
        Error = error;
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The body; empty where there is none.</summary>
    public byte[] Body { get; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts => _call.Attempts;

    /// <summary>What the service refused, ready to be thrown; null for a success.</summary>
    public InventoryException? Error { get; }

    /// <summary>A header's value, or null.</summary>
    public string? Header(string name) => _headers.TryGetValue(name, out var value) ? value : null;

    /// <summary>Whether the service refused with this kind.</summary>
    public bool Is(InventoryErrorKind kind) => Error?.Kind == kind;

    /// <summary>Fails where the service refused.</summary>
    /// <exception cref="InventoryException">The service's refusal.</exception>
    public void ThrowIfError()
    {
        if (Error is not null)
        {
            throw Error;
        }
    }

    /// <summary>The exception for a success whose body cannot be read.</summary>
    /// <param name="why">What is wrong with it.</param>
    /// <param name="requestId">The service's id for the request, or null.</param>
    /// <param name="cause">What found it.</param>
    public InventoryException Malformed(string why, string? requestId = null, Exception? cause = null) =>
        _failures.Malformed(_call, Status, requestId, why, cause);
}
