namespace Inventory;

/// <summary>What a provider's own put answered.</summary>
public enum PutReplyKind
{
    /// <summary>The rule was written; it was not there before (<see cref="NativePut.CreateOnly"/>).</summary>
    Created = 0,

    /// <summary>A rule with the id is there and was left alone (<see cref="NativePut.CreateOnly"/>).</summary>
    Exists = 1,

    /// <summary>The rule was written, over another or not (<see cref="NativePut.Overwrite"/>).</summary>
    Done = 2,
}

/// <summary>What a provider's own put answered.</summary>
/// <param name="Kind">What became of the rule.</param>
/// <param name="RequestId">The service's id for the request, or null.</param>
/// <param name="Attempts">How often the request was sent: after a second time, "exists" may speak of the first.</param>
public readonly record struct PutReply(PutReplyKind Kind, string? RequestId = null, int Attempts = 1)
{
    /// <summary>The status of the answer, or null.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>How long the request took, waiting between attempts included.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>
    /// What the service refused the put with, where <see cref="Kind"/> is <see cref="PutReplyKind.Exists"/>: the error of a put that was to create only says
    /// everything that this says. Null where the provider's answer is not an error.
    /// </summary>
    public InventoryException? Refusal { get; init; }
}
