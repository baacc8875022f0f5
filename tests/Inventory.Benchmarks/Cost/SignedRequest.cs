using System.Text;

namespace Inventory.Benchmarks.Cost;

/// <summary>A request as an adapter sent it, signature included, to be sent again.</summary>
internal sealed record SignedRequest(string Method, Uri Uri, IReadOnlyList<KeyValuePair<string, string>> Headers, string? ContentType, byte[]? Body)
{
    /// <summary>Reads a request. Headers that every client makes itself are left out: Host, Content-Type and Content-Length.</summary>
    /// <param name="address">Where it was sent.</param>
    /// <param name="text">The request, character by character.</param>
    public static SignedRequest Parse(string address, string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = text[..end].Split("\r\n");
        var start = lines[0].Split(' ');
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).Select(parts => KeyValuePair.Create(parts[0], parts[1])).ToList();
        var contentType = headers.FirstOrDefault(header => header.Key == "Content-Type").Value;
        return new(
            start[0],
            new Uri(address + start[1]),
            [.. headers.Where(header => header.Key is not ("Host" or "Content-Type" or "Content-Length"))],
            contentType,
            contentType is null ? null : Encoding.UTF8.GetBytes(text[(end + 4)..]));
    }

    /// <summary>A request with its headers in one order, since their order means nothing.</summary>
    public static string InOrder(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = text[..end].Split("\r\n");
        return string.Join('\n', [lines[0], .. lines.Skip(1).Order(StringComparer.Ordinal), text[(end + 4)..]]);
    }
}
