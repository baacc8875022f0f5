namespace Inventory.Http;

/// <summary>Percent-encoding of RFC 3986 over UTF-8: <c>A–Z a–z 0–9 - . _ ~</c> stay, all else is <c>%XX</c> in upper case.</summary>
public static class PercentEncoding
{
    /// <summary>Encodes one query name, query value or header value: a slash becomes <c>%2F</c>, a space <c>%20</c>.</summary>
    /// <param name="text">The decoded text.</param>
    /// <returns>The encoded text, ASCII only.</returns>
    public static string Encode(string text) => Uri.EscapeDataString(text);

    /// <summary>Encodes a path: as <see cref="Encode"/>, with every slash kept, and dot and empty segments with it.</summary>
    /// <param name="path">The decoded path.</param>
    /// <returns>The encoded path, ASCII only.</returns>
    public static string EncodePath(string path) => Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal);
}
