using System.Text;
using Inventory.Emulator.Http;

namespace Inventory.Emulator.Oss;

/// <summary><c>OSS4-HMAC-SHA256</c>, over the request as received: signed in a header, or in the query.</summary>
internal static class OssSignatureV4
{
    public const string Algorithm = "OSS4-HMAC-SHA256";
    public const string Payload = "UNSIGNED-PAYLOAD";

    /// <summary>The item of a signed query that is not signed itself.</summary>
    public const string SignatureItem = "x-oss-signature";

    public static OssSignature Compute(
        WireRequest request, string bucket, string key, string time, OssScope scope, string additionalHeaders, string secret) =>
        Compute(request, bucket, key, time, scope, additionalHeaders, OssSigningKeys.Derive(secret, scope));

    public static OssSignature Compute(
        WireRequest request, string bucket, string key, string time, OssScope scope, string additionalHeaders, byte[] signingKey)
    {
        var canonical = CanonicalRequest(request, bucket, key, additionalHeaders);
        var stringToSign = $"{Algorithm}\n{time}\n{scope.Day}/{scope.Region}/{scope.Product}/{OssSigningKeys.Terminator}\n{Signature.Sha256Hex(canonical)}";
        return new(Convert.ToHexStringLower(Signature.HmacSha256(signingKey, stringToSign)), stringToSign, canonical);
    }

    public static string CanonicalRequest(WireRequest request, string bucket, string key, string additionalHeaders)
    {
        var additional = Additional(request, additionalHeaders);
        var text = new StringBuilder(512).Append(request.Method).Append('\n');
        text.Append(bucket.Length == 0 ? "/" : PercentEncoding.Encode($"/{bucket}/{key}", keepSlash: true)).Append('\n');
        AppendQuery(text, request.Query);
        text.Append('\n');
        foreach (var (name, value) in request.ByName.Sorted)
        {
            if (IsMandatory(name) || Array.IndexOf(additional, name) >= 0)
            {
                text.Append(name).Append(':').Append(value.AsSpan().Trim()).Append('\n');
            }
        }

        return text.Append('\n').AppendJoin(';', additional).Append('\n').Append(Payload).ToString();
    }

    /// <summary>The headers that are signed beyond the mandatory ones: those that were sent, each once, in order.</summary>
    private static string[] Additional(WireRequest request, string names)
    {
        if (names.Length == 0)
        {
            return [];
        }

        return
        [
            .. names.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(name => name.ToLowerInvariant())
                .Where(name => !IsMandatory(name) && request.Header(name) is not null)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static void AppendQuery(StringBuilder text, QueryString query)
    {
        var items = new List<(string Name, string Value)>(query.Items.Count);
        foreach (var (name, value) in query.Items)
        {
            if (name is not SignatureItem)
            {
                items.Add((PercentEncoding.Encode(name), PercentEncoding.Encode(value)));
            }
        }

        items.Sort(static (one, other) => string.CompareOrdinal(one.Name, other.Name) is not 0 and var order ? order : string.CompareOrdinal(one.Value, other.Value));
        for (var at = 0; at < items.Count; at++)
        {
            text.Append(at == 0 ? "" : "&").Append(items[at].Name);
            if (items[at].Value.Length > 0)
            {
                text.Append('=').Append(items[at].Value);
            }
        }
    }

    private static bool IsMandatory(string name) =>
        name is "content-type" or "content-md5" || name.StartsWith("x-oss-", StringComparison.Ordinal);
}
