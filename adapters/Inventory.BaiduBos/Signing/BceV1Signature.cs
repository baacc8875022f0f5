using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Inventory.Http;

namespace Inventory.BaiduBos;

/// <summary>The computation of bce-auth-v1 over headers that are final, whoever set them. It knows no clock.</summary>
internal static class BceV1Signature
{
    private const string HeaderPrefix = "x-bce-";

    /// <summary>The part of Authorization that the signing key is derived from.</summary>
    /// <param name="accessKeyId">The public half of the key.</param>
    /// <param name="timestamp">UTC, <c>yyyy-MM-ddTHH:mm:ssZ</c>.</param>
    /// <param name="expirationSeconds">How long the signature holds from the timestamp on; −1 for ever.</param>
    /// <returns>The prefix, without a slash at its end.</returns>
    public static string Prefix(string accessKeyId, string timestamp, long expirationSeconds) =>
        string.Create(CultureInfo.InvariantCulture, $"bce-auth-v1/{accessKeyId}/{timestamp}/{expirationSeconds}");

    /// <summary>Derives the key that signs under a prefix.</summary>
    /// <param name="secretAccessKey">The secret half of the key.</param>
    /// <param name="prefix">What <see cref="Prefix"/> returned.</param>
    /// <returns>64 lower-case hexadecimal digits: this text, and not the bytes it stands for, is the key.</returns>
    public static string DeriveSigningKey(string secretAccessKey, string prefix) => Hmac(secretAccessKey, prefix);

    /// <summary>Computes the signature of a request.</summary>
    /// <param name="request">The request with every header it is sent with, but for Authorization.</param>
    /// <param name="prefix">What <see cref="Prefix"/> returned.</param>
    /// <param name="signingKey">What <see cref="DeriveSigningKey"/> returned.</param>
    /// <param name="headersToSign">
    /// The names of the headers to sign, in any case and order; the absent and the empty are passed over. Null for the recommended set,
    /// which leaves the list in Authorization empty: host, content-length, content-type, content-md5 and every x-bce-* header.
    /// </param>
    /// <returns>The signature, with Authorization as the only header; what is signed is the canonical request itself.</returns>
    public static RequestSignature Compute(
        SigningRequest request, string prefix, string signingKey, IReadOnlyCollection<string>? headersToSign)
    {
        Func<string, bool> isChosen = headersToSign is null
            ? IsRecommended
            : headersToSign.ToHashSet(StringComparer.OrdinalIgnoreCase).Contains;
        var headers = request.CanonicalHeaders().Where(header => header.Value.Length > 0 && isChosen(header.Key)).ToArray();

        var canonicalRequest = string.Join(
            '\n',
            request.Method,
            CanonicalPath(request.Path),
            CanonicalQuery(request.Query),
            JoinSorted('\n', headers.Select(header => $"{PercentEncoding.Encode(header.Key)}:{PercentEncoding.Encode(header.Value)}")));
        var signature = Hmac(signingKey, canonicalRequest);

        var signedHeaders = headersToSign is null ? "" : string.Join(';', headers.Select(header => header.Key));
        return new RequestSignature(
            [new("Authorization", $"{prefix}/{signedHeaders}/{signature}")], canonicalRequest, canonicalRequest, signature);
    }

    private static string CanonicalPath(string path) => PercentEncoding.EncodePath(path.StartsWith('/') ? path : "/" + path);

    // The encoded pairs are sorted, not the names: '=' sorts after the digits, so text10= comes before text1=.
    private static string CanonicalQuery(IEnumerable<KeyValuePair<string, string>> query) => JoinSorted(
        '&',
        query.Where(parameter => !parameter.Key.Equals("authorization", StringComparison.OrdinalIgnoreCase))
            .Select(parameter => $"{PercentEncoding.Encode(parameter.Key)}={PercentEncoding.Encode(parameter.Value)}"));

    private static string JoinSorted(char separator, IEnumerable<string> parts) =>
        string.Join(separator, parts.Order(StringComparer.Ordinal));

    private static bool IsRecommended(string name) =>
        name is "host" or "content-length" or "content-type" or "content-md5" || name.StartsWith(HeaderPrefix, StringComparison.Ordinal);

    private static string Hmac(string key, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));
}
