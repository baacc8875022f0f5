namespace Inventory.Http;

/// <summary>What canonical forms of requests have in common.</summary>
public static class SigningRequestExtensions
{
    /// <summary>The request as it will be with headers set, each replacing one of the same name.</summary>
    /// <param name="request">The request.</param>
    /// <param name="headers">The headers to set.</param>
    /// <returns>A copy.</returns>
    public static SigningRequest WithHeaders(this SigningRequest request, IReadOnlyCollection<KeyValuePair<string, string>> headers)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(headers);
        var kept = new List<KeyValuePair<string, string>>(request.Headers.Count + headers.Count);
        foreach (var header in request.Headers)
        {
            if (!Holds(headers, header.Key))
            {
                kept.Add(header);
            }
        }

        kept.AddRange(headers);
        return request with { Headers = kept };
    }

    /// <summary>
    /// Every header, Host included: names in lower case and ordinal order, values trimmed, values of one name joined by <c>", "</c> as
    /// the HTTP stack sends them. A Host among <see cref="SigningRequest.Headers"/> gives way to <see cref="SigningRequest.Host"/>.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <returns>A new dictionary.</returns>
    public static SortedDictionary<string, string> CanonicalHeaders(this SigningRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var canonical = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in request.Headers)
        {
            var key = name.ToLowerInvariant();
            canonical[key] = canonical.TryGetValue(key, out var earlier) ? $"{earlier}, {value.Trim()}" : value.Trim();
        }

        canonical["host"] = request.Host.Trim();
        return canonical;
    }

    private static bool Holds(IReadOnlyCollection<KeyValuePair<string, string>> headers, string name)
    {
        foreach (var header in headers)
        {
            if (header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
