using System.Text;
using Inventory.Emulator.Http;

namespace Inventory.Emulator.Oss;

/// <summary><c>OSS4-HMAC-SHA256</c>, over the request as received.</summary>
internal static class OssSignatureV4
{
    public const string Algorithm = "OSS4-HMAC-SHA256";
    public const string Payload = "UNSIGNED-PAYLOAD";
    private const string Terminator = "aliyun_v4_request";

    public static OssSignature Compute(
        WireRequest request, string bucket, string key, string time, OssScope scope, string additionalHeaders, string secret) =>
        Compute(request, bucket, key, time, scope, additionalHeaders, SigningKey(scope, secret));

    public static OssSignature Compute(
        WireRequest request, string bucket, string key, string time, OssScope scope, string additionalHeaders, byte[] signingKey)
    {
        var canonical = CanonicalRequest(request, bucket, key, additionalHeaders);
        var scopeText = $"{scope.Day}/{scope.Region}/{scope.Product}/{Terminator}";
        var stringToSign = string.Join('\n', Algorithm, time, scopeText, Signature.Sha256Hex(canonical));
        return new(Convert.ToHexStringLower(Signature.HmacSha256(signingKey, stringToSign)), stringToSign, canonical);
    }

    private static byte[] SigningKey(OssScope scope, string secret)
    {
        var day = Signature.HmacSha256(Encoding.UTF8.GetBytes("aliyun_v4" + secret), scope.Day);
        return Signature.HmacSha256(Signature.HmacSha256(Signature.HmacSha256(day, scope.Region), scope.Product), Terminator);
    }

    private static string CanonicalRequest(WireRequest request, string bucket, string key, string additionalHeaders)
    {
        var additional = additionalHeaders.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => name.ToLowerInvariant())
            .Where(name => !IsMandatory(name) && request.Header(name) is not null)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToArray();
        var headers = request.Headers
            .Select(header => header.Key.ToLowerInvariant())
            .Where(name => IsMandatory(name) || additional.Contains(name, StringComparer.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(name => $"{name}:{request.Header(name)?.Trim()}\n");
        var path = bucket.Length == 0 ? "/" : $"/{bucket}/{key}";
        return string.Join(
            '\n',
            request.Method,
            PercentEncoding.Encode(path, keepSlash: true),
            CanonicalQuery(request.Query),
            string.Concat(headers),
            string.Join(';', additional),
            Payload);
    }

    private static string CanonicalQuery(QueryString query)
    {
        var items = query.Items
            .Select(item => (Name: PercentEncoding.Encode(item.Key), Value: PercentEncoding.Encode(item.Value)))
            .OrderBy(item => item.Name, StringComparer.Ordinal)
            .ThenBy(item => item.Value, StringComparer.Ordinal)
            .Select(item => item.Value.Length == 0 ? item.Name : $"{item.Name}={item.Value}");
        return string.Join('&', items);
    }

    private static bool IsMandatory(string name) =>
        name is "content-type" or "content-md5" || name.StartsWith("x-oss-", StringComparison.Ordinal);
}
