namespace Inventory.Http;

/// <summary>What a service answered, after the last attempt.</summary>
public sealed class ServiceAnswer
{
    private readonly ServiceFailures _failures;
    private readonly CallLog _log;
    private readonly ServiceCall _call;

    internal ServiceAnswer(
        ServiceFailures failures,
        CallLog log,
        ServiceCall call,
        int status)
    {
        _failures = failures;
        _log = log;
        _call = call;
        RequestId = failures.RequestId(call, call.Headers);
        Status = status;
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The body; empty where there is none.</summary>
    public byte[] Body => _call.Body;

    /// <summary>The service's id for the request, as its header says, cut at 4,096 characters; null where it does not.</summary>
    public string? RequestId { get; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts => _call.Attempts;

    /// <summary>How long the call took, waiting between attempts included; as long as it is read, it grows.</summary>
    public TimeSpan Elapsed => _call.Elapsed;

    /// <summary>
    /// How many attempts, the last one included, may have been applied: all but those that the service refused before. Above 1, what the answer says to
    /// be there already may be this request's own doing.
    /// </summary>
    public int AttemptsInDoubt => _call.Attempts - _call.RefusedAttempts;

    /// <summary>What the service refused, ready to be thrown; null for a success.</summary>
    public InventoryException? Error => _call.Error is { } refusal ? field ??= _failures.Refused(_call, Status, refusal) : null;

    /// <summary>A header's value, or null.</summary>
    public string? Header(string name) => _call.Headers.TryGetValue(name, out var value) ? value : null;

    /// <summary>Whether the service refused with this kind.</summary>
    public bool Is(InventoryErrorKind kind) => _call.Error is { } refusal && ServiceFailures.Kind(Status, refusal) == kind;

    /// <summary>Fails where the service refused.</summary>
    /// <exception cref="InventoryException">The service's refusal.</exception>
    public void ThrowIfError()
    {
        if (Error is not null)
        {
            throw Error;
        }
    }

    /// <summary>A text of the body without the secrets that the request was signed with, for whoever shows it.</summary>
    public string Redact(string text) => _call.Redact(text);

    /// <summary>Reads the body of a success.</summary>
    /// <param name="read">Reads it; what it throws of kind <see cref="InventoryErrorKind.InvalidDocument"/> becomes a malformed answer of this request.</param>
    /// <exception cref="InventoryException">
    /// The service's refusal, or the body cannot be read. Where the body is an error of the service's, in a success, that error's code and message are told.
    /// </exception>
    public T Read<T>(Func<byte[], T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        ThrowIfError();
        try
        {
            return read(Body);
        }
        catch (InventoryException e) when (e.Kind == InventoryErrorKind.InvalidDocument)
        {
            var failure = _failures.Malformed(_call, e.Message, e);
            _log.Failed(_call, failure);
            throw failure;
        }
    }
}
