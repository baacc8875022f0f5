namespace Inventory.Emulator;

/// <summary>A request that reached the emulator, and how it was answered.</summary>
/// <param name="Wire"><see cref="EmulatorWire.Oss"/> or <see cref="EmulatorWire.Bos"/>.</param>
/// <param name="Method">The HTTP method as sent.</param>
/// <param name="Target">The request target as sent: path and query, nothing decoded.</param>
/// <param name="Headers">Every header in the order of the server, credentials included.</param>
/// <param name="Body">The body read as UTF-8; bytes that are not UTF-8 read as U+FFFD, and what is above the size limit is missing.</param>
/// <param name="Status">The HTTP status of the answer; 0 where a fault left the request without one.</param>
/// <param name="ErrorCode">The service's error code; null for a success, and where the answer has none.</param>
public sealed record RecordedRequest(
    string Wire,
    string Method,
    string Target,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    string Body,
    int Status,
    string? ErrorCode)
{
    /// <summary>What the script did to the request, as <see cref="EmulatorFault.Parse"/> takes it, such as <c>reset-after</c>; null: nothing.</summary>
    public string? Fault { get; init; }

    /// <summary>The value of a header; null when it was not sent.</summary>
    /// <param name="name">The name, without regard to case.</param>
    public string? Header(string name)
    {
        foreach (var header in Headers)
        {
            if (string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase))
            {
                return header.Value;
            }
        }

        return null;
    }
}
