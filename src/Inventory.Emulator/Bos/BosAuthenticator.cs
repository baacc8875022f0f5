using Inventory.Emulator.Http;
using Inventory.Emulator.Store;

namespace Inventory.Emulator.Bos;

/// <summary>
/// Decides whether a request is signed by a known key, now: the header form; signed URLs are answered 501. No document says how an explicit
/// list that leaves out <c>host</c> or the token that was sent, or a request without any date, is answered: here 403
/// <c>SignatureDoesNotMatch</c> and 400 <c>InvalidHTTPRequest</c>.
/// </summary>
internal sealed class BosAuthenticator(EmulatorOptions options)
{
    private const string TokenHeader = "x-bce-security-token";

    private readonly Keyring _keys = new(options.Credentials);

    /// <summary>Null if the request may proceed.</summary>
    public BosError? Check(WireRequest request)
    {
        if (!options.VerifySignatures)
        {
            return null;
        }

        if (request.Header("authorization") is not { } header)
        {
            return request.Query.Items.Any(item => string.Equals(item.Key, "authorization", StringComparison.OrdinalIgnoreCase))
                ? BosError.NotImplemented("A request with its signature in the query")
                : new(403, "AccessDenied", "Access Denied.");
        }

        if (BosAuthorization.Parse(header) is not { } authorization || !authorization.TryGetSpan(out var from, out var lifetime))
        {
            return new(400, "InvalidHTTPAuthHeader", "The HTTP authorization header is invalid. Consult the service documentation for details.");
        }

        var now = options.Clock.GetUtcNow() + request.ClockSkew;
        var token = request.Header(TokenHeader) ?? request.Query.Value(TokenHeader);
        var refusal = _keys.TryFind(authorization.AccessKeyId, token, now, out var credential);
        if (refusal != KeyRefusal.None || credential is null)
        {
            return refusal switch
            {
                KeyRefusal.Expired => BosError.ExpiredToken,
                KeyRefusal.UnknownKey => new(403, "InvalidAccessKeyId", "The Access Key ID you provided does not exist in our records."),
                _ => new(400, "InvalidSessionToken", "The session token is invalid."),
            };
        }

        return CheckClock(request, from, lifetime, now) ?? CheckSignature(request, authorization, credential);
    }

    private BosError? CheckClock(WireRequest request, DateTimeOffset from, TimeSpan? lifetime, DateTimeOffset now)
    {
        var sent = request.Header("x-bce-date") ?? request.Header("date");
        if (sent is null || !WireTime.TryParse(sent, out var instant))
        {
            return new(400, "InvalidHTTPRequest", "The request needs x-bce-date or Date.");
        }

        if (from - now > options.MaxClockSkew || (now - instant).Duration() > options.MaxClockSkew)
        {
            return new(403, "RequestTimeTooSkewed", "The difference between the request time and the server's time is too large.");
        }

        return now - from > lifetime ? new(400, "RequestExpired", "Request has expired.") : null;
    }

    private BosError? CheckSignature(WireRequest request, BosAuthorization authorization, EmulatorCredential credential)
    {
        var names = BosSignature.Names(authorization.SignedHeaders);
        string? unsigned = names.Length == 0 ? null
            : !names.Contains("host", StringComparer.Ordinal) ? "host"
            : request.Header(TokenHeader) is not null && !names.Contains(TokenHeader, StringComparer.Ordinal) ? TokenHeader
            : null;
        if (unsigned is null && Signature.Matches(BosSignature.Compute(request, authorization, credential.Secret), authorization.Signature))
        {
            return null;
        }

        var hint = unsigned is null ? "Check your Secret Access Key and signing method." : $"The header {unsigned} is not signed.";
        return new(403, "SignatureDoesNotMatch", $"The request signature we calculated does not match the signature you provided. {hint}")
        {
            Report = options.Log is null ? null : Report(request, authorization),
        };
    }

    private static string Report(WireRequest request, BosAuthorization authorization) => SignatureReport.Write(
        [("canonical request", BosSignature.CanonicalRequest(request.Masked(), authorization.SignedHeaders)), ("signing key of", authorization.Prefix)],
        [
            ("key", authorization.AccessKeyId),
            ("time", authorization.Timestamp),
            ("lifetime", authorization.Expiration),
            ("signed headers", authorization.SignedHeaders.Length == 0 ? "(none listed: the default set)" : authorization.SignedHeaders),
        ],
        request);
}
