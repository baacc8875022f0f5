using System.Globalization;
using Inventory.Emulator.Http;
using Inventory.Emulator.Store;

namespace Inventory.Emulator.Oss;

/// <summary>
/// Decides whether a request is signed by a known key, now: V4 and V1, in a header or in the query; OSS2 is answered 501. No document says how a malformed
/// signature, a wrong scope, a request signed twice, a temporary key without its token or a link after its time is answered: here 400 <c>InvalidArgument</c>, the
/// same, the same, 403 <c>InvalidAccessKeyId</c> and 403 <c>AccessDenied</c>. The token of a link stands in its query.
/// </summary>
internal sealed class OssAuthenticator(EmulatorOptions options, BucketDirectory buckets)
{
    /// <summary>How the ids of cloud boxes begin, which are regions of their own.</summary>
    private const string CloudBox = "cb-";

    private readonly Keyring _keys = new(options.Credentials);
    private readonly OssSigningKeys _signingKeys = new();

    public static OssError Version2NotSupported { get; } = new(501, "NotImplemented", "Signature version 2 (OSS2) is not supported; nothing was done.");

    /// <summary>Null if the request may proceed.</summary>
    public OssError? Check(WireRequest request, OssTarget target)
    {
        if (!options.VerifySignatures)
        {
            return null;
        }

        var header = request.Header("authorization");
        if (OssPresigned.IsIn(request.Query))
        {
            return header is null
                ? OssPresigned.Read(request.Query, out var error) is { } link ? CheckLink(request, target, link) : error
                : OssError.InvalidArgument("The request is signed in its query and in its Authorization header. Sign it once.");
        }

        if (header is null)
        {
            return new(403, "AccessDenied", "Anonymous access is forbidden for this operation.");
        }

        if (header.StartsWith("OSS2 ", StringComparison.Ordinal))
        {
            return Version2NotSupported;
        }

        return OssAuthorization.Parse(header) is { } authorization
            ? CheckHeader(request, target, authorization)
            : OssError.InvalidArgument("Authorization header is invalid.");
    }

    private OssError? CheckHeader(WireRequest request, OssTarget target, OssAuthorization authorization)
    {
        if (authorization.Scope is not null && request.Header("x-oss-content-sha256") is not OssSignatureV4.Payload)
        {
            return OssError.InvalidArgument("x-oss-content-sha256 has to be UNSIGNED-PAYLOAD.");
        }

        var now = options.Clock.GetUtcNow() + request.ClockSkew;
        if (FindKey(target, authorization, request.Header("x-oss-security-token"), now, out var credential) is { } refusal)
        {
            return refusal;
        }

        var time = request.Header("x-oss-date") ?? request.Header("date");
        if (time is null || !WireTime.TryParse(time, out var instant))
        {
            return new(403, "AccessDenied", "OSS authentication requires a valid Date.");
        }

        return CheckDay(authorization.Scope, instant)
            ?? CheckClock(instant, now, isEarlyAlone: false)
            ?? CheckSignature(request, target, authorization, time, credential, isPresigned: false);
    }

    private OssError? CheckLink(WireRequest request, OssTarget target, OssPresigned link)
    {
        if (link.Authorization.Scope is not null && request.Header("x-oss-content-sha256") is not (null or OssSignatureV4.Payload))
        {
            return OssError.InvalidArgument("x-oss-content-sha256 has to be UNSIGNED-PAYLOAD.");
        }

        var now = options.Clock.GetUtcNow() + request.ClockSkew;
        if (FindKey(target, link.Authorization, link.Token, now, out var credential) is { } refusal)
        {
            return refusal;
        }

        if (link.From is { } from && (CheckDay(link.Authorization.Scope, from) ?? CheckClock(from, now, isEarlyAlone: true)) is { } offTime)
        {
            return offTime;
        }

        return now > link.Until
            ? new(403, "AccessDenied", "Request has expired.")
            {
                Details = [new("Expires", WireTime.IsoMilliseconds(link.Until)), new("ServerTime", WireTime.IsoMilliseconds(now))],
            }
            : CheckSignature(request, target, link.Authorization, link.Time, credential, isPresigned: true);
    }

    /// <summary>The region has to be that of the endpoint; where the host names none, that of the bucket.</summary>
    private OssError? CheckScope(OssTarget target, OssScope? scope)
    {
        if (scope is null)
        {
            return null;
        }

        var region = target.Region ?? buckets.Find(target.Bucket)?.Region ?? buckets.DefaultRegion;
        var isProduct = scope.Product is "oss" || (scope.Product is "oss-cloudbox" && scope.Region.StartsWith(CloudBox, StringComparison.Ordinal));
        return !isProduct || !string.Equals(scope.Region, region, StringComparison.Ordinal)
            ? OssError.InvalidArgument("Invalid signing region or product in Authorization header.")
            : null;
    }

    private static OssError? CheckDay(OssScope? scope, DateTimeOffset instant) =>
        scope is null || string.Equals(scope.Day, instant.ToString("yyyyMMdd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            ? null
            : OssError.InvalidArgument("Invalid signing date in Authorization header.");

    /// <summary>The key of the request, if its scope fits the bucket and the key may be used.</summary>
    private OssError? FindKey(OssTarget target, OssAuthorization authorization, string? token, DateTimeOffset now, out EmulatorCredential? credential)
    {
        credential = null;
        if (CheckScope(target, authorization.Scope) is { } outOfScope)
        {
            return outOfScope;
        }

        var refusal = _keys.TryFind(authorization.AccessKeyId, token, now, out credential);
        return refusal switch
        {
            KeyRefusal.None when credential is not null => null,
            KeyRefusal.WrongToken => new(403, "InvalidSecurityToken", "The security token you provided is invalid."),
            KeyRefusal.Expired => OssError.ExpiredToken,
            _ => new(403, "InvalidAccessKeyId", "The OSS Access Key Id you provided does not exist in our records.")
            {
                Details = [new("OSSAccessKeyId", authorization.AccessKeyId)],
            },
        };
    }

    /// <summary>A link may be as old as it says, but not from the future.</summary>
    private OssError? CheckClock(DateTimeOffset instant, DateTimeOffset now, bool isEarlyAlone) =>
        instant - now <= options.MaxClockSkew && (isEarlyAlone || now - instant <= options.MaxClockSkew)
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

    private OssError? CheckSignature(
        WireRequest request, OssTarget target, OssAuthorization authorization, string time, EmulatorCredential? credential, bool isPresigned)
    {
        var secret = credential!.Secret;
        var expected = authorization.Scope is { } scope
            ? OssSignatureV4.Compute(request, target.Bucket, target.Key, time, scope, authorization.AdditionalHeaders, _signingKeys.Of(secret, scope))
            : OssSignatureV1.Compute(request, target.Bucket, target.Key, secret, isPresigned ? time : null);
        return Signature.Matches(expected.Value, authorization.Signature)
            ? null
            : OssMismatch.Refuse(credential.AccessKeyId, authorization.Signature, expected) with
            {
                Report = options.Log is null ? null : OssMismatch.Report(request, target, authorization, time, isPresigned, expected.StringToSign),
            };
    }
}
