using System.Globalization;
using Inventory.Http;

namespace Inventory.AlibabaOss;

/// <summary>Signs requests with OSS V1 (<c>OSS key:signature</c>, HMAC-SHA1) in headers. The body is not signed.</summary>
/// <remarks>
/// Safe for use by several threads at once. OSS refuses V1 to accounts opened since 2025-03-01 and to buckets made since 2025-09-01:
/// <see cref="OssV4Signer"/> is the one to use. Source: "Include signatures in the Authorization header (V1)" of the OSS developer
/// reference.
/// </remarks>
internal sealed class OssV1Signer : IRequestSigner
{
    /// <inheritdoc />
    public RequestSignature Sign(SigningRequest request, CloudCredentials credentials, DateTimeOffset now)
    {
        var date = now.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);
        List<KeyValuePair<string, string>> headers = [new("Date", date)];
        if (credentials.SessionToken is { } token)
        {
            headers.Add(new("x-oss-security-token", token));
        }

        var signature = OssV1Signature.Compute(request.WithHeaders(headers), credentials, date);
        return signature with { Headers = [.. headers, .. signature.Headers] };
    }
}
