using System.Text;
using Inventory.Emulator.Http;

namespace Inventory.Emulator.Bos;

/// <summary><c>bce-auth-v1</c>, over the request as received.</summary>
internal static class BosSignature
{
    private static readonly string[] DefaultHeaders = ["host", "content-length", "content-type", "content-md5"];

    public static string Compute(WireRequest request, BosAuthorization authorization, string secret) =>
        Hex(SigningKey(authorization.Prefix, secret), CanonicalRequest(request, authorization.SignedHeaders));

    /// <summary>The key of the second step: 64 hexadecimal digits, used as text.</summary>
    public static string SigningKey(string prefix, string secret) => Hex(secret, prefix);

    public static string CanonicalRequest(WireRequest request, string signedHeaders) => string.Join(
        '\n',
        request.Method,
        PercentEncoding.Encode(PercentEncoding.Decode(request.Path, plusIsSpace: false) ?? "", keepSlash: true),
        CanonicalQuery(request.Query),
        CanonicalHeaders(request, signedHeaders));

    public static string CanonicalHeaders(WireRequest request, string signedHeaders)
    {
        var listed = Names(signedHeaders);
        var lines = request.Headers
            .Select(header => header.Key.ToLowerInvariant())
            .Distinct(StringComparer.Ordinal)
            .Where(name => listed.Length == 0 ? IsDefault(name) : listed.Contains(name, StringComparer.Ordinal))
            .Select(name => (Name: name, Value: request.Header(name)?.Trim() ?? ""))
            .Where(header => header.Value.Length > 0)
            .Select(header => $"{PercentEncoding.Encode(header.Name)}:{PercentEncoding.Encode(header.Value)}");
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    /// <summary>The header names of a list, lower case; none for an empty list.</summary>
    public static string[] Names(string signedHeaders) =>
        [.. signedHeaders.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => name.ToLowerInvariant())];

    private static string CanonicalQuery(QueryString query)
    {
        var items = query.Items
            .Where(item => !string.Equals(item.Key, "authorization", StringComparison.OrdinalIgnoreCase))
            .Select(item => $"{PercentEncoding.Encode(item.Key)}={PercentEncoding.Encode(item.Value)}");
        return string.Join('&', items.Order(StringComparer.Ordinal));
    }

    private static bool IsDefault(string name) =>
        DefaultHeaders.Contains(name, StringComparer.Ordinal) || name.StartsWith("x-bce-", StringComparison.Ordinal);

    private static string Hex(string key, string text) => Convert.ToHexStringLower(Signature.HmacSha256(Encoding.UTF8.GetBytes(key), text));
}
