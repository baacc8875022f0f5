namespace Inventory.Http;

/// <summary>The parts of a request that signatures cover, decoded: a signer builds its canonical form from these and never from a URI.</summary>
public sealed record SigningRequest
{
    /// <summary>The HTTP method in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The Host header as sent: with the port where it is not the scheme's own.</summary>
    public required string Host { get; init; }

    /// <summary>The decoded absolute path as sent, such as <c>/</c> (virtual-hosted) or <c>/bucket</c> (path style).</summary>
    public required string Path { get; init; }

    /// <summary>The decoded resource whatever the addressing: <c>/bucket/</c>, <c>/bucket/key</c>, or <c>/</c> for a service operation.</summary>
    public required string Resource { get; init; }

    /// <summary>The decoded query, in the order sent; the value of a parameter without one is the empty string.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>The headers on the message so far, content headers included, without Host.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}
