using System.Security.Cryptography;
using System.Text;
using Inventory.Emulator.Http;
using Inventory.Emulator.Store;

namespace Inventory.Emulator.Bos;

/// <summary>The BOS side: address, authenticate, operation, store, answer.</summary>
internal sealed class BosWire(EmulatorOptions options, BucketDirectory buckets, RuleStore store) : IWire
{
    private readonly BosAuthenticator _authenticator = new(options);
    private readonly HostSuffixes _hosts = new(options.BosHostSuffixes, BosTarget.Domain, options.CustomDomains);
    private readonly BosOperations _operations = new(options, buckets, store);
    private readonly BosBucketOperations _bucketOperations = new(buckets, store);

    public string Name => EmulatorWire.Bos;

    public RuleStore Store => store;

    public BucketDirectory Buckets => buckets;

    public string OperationOf(WireRequest request) =>
        BosTarget.Read(request, _hosts, out _) is { } target ? BosOperationName.Of(request, target) : "";

    public WireAnswer Answer(WireRequest request)
    {
        var target = BosTarget.Read(request, _hosts, out var error);
        try
        {
            return ToAnswer(request, target is null ? error! : Run(request, target));
        }
        catch (Exception failed) when (DataFolder.IsRefusal(failed))
        {
            return ToAnswer(request, BosError.NotKept(failed.Message));
        }
    }

    public WireAnswer AnswerUnreadable(WireRequest request, int status, string reason) =>
        ToAnswer(request, new BosError(status, status == 408 ? "RequestTimeout" : "InvalidHTTPRequest", reason));

    public WireAnswer AnswerStatus(WireRequest request, int status, string? code) => (code ?? DocumentedCode(status)) is { } known
        ? ToAnswer(request, new BosError(status, known, "The script of faults asked for this answer."))
        : ProxyPage.Of(status);

    public WireAnswer AnswerExpiredToken(WireRequest request) => ToAnswer(request, BosError.ExpiredToken);

    private static string? DocumentedCode(int status) => status switch
    {
        429 => "RequestRateLimitExceeded",
        500 => "InternalError",
        503 => "ServiceUnavailable",
        _ => null,
    };

    private BosReply Run(WireRequest request, BosTarget target)
    {
        if (_authenticator.Check(request) is { } refusal)
        {
            return refusal;
        }

        if (_bucketOperations.FindUnbound(request, target) is { } unbound)
        {
            return IsDigestWrong(request) ? BadDigest : unbound(target);
        }

        if (target.Bucket.Length == 0)
        {
            return BosError.NotImplemented(BosOperationName.Of(request, target));
        }

        if (!buckets.TryFind(target.Bucket, out var bucket)
            || (target.Region is not null && !string.Equals(target.Region, bucket.Region, StringComparison.Ordinal)))
        {
            return BosError.NoSuchBucket;
        }

        return (_operations.Find(request, target) ?? _bucketOperations.Find(request, target)) is not { } operation
            ? BosError.NotImplemented(BosOperationName.Of(request, target))
            : IsDigestWrong(request) ? BadDigest : operation(request, bucket);
    }

    private static BosError BadDigest => new(400, "BadDigest", "The Content-MD5 or x-bce-content-sha256 you specified did not match what we received.");

    private static bool IsDigestWrong(WireRequest request) =>
        !request.IsBodyTooLong
        && ((request.Header("content-md5") is { } md5 && !ContentDigest.IsMd5Of(md5, request.Body))
            || (request.Header("x-bce-content-sha256") is { } sha256 && !ContentDigest.IsSha256Of(sha256, request.Body)));

    private WireAnswer ToAnswer(WireRequest request, BosReply reply)
    {
        var requestId = Guid.NewGuid().ToString();
        var document = reply.Error is { } error ? ErrorDocument(error, requestId) : reply.Document;
        var answer = new WireAnswer(reply.Status)
        {
            ContentType = document is null ? null : "application/json; charset=utf-8",
            Body = document is null ? [] : Encoding.UTF8.GetBytes(document),
            ErrorCode = reply.Error?.Code,
            Report = reply.Error?.Report,
        };
        answer.Headers.Add(new("Server", "BceBos"));
        answer.Headers.Add(new("x-bce-request-id", requestId));
        answer.Headers.Add(new("x-bce-debug-id", Convert.ToBase64String(RandomNumberGenerator.GetBytes(48))));
        if (reply.Location is { } location)
        {
            answer.Headers.Add(new("Location", location));
        }

        if (reply.Error?.Code is "RequestTimeTooSkewed")
        {
            answer.Headers.Add(new("x-bce-date", WireTime.Iso(options.Clock.GetUtcNow() + request.ClockSkew)));
        }

        return answer;
    }

    private static string ErrorDocument(BosError error, string requestId) => BosDocument.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("code", error.Code);
        writer.WriteString("message", error.Message);
        writer.WriteString("requestId", requestId);
        writer.WriteEndObject();
    });
}
