using System.Collections.ObjectModel;

namespace Inventory.Http;

/// <summary>What a service says went wrong, as its adapter reads it.</summary>
public sealed record ServiceError
{
    /// <summary>The service's code, verbatim; null where there is none.</summary>
    public string? Code { get; init; }

    /// <summary>The service's message, verbatim; null where there is none.</summary>
    public string? Message { get; init; }

    /// <summary>The service's id for the request; null where there is none.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// Whether the answer has the form of the service's errors, whatever it says: asked where its status says success. A code says so by itself.
    /// </summary>
    public bool IsRecognized { get; init; }

    /// <summary>What the code means; null where the adapter does not know the code, so that the status decides.</summary>
    public InventoryErrorKind? Kind { get; init; }

    /// <summary>Whether the code stands for several causes, a full bucket among them, so that a look must settle which.</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>Whether the same request, signed anew, may succeed though the kind is not transient: an expired signature.</summary>
    public bool IsWorthSigningAnew { get; init; }

    /// <summary>
    /// Whether the service refuses the time that was signed, and nothing was done. The transport then learns the service's time from the answer's Date
    /// header, signs for that from then on, and sends again. Only what the service itself says counts: any server on the way has a Date.
    /// </summary>
    public bool IsClockSkewed { get; init; }

    /// <summary>The service's time as the refusal itself says it, for <see cref="IsClockSkewed"/> without a Date header; null where it does not.</summary>
    public DateTimeOffset? ServiceTime { get; init; }

    /// <summary>
    /// Whether the service does not take the credentials, though it may take others: a token that expired, a key that was replaced. Sent again, once, where
    /// the provider then gives others.
    /// </summary>
    public bool AreCredentialsRefused { get; init; }

    /// <summary>What else support asks for, by the vendor's names.</summary>
    public IReadOnlyDictionary<string, string> Diagnostics { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
