using System.Security.Cryptography;
using System.Text;
using Inventory.Http;

namespace Inventory.AlibabaOss;

/// <summary>The computation of OSS V4 over headers that are final, whoever set them. It knows no clock.</summary>
internal static class OssV4Signature
{
    public const string Algorithm = "OSS4-HMAC-SHA256";
    public const string UnsignedPayload = "UNSIGNED-PAYLOAD";
    public const string ContentHashHeader = "x-oss-content-sha256";

    private const string HeaderPrefix = "x-oss-";

    /// <summary>Computes the signature of a request.</summary>
    /// <param name="request">The request with every header it is sent with, but for Authorization.</param>
    /// <param name="scope">The scope of <paramref name="signingKey"/>.</param>
    /// <param name="date">The date line: the value of x-oss-date, or of Date, character by character, where that is sent alone.</param>
    /// <param name="additionalHeaders">Names to sign beyond those always signed; the absent and the always signed are passed over.</param>
    /// <param name="accessKeyId">The public half of the key, for the Authorization header.</param>
    /// <param name="signingKey">What <see cref="DeriveSigningKey"/> returned.</param>
    /// <returns>The signature, with Authorization as the only header.</returns>
    public static RequestSignature Compute(
        SigningRequest request, OssV4Scope scope, string date, IEnumerable<string> additionalHeaders, string accessKeyId, byte[] signingKey)
    {
        var headers = request.CanonicalHeaders();
        string[] additional =
        [
            .. additionalHeaders.Select(name => name.ToLowerInvariant())
                .Where(name => headers.ContainsKey(name) && !IsAlwaysSigned(name))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        var signedHeaders = headers
            .Where(header => IsAlwaysSigned(header.Key) || additional.Contains(header.Key))
            .Select(header => $"{header.Key}:{header.Value}\n");
        var additionalList = string.Join(';', additional);

        var canonicalRequest = string.Join(
            '\n',
            request.Method,
            PercentEncoding.EncodePath(request.Resource),
            CanonicalQuery(request.Query),
            string.Concat(signedHeaders),
            additionalList,
            headers.GetValueOrDefault(ContentHashHeader, UnsignedPayload));
        var canonicalHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest)));
        var stringToSign = $"{Algorithm}\n{date}\n{scope}\n{canonicalHash}";
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(signingKey, Encoding.UTF8.GetBytes(stringToSign)));

        var additionalPart = additional.Length == 0 ? "" : $"AdditionalHeaders={additionalList},";
        var authorization = $"{Algorithm} Credential={accessKeyId}/{scope},{additionalPart}Signature={signature}";
        return new RequestSignature([new("Authorization", authorization)], canonicalRequest, stringToSign, signature);
    }

    /// <summary>Derives the key that signs within a scope.</summary>
    /// <param name="secretAccessKey">The secret half of the key.</param>
    /// <param name="scope">The scope.</param>
    /// <returns>32 bytes, as secret as the secret itself until the day ends.</returns>
    public static byte[] DeriveSigningKey(string secretAccessKey, OssV4Scope scope)
    {
        var key = Encoding.UTF8.GetBytes("aliyun_v4" + secretAccessKey);
        foreach (var part in (string[])[scope.Day, scope.Region, scope.Product, OssV4Scope.Terminator])
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        return key;
    }

    private static string CanonicalQuery(IEnumerable<KeyValuePair<string, string>> query) => string.Join(
        '&',
        query.Select(parameter => (Name: PercentEncoding.Encode(parameter.Key), Value: PercentEncoding.Encode(parameter.Value)))
            .OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
            .Select(parameter => parameter.Value.Length == 0 ? parameter.Name : $"{parameter.Name}={parameter.Value}"));

    private static bool IsAlwaysSigned(string name) =>
        name is "content-type" or "content-md5" || name.StartsWith(HeaderPrefix, StringComparison.Ordinal);
}
