using System.Globalization;
using Inventory.Http;

namespace Inventory.BaiduBos;

/// <summary>Signs requests with bce-auth-v1 in headers, with an explicit list of the headers it signs. The body is not signed.</summary>
/// <remarks>
/// Safe for use by several threads at once; it keeps the signing key of the last second and secret. Signed are host, x-bce-date, and content-type and x-bce-security-token where the
/// request has them: what an HTTP stack adds, such as Content-Length, is left out. Source: "Authentication string generation" of the
/// Baidu AI Cloud API authorization reference.
/// </remarks>
internal sealed class BceV1Signer : IRequestSigner
{
    private const string DateHeader = "x-bce-date";
    private const string TokenHeader = "x-bce-security-token";

    private static readonly string[] SignedHeaders = ["host", DateHeader, "content-type", TokenHeader];

    private readonly long _expirationSeconds;
    private readonly SigningKeyCache<string, string> _keys = new();

    /// <summary>Signs with signatures that hold for a time.</summary>
    /// <param name="expiration">How long a signature holds from its instant, in whole seconds; at least one. Default: 1800 seconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is below one second.</exception>
    public BceV1Signer(TimeSpan? expiration = null)
    {
        var validity = expiration ?? TimeSpan.FromSeconds(1800);
        ArgumentOutOfRangeException.ThrowIfLessThan(validity, TimeSpan.FromSeconds(1), nameof(expiration));
        _expirationSeconds = (long)validity.TotalSeconds;
    }

    /// <inheritdoc />
    public RequestSignature Sign(SigningRequest request, CloudCredentials credentials, DateTimeOffset now)
    {
        var timestamp = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH':'mm':'ss'Z'", CultureInfo.InvariantCulture);
        List<KeyValuePair<string, string>> headers = [new(DateHeader, timestamp)];
        if (credentials.SessionToken is { } token)
        {
            headers.Add(new(TokenHeader, token));
        }

        var prefix = BceV1Signature.Prefix(credentials.AccessKeyId, timestamp, _expirationSeconds);
        var signingKey = _keys.Get(credentials.SecretAccessKey, prefix, BceV1Signature.DeriveSigningKey);
        var signature = BceV1Signature.Compute(request.WithHeaders(headers), prefix, signingKey, SignedHeaders);
        return signature with { Headers = [.. headers, .. signature.Headers] };
    }
}
