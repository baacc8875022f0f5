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

    /// <summary>What the code means; null where the adapter does not know the code, so that the status decides.</summary>
    public InventoryErrorKind? Kind { get; init; }

    /// <summary>Whether the code stands for several causes, a full bucket among them, so that a look must settle which.</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>Whether the same request, signed anew, may succeed though the kind is not transient: an expired signature, a clock that is off.</summary>
    public bool IsWorthSigningAnew { get; init; }

    /// <summary>What else support asks for, by the vendor's names.</summary>
    public IReadOnlyDictionary<string, string> Diagnostics { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
