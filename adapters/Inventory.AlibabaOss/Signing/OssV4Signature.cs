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
        SigningRequest request, OssV4Scope scope, string date, IReadOnlyCollection<string> additionalHeaders, string accessKeyId, byte[] signingKey)
    {
        var headers = request.CanonicalHeaders();
        var additional = Additional(additionalHeaders, headers);
        var additionalList = string.Join(';', additional);

        var text = new StringBuilder(512).Append(request.Method).Append('\n').Append(PercentEncoding.EncodePath(request.Resource)).Append('\n');
        AppendQuery(text, request.Query);
        _ = text.Append('\n');
        foreach (var (name, value) in headers)
        {
            if (IsAlwaysSigned(name) || additional.Contains(name))
            {
                _ = text.Append(name).Append(':').Append(value).Append('\n');
            }
        }

        var canonicalRequest = text
            .Append('\n').Append(additionalList)
            .Append('\n').Append(headers.GetValueOrDefault(ContentHashHeader, UnsignedPayload))
            .ToString();
        var canonicalHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest)));
        var stringToSign = $"{Algorithm}\n{date}\n{scope}\n{canonicalHash}";
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(signingKey, Encoding.UTF8.GetBytes(stringToSign)));

        var additionalPart = additional.Count == 0 ? "" : $"AdditionalHeaders={additionalList},";
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

    private static List<string> Additional(IReadOnlyCollection<string> names, SortedDictionary<string, string> headers)
    {
        if (names.Count == 0)
        {
            return [];
        }

        return
        [
            .. names.Select(name => name.ToLowerInvariant())
                .Where(name => headers.ContainsKey(name) && !IsAlwaysSigned(name))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    private static void AppendQuery(StringBuilder text, IReadOnlyList<KeyValuePair<string, string>> query)
    {
        var encoded = new (string Name, string Value)[query.Count];
        for (var i = 0; i < encoded.Length; i++)
        {
            encoded[i] = (PercentEncoding.Encode(query[i].Key), PercentEncoding.Encode(query[i].Value));
        }

        var separator = "";
        foreach (var (name, value) in encoded.OrderBy(parameter => parameter.Name, StringComparer.Ordinal))
        {
            _ = text.Append(separator).Append(name);
            if (value.Length > 0)
            {
                _ = text.Append('=').Append(value);
            }

            separator = "&";
        }
    }

    private static bool IsAlwaysSigned(string name) =>
        name is "content-type" or "content-md5" || name.StartsWith(HeaderPrefix, StringComparison.Ordinal);
}
