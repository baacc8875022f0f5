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
        var lines = new List<string>();
        foreach (var (name, value) in request.ByName.Sorted)
        {
            var trimmed = value.Trim();
            if (trimmed.Length > 0 && (listed.Length == 0 ? IsDefault(name) : Array.IndexOf(listed, name) >= 0))
            {
                lines.Add($"{PercentEncoding.Encode(name)}:{PercentEncoding.Encode(trimmed)}");
            }
        }

        lines.Sort(StringComparer.Ordinal);
        return string.Join('\n', lines);
    }

    /// <summary>The header names of a list, lower case; none for an empty list.</summary>
    public static string[] Names(string signedHeaders) =>
        [.. signedHeaders.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => name.ToLowerInvariant())];

    private static string CanonicalQuery(QueryString query)
    {
        var items = new List<string>(query.Items.Count);
        foreach (var (name, value) in query.Items)
        {
            if (!string.Equals(name, "authorization", StringComparison.OrdinalIgnoreCase))
            {
                items.Add($"{PercentEncoding.Encode(name)}={PercentEncoding.Encode(value)}");
            }
        }

        items.Sort(StringComparer.Ordinal);
        return string.Join('&', items);
    }

    private static bool IsDefault(string name) =>
        Array.IndexOf(DefaultHeaders, name) >= 0 || name.StartsWith("x-bce-", StringComparison.Ordinal);

    private static string Hex(string key, string text) => Convert.ToHexStringLower(Signature.HmacSha256(Encoding.UTF8.GetBytes(key), text));
}
