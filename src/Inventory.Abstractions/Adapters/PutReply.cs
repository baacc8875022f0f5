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
public readonly record struct PutReply(PutReplyKind Kind, string? RequestId = null, int Attempts = 1);
