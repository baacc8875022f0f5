using System.Globalization;
using System.Text;
using Inventory.Emulator.Http;
using Inventory.Emulator.Store;

namespace Inventory.Emulator.Oss;

/// <summary>
/// Decides whether a request is signed by a known key, now: V4 and V1 headers; OSS2 and signed URLs are answered 501. No document says how
/// a malformed header, a wrong scope or a temporary key without its token is answered: here 400 <c>InvalidArgument</c>, the same,
/// and 403 <c>InvalidAccessKeyId</c>.
/// </summary>
internal sealed class OssAuthenticator(EmulatorOptions options, BucketDirectory buckets)
{
    private readonly Keyring _keys = new(options.Credentials);

    /// <summary>Null if the request may proceed.</summary>
    public OssError? Check(WireRequest request, OssTarget target)
    {
        if (!options.VerifySignatures)
        {
            return null;
        }

        if (request.Header("authorization") is not { } header)
        {
            return request.Query.Has("x-oss-signature") || request.Query.Has("Signature")
                ? OssError.NotImplemented("A request with its signature in the query")
                : new(403, "AccessDenied", "Anonymous access is forbidden for this operation.");
        }

        if (header.StartsWith("OSS2 ", StringComparison.Ordinal))
        {
            return new(501, "NotImplemented", "Signature version 2 (OSS2) is not supported; nothing was done.");
        }

        return OssAuthorization.Parse(header) is { } authorization
            ? CheckForm(request, target, authorization) ?? CheckKey(request, target, authorization)
            : OssError.InvalidArgument("Authorization header is invalid.");
    }

    private OssError? CheckForm(WireRequest request, OssTarget target, OssAuthorization authorization)
    {
        if (authorization.Scope is not { } scope)
        {
            return null;
        }

        if (request.Header("x-oss-content-sha256") is not OssSignatureV4.Payload)
        {
            return OssError.InvalidArgument("x-oss-content-sha256 has to be UNSIGNED-PAYLOAD.");
        }

        var region = buckets.TryFind(target.Bucket, out var bucket) ? bucket.Region : buckets.DefaultRegion;
        return scope.Product is not ("oss" or "oss-cloudbox") || !string.Equals(scope.Region, region, StringComparison.Ordinal)
            ? OssError.InvalidArgument("Invalid signing region or product in Authorization header.")
            : null;
    }

    private OssError? CheckKey(WireRequest request, OssTarget target, OssAuthorization authorization)
    {
        var now = options.Clock.GetUtcNow() + request.ClockSkew;
        var refusal = _keys.TryFind(authorization.AccessKeyId, request.Header("x-oss-security-token"), now, out var credential);
        if (refusal != KeyRefusal.None || credential is null)
        {
            return Refuse(refusal, authorization.AccessKeyId);
        }

        var time = request.Header("x-oss-date") ?? request.Header("date");
        if (time is null || !WireTime.TryParse(time, out var instant))
        {
            return new(403, "AccessDenied", "OSS authentication requires a valid Date.");
        }

        var day = instant.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        if (authorization.Scope is { } scope && !string.Equals(scope.Day, day, StringComparison.Ordinal))
        {
            return OssError.InvalidArgument("Invalid signing date in Authorization header.");
        }

        return CheckClock(instant, now) ?? CheckSignature(request, target, authorization, time, credential);
    }

    private static OssError Refuse(KeyRefusal refusal, string accessKeyId) => refusal switch
    {
        KeyRefusal.WrongToken => new(403, "InvalidSecurityToken", "The security token you provided is invalid."),
        KeyRefusal.Expired => OssError.ExpiredToken,
        _ => new(403, "InvalidAccessKeyId", "The OSS Access Key Id you provided does not exist in our records.")
        {
            Details = [new("OSSAccessKeyId", accessKeyId)],
        },
    };

    private OssError? CheckClock(DateTimeOffset instant, DateTimeOffset now) =>
        (now - instant).Duration() <= options.MaxClockSkew
            ? null
            : new(403, "RequestTimeTooSkewed", "The difference between the request time and the current time is too large.", "0002-00000504")
            {
                Details =
                [
                    new("MaxAllowedSkewMilliseconds", ((long)options.MaxClockSkew.TotalMilliseconds).ToString(CultureInfo.InvariantCulture)),
                    new("RequestTime", WireTime.IsoMilliseconds(instant)),
                    new("ServerTime", WireTime.IsoMilliseconds(now)),
                ],
            };

    private static OssError? CheckSignature(
        WireRequest request, OssTarget target, OssAuthorization authorization, string time, EmulatorCredential credential)
    {
        var expected = authorization.Scope is { } scope
            ? OssSignatureV4.Compute(request, target.Bucket, target.Key, time, scope, authorization.AdditionalHeaders, credential.Secret)
            : OssSignatureV1.Compute(request, target.Bucket, target.Key, credential.Secret);
        if (Signature.Matches(expected.Value, authorization.Signature))
        {
            return null;
        }

        var details = new List<KeyValuePair<string, string>>
        {
            new("OSSAccessKeyId", credential.AccessKeyId),
            new("SignatureProvided", authorization.Signature),
            new("StringToSign", expected.StringToSign),
            new("StringToSignBytes", Bytes(expected.StringToSign)),
        };
        if (expected.CanonicalRequest is not null)
        {
            details.Add(new("CanonicalRequest", expected.CanonicalRequest));
        }

        return new(
            403,
            "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
            "0002-00000040")
        {
            Details = details,
        };
    }

    private static string Bytes(string text) =>
        string.Join(' ', Encoding.UTF8.GetBytes(text).Select(one => one.ToString("X2", CultureInfo.InvariantCulture)));
}
