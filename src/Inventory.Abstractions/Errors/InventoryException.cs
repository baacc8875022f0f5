using System.Collections.ObjectModel;

namespace Inventory;

/// <summary>Anything that goes wrong between an application and a provider. Act on <see cref="Kind"/>; the message is for people.</summary>
/// <remarks>No secret is in any property or message. Constructors are public so that an application's tests can throw it.</remarks>
public class InventoryException : Exception
{
    private readonly bool? _isTransient;

    /// <summary>Makes an exception of kind <see cref="InventoryErrorKind.Unexpected"/>.</summary>
    public InventoryException()
    {
    }

    /// <summary>Makes an exception of kind <see cref="InventoryErrorKind.Unexpected"/>.</summary>
    public InventoryException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception of kind <see cref="InventoryErrorKind.Unexpected"/>.</summary>
    public InventoryException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">For people: what, where, and what to do.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public InventoryException(InventoryErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException) => Kind = kind;

    /// <summary>This error as another kind, with everything that the service said.</summary>
    internal InventoryException(InventoryErrorKind kind, string message, InventoryException cause)
        : this(kind, message, cause, cause)
    {
    }

    /// <summary>An error with everything that the service said in another one, if there is one, whatever it was caused by.</summary>
    internal InventoryException(InventoryErrorKind kind, string message, Exception? cause, InventoryException? said)
        : this(kind, message, cause)
    {
        if (said is null)
        {
            return;
        }

        RetryAfter = said.RetryAfter;
        Provider = said.Provider;
        Bucket = said.Bucket;
        RuleId = said.RuleId;
        HttpStatus = said.HttpStatus;
        ServiceCode = said.ServiceCode;
        IsServiceCodeKnown = said.IsServiceCodeKnown;
        ServiceMessage = said.ServiceMessage;
        RequestId = said.RequestId;
        Diagnostics = said.Diagnostics;
        Attempts = said.Attempts;
        Elapsed = said.Elapsed;
    }

    /// <summary>What went wrong.</summary>
    public InventoryErrorKind Kind { get; }

    /// <summary>The provider's short name, or null.</summary>
    public string? Provider { get; init; }

    /// <summary>The bucket asked about, or null.</summary>
    public string? Bucket { get; init; }

    /// <summary>The rule asked about, or null.</summary>
    public string? RuleId { get; init; }

    /// <summary>The status of the last answer. Null where there was none, or where another request was sent after it: nobody knows what came of that one.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The service's own code of its last answer, verbatim up to 4,096 characters, or null.</summary>
    public string? ServiceCode { get; init; }

    /// <summary>Whether the adapter knows what <see cref="ServiceCode"/> means, beyond doubt. True where there is no code.</summary>
    public bool IsServiceCodeKnown { get; init; } = true;

    /// <summary>The service's own message of its last answer, verbatim up to 4,096 characters, or null. Not fit for a terminal as it is.</summary>
    public string? ServiceMessage { get; init; }

    /// <summary>The service's id for the request: what its support asks for. Null where there is none.</summary>
    public string? RequestId { get; init; }

    /// <summary>What else support asks for, by the vendor's names.</summary>
    public IReadOnlyDictionary<string, string> Diagnostics { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>How often the request was sent; 0 where nothing was.</summary>
    public int Attempts { get; init; }

    /// <summary>How long the call took, waiting between attempts included.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>How long the service asks to wait, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same call may succeed later without a change; for the kinds Throttled and Unavailable unless stated.</summary>
    public bool IsTransient
    {
        get => _isTransient ?? Kind is InventoryErrorKind.Throttled or InventoryErrorKind.Unavailable;
        init => _isTransient = value;
    }
}
