using System.Globalization;
using System.Security.Cryptography;
using Inventory.Emulator.Http;
using Inventory.Emulator.Store;

namespace Inventory.Emulator.Oss;

/// <summary>The OSS side: address, authenticate, operation, store, answer.</summary>
internal sealed class OssWire(EmulatorOptions options, BucketDirectory buckets, RuleStore store) : IWire
{
    private readonly OssAuthenticator _authenticator = new(options, buckets);
    private readonly HostSuffixes _hosts = new(options.OssHostSuffixes, OssTarget.Domain, options.CustomDomains);
    private readonly OssOperations _operations = new(options, buckets, store);
    private readonly OssBucketOperations _bucketOperations = new(buckets, store);

    public string Name => EmulatorWire.Oss;

    public RuleStore Store => store;

    public BucketDirectory Buckets => buckets;

    public string OperationOf(WireRequest request) =>
        OssTarget.Read(request, _hosts, out _) is { } target ? OssOperationName.Of(request, target) : "";

    public WireAnswer Answer(WireRequest request)
    {
        var started = options.Clock.GetTimestamp();
        var target = OssTarget.Read(request, _hosts, out var error);
        OssReply reply;
        try
        {
            reply = target is null ? error! : Run(request, target);
        }
        catch (Exception failed) when (DataFolder.IsRefusal(failed))
        {
            reply = OssError.NotKept(failed.Message);
        }

        return ToAnswer(request, target, reply, options.Clock.GetElapsedTime(started));
    }

    public WireAnswer AnswerUnreadable(WireRequest request, int status, string reason) =>
        ToAnswer(request, null, new OssError(status, status == 408 ? "RequestTimeout" : "InvalidRequest", reason), TimeSpan.Zero);

    public WireAnswer AnswerStatus(WireRequest request, int status, string? code) => (code ?? DocumentedCode(status)) is { } known
        ? ToAnswer(request, null, new OssError(status, known, "The script of faults asked for this answer."), TimeSpan.Zero)
        : ProxyPage.Of(status);

    public WireAnswer AnswerExpiredToken(WireRequest request) => ToAnswer(request, null, OssError.ExpiredToken, TimeSpan.Zero);

    private static string? DocumentedCode(int status) => status switch
    {
        500 => "InternalError",
        503 => "ServiceUnavailable",
        _ => null,
    };

    private OssReply Run(WireRequest request, OssTarget target)
    {
        if (_authenticator.Check(request, target) is { } refusal)
        {
            return refusal;
        }

        if (_bucketOperations.FindUnbound(request, target) is { } unbound)
        {
            return IsDigestWrong(request) ? InvalidDigest : unbound(request, target);
        }

        if (target.Bucket.Length == 0)
        {
            return OssError.NotImplemented(OssOperationName.Of(request, target));
        }

        if (!buckets.TryFind(target.Bucket, out var bucket))
        {
            return OssError.NoSuchBucket(target.Bucket);
        }

        if (target.Region is { } region && !string.Equals(region, bucket.Region, StringComparison.Ordinal))
        {
            return new OssError(403, "AccessDenied", "The bucket you are attempting to access must be addressed using the specified endpoint.");
        }

        return (_operations.Find(request, target) ?? _bucketOperations.Find(request, target)) is not { } operation
            ? OssError.NotImplemented(OssOperationName.Of(request, target))
            : IsDigestWrong(request) ? InvalidDigest : operation(request, bucket);
    }

    private static bool IsDigestWrong(WireRequest request) =>
        request.Header("content-md5") is { } digest && !request.IsBodyTooLong && !ContentDigest.IsMd5Of(digest, request.Body);

    private static OssError InvalidDigest => new(400, "InvalidDigest", "The Content-MD5 you specified is invalid.");

    private static WireAnswer ToAnswer(WireRequest request, OssTarget? target, OssReply reply, TimeSpan elapsed)
    {
        var requestId = Convert.ToHexString(RandomNumberGenerator.GetBytes(12));
        var error = reply.Error is null ? null : OssErrorDocument.Write(request, target, reply.Error, requestId);
        var document = error ?? reply.Document;
        var answer = new WireAnswer(reply.Status)
        {
            ContentType = document is null ? null : "application/xml",
            Body = document is null ? [] : OssDocument.ToBytes(document),
            ErrorCode = reply.Error?.Code,
            Report = reply.Error?.Report,
        };
        answer.Headers.Add(new("Server", "AliyunOSS"));
        answer.Headers.Add(new("x-oss-request-id", requestId));
        answer.Headers.Add(new("x-oss-server-time", ((long)elapsed.TotalMilliseconds).ToString(CultureInfo.InvariantCulture)));
        if (reply.Location is { } location)
        {
            answer.Headers.Add(new("Location", location));
        }

        if (reply.Error?.Ec is { } ec)
        {
            answer.Headers.Add(new("x-oss-ec", ec));
        }

        if (error is not null && request.Method is "HEAD")
        {
            answer.Headers.Add(new("x-oss-err", Convert.ToBase64String(answer.Body)));
        }

        return answer;
    }
}
