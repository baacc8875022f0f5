namespace Inventory.Emulator.Http;

/// <summary>The headers of a request by name: lower case, each once, ordinal order.</summary>
internal sealed class WireHeaders
{
    private static readonly Comparer<(string Name, string Value)> ByName =
        Comparer<(string Name, string Value)>.Create((one, other) => string.CompareOrdinal(one.Name, other.Name));

    private readonly (string Name, string Value)[] _sorted;

    public WireHeaders(IReadOnlyList<KeyValuePair<string, string>> sent)
    {
        var headers = new (string Name, string Value)[sent.Count];
        var count = 0;
        foreach (var (name, value) in sent)
        {
            var lower = Lower(name);
            var at = 0;
            while (at < count && !string.Equals(headers[at].Name, lower, StringComparison.Ordinal))
            {
                at++;
            }

            headers[at] = (lower, at == count ? value : headers[at].Value + "," + value);
            count = Math.Max(count, at + 1);
        }

        _sorted = count == headers.Length ? headers : headers[..count];
        Array.Sort(_sorted, ByName);
    }

    /// <summary>Names and values; several values of one name are joined by a comma.</summary>
    public ReadOnlySpan<(string Name, string Value)> Sorted => _sorted;

    /// <summary>The value of a header; null when it was not sent.</summary>
    /// <param name="name">The name, in lower case.</param>
    public string? Find(string name)
    {
        foreach (var header in _sorted)
        {
            if (string.Equals(header.Name, name, StringComparison.Ordinal))
            {
                return header.Value;
            }
        }

        return null;
    }

    /// <summary>The names that nearly every request has cost no new text.</summary>
    private static string Lower(string name) => name switch
    {
        "Host" => "host",
        "Authorization" => "authorization",
        "Content-Type" => "content-type",
        "Content-Length" => "content-length",
        "Content-MD5" => "content-md5",
        "Date" => "date",
        "User-Agent" => "user-agent",
        "Accept" => "accept",
        "Accept-Encoding" => "accept-encoding",
        "Connection" => "connection",
        _ => name.ToLowerInvariant(),
    };
}
