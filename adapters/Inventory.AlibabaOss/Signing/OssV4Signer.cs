using System.Globalization;
using Inventory.Http;

namespace Inventory.AlibabaOss;

/// <summary>Signs requests with OSS V4 (<c>OSS4-HMAC-SHA256</c>) in headers. The body is not signed.</summary>
/// <remarks>
/// Safe for use by several threads at once; it keeps the signing key of the last day and secret. Source: "Include a V4 signature in the Authorization header" of the OSS
/// developer reference, and the signers of the v2 SDKs.
/// </remarks>
internal sealed class OssV4Signer : IRequestSigner
{
    private readonly string _region;
    private readonly string _product;
    private readonly string[] _additionalHeaders;
    private readonly SigningKeyCache<OssV4Scope, byte[]> _keys = new();

    /// <summary>Signs for one region.</summary>
    /// <param name="region">The short region id, such as <c>cn-hangzhou</c> without <c>oss-</c>; of a cloud box its id.</param>
    /// <param name="product"><c>oss</c>, or <c>oss-cloudbox</c> for a cloud box.</param>
    /// <param name="additionalHeaders">
    /// Names of headers to sign, in any case and order, beyond Content-Type, Content-MD5 and every x-oss-* header, which always are;
    /// one that a request does not have is passed over. Default: none.
    /// </param>
    /// <exception cref="ArgumentException">The region or the product is null or empty.</exception>
    public OssV4Signer(string region, string product = "oss", IEnumerable<string>? additionalHeaders = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(region);
        ArgumentException.ThrowIfNullOrEmpty(product);
        _region = region;
        _product = product;
        _additionalHeaders = [.. additionalHeaders ?? []];
    }

    /// <inheritdoc />
    public RequestSignature Sign(SigningRequest request, CloudCredentials credentials, DateTimeOffset now)
    {
        var date = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = new OssV4Scope(date[..8], _region, _product);
        List<KeyValuePair<string, string>> headers =
        [
            new("x-oss-date", date),
            new(OssV4Signature.ContentHashHeader, OssV4Signature.UnsignedPayload),
        ];
        if (credentials.SessionToken is { } token)
        {
            headers.Add(new("x-oss-security-token", token));
        }

        var signature = OssV4Signature.Compute(
            request.WithHeaders(headers),
            scope,
            date,
            _additionalHeaders,
            credentials.AccessKeyId,
            _keys.Get(credentials.SecretAccessKey, scope, OssV4Signature.DeriveSigningKey));
        return signature with { Headers = [.. headers, .. signature.Headers] };
    }
}
