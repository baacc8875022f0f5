namespace Inventory.Http;

/// <summary>An answer that is not a success, or may be none, for an adapter to read.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers; several of one name are joined by commas.</param>
/// <param name="Body">The body, within the transport's bound.</param>
public sealed record ErrorResponse(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>A header's value, or null.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
