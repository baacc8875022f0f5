namespace Inventory.Emulator.Http;

/// <summary>A request as it stood on the wire; nothing of it has been believed yet.</summary>
internal sealed record WireRequest
{
    public required string Method { get; init; }

    /// <summary>The target as sent.</summary>
    public required string Target { get; init; }

    /// <summary>The path as sent, not decoded.</summary>
    public required string Path { get; init; }

    public required QueryString Query { get; init; }

    /// <summary>The headers as sent.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>The headers by name.</summary>
    public required WireHeaders ByName { get; init; }

    public byte[] Body { get; init; } = [];

    /// <summary>The body was longer than the limit and is not all in <see cref="Body"/>.</summary>
    public bool IsBodyTooLong { get; init; }

    /// <summary>Nothing stands behind the path, a question mark at most.</summary>
    public bool IsQueryEmpty { get; private init; }

    /// <summary>How far ahead of its own clock the server is for this request; negative for behind.</summary>
    public TimeSpan ClockSkew { get; init; }

    /// <summary>The value of a header, several joined by a comma; null when it was not sent.</summary>
    /// <param name="name">The name, in lower case.</param>
    public string? Header(string name) => ByName.Find(name);

    /// <summary>The request with a stand-in for every token and signature: what its canonical forms show may be logged.</summary>
    public WireRequest Masked()
    {
        KeyValuePair<string, string>[] headers =
            [.. Headers.Select(header => SecretText.IsName(header.Key) ? KeyValuePair.Create(header.Key, SecretText.StandIn) : header)];
        return this with { Headers = headers, ByName = new(headers), Query = Query.Masked(), Target = SecretText.Target(Target) };
    }

    /// <summary>The host without its port, lower case; empty when none was sent.</summary>
    public string HostName()
    {
        var host = Header("host") ?? "";
        var colon = host.LastIndexOf(':');
        var name = colon > host.LastIndexOf(']') ? host[..colon] : host;
        return name.ToLowerInvariant();
    }

    public static WireRequest Create(string method, string target, IReadOnlyList<KeyValuePair<string, string>> headers, byte[] body)
    {
        var (path, query) = Split(target);
        return new()
        {
            Method = method,
            Target = target,
            Path = path,
            Query = QueryString.Parse(query),
            IsQueryEmpty = query.Length == 0,
            Headers = headers,
            ByName = new(headers),
            Body = body,
        };
    }

    private static (string Path, string Query) Split(string target)
    {
        var origin = target;
        var scheme = target.IndexOf("://", StringComparison.Ordinal);
        if (!target.StartsWith('/') && scheme > 0)
        {
            var rest = target[(scheme + 3)..];
            var end = rest.AsSpan().IndexOfAny('/', '?');
            origin = end < 0 ? "/" : rest[end] == '?' ? "/" + rest[end..] : rest[end..];
        }

        var question = origin.IndexOf('?', StringComparison.Ordinal);
        return question < 0 ? (origin, "") : (origin[..question], origin[(question + 1)..]);
    }
}
