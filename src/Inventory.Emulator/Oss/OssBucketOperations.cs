using System.Globalization;
using Inventory.Emulator.Http;
using Inventory.Emulator.Store;

namespace Inventory.Emulator.Oss;

/// <summary>
/// What comes with a bucket, as far as setting up and tearing down a test asks for it. Source: alibabacloud.com/help/en/oss/developer-reference, the pages
/// PutBucket, DeleteBucket, GetBucketInfo, GetBucketLocation, ListBuckets, ListObjects and ListObjectsV2; HEAD of a bucket from "Compatibility with Amazon S3".
/// PutBucket of a bucket that exists is 409 <c>BucketAlreadyExists</c>, whoever owns it; its body and its <c>x-oss-acl</c> are passed over, and every bucket is
/// private, of the class Standard. DeleteBucket takes the rules along. There are no objects.
/// </summary>
internal sealed class OssBucketOperations(BucketDirectory buckets, RuleStore store)
{
    public const string ListType = "list-type";

    /// <summary>The most buckets or objects in a page.</summary>
    private const int MaxKeys = 1_000;

    /// <summary>How many there are in one by default.</summary>
    private const int DefaultKeys = 100;

    private static readonly string[] ListParameters =
        ["delimiter", "marker", "max-keys", "prefix", "encoding-type", ListType, "start-after", "continuation-token", "fetch-owner"];

    private static readonly string[] BucketListParameters = ["marker", "max-keys", "prefix"];

    /// <summary>Parameters that say who asks, and not what for.</summary>
    private static readonly string[] SignatureParameters = ["Expires", "OSSAccessKeyId", "Signature", "security-token"];

    /// <summary>Whether a GET of a bucket asks for its objects, by what its query leaves out.</summary>
    public static bool IsObjectList(WireRequest request) => HasOnly(request, ListParameters);

    /// <summary>Whether a GET of the service asks for the buckets.</summary>
    public static bool IsBucketList(WireRequest request) => HasOnly(request, BucketListParameters);

    /// <summary>The operation that a request asks for, of those that need no bucket that exists; null if it is none.</summary>
    public Func<WireRequest, OssTarget, OssReply>? FindUnbound(WireRequest request, OssTarget target) => (request.Method, target.Bucket.Length, target.Key.Length) switch
    {
        ("GET", 0, _) when IsBucketList(request) => (sent, _) => ListBuckets(sent),
        ("PUT", > 0, 0) when request.IsQueryEmpty => (_, asked) => Create(asked),
        _ => null,
    };

    /// <summary>The operation that a request asks for on a bucket that exists; null if it is none. DeleteBucket alone has no query at all.</summary>
    public Func<WireRequest, EmulatorBucket, OssReply>? Find(WireRequest request, OssTarget target)
    {
        if (target.Bucket.Length == 0 || target.Key.Length > 0)
        {
            return null;
        }

        return request.Method switch
        {
            "DELETE" when request.IsQueryEmpty => (_, bucket) => Delete(bucket),
            "HEAD" when request.IsQueryEmpty => (_, _) => new(200),
            "GET" when HasOnly(request, ["location"]) && request.Query.Has("location") => (_, bucket) => new(200, OssBucketDocuments.Location(bucket.Region!)),
            "GET" when HasOnly(request, ["bucketInfo"]) && request.Query.Has("bucketInfo") => (_, bucket) => Info(bucket),
            "GET" when IsObjectList(request) => ListObjects,
            _ => null,
        };
    }

    private OssReply Create(OssTarget target)
    {
        var isNew = store.CreateBucket(new(target.Bucket, target.Region));
        return isNew
            ? new OssReply(200) { Location = "/" + target.Bucket }
            : new OssError(409, "BucketAlreadyExists", "The requested bucket name is not available. Please select a different name and try again.")
            {
                Details = [new("BucketName", target.Bucket)],
            };
    }

    private OssReply Delete(EmulatorBucket bucket) => store.RemoveBucket(bucket.Name) ? new OssReply(204) : OssError.NoSuchBucket(bucket.Name);

    private OssReply Info(EmulatorBucket bucket) =>
        buckets.Find(bucket.Name) is { } entry ? new OssReply(200, OssBucketDocuments.Info(entry)) : OssError.NoSuchBucket(bucket.Name);

    private OssReply ListBuckets(WireRequest request)
    {
        if (ReadMaxKeys(request) is not { } maxKeys)
        {
            return InvalidMaxKeys;
        }

        var prefix = request.Query.Value("prefix") ?? "";
        var marker = request.Query.Value("marker") ?? "";
        var found = buckets.List()
            .Where(bucket => bucket.Name.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(bucket.Name, marker) > 0)
            .ToList();
        return new(200, OssBucketDocuments.List(found.Take(maxKeys).ToList(), found.Count > maxKeys, prefix, marker, maxKeys));
    }

    private static OssReply ListObjects(WireRequest request, EmulatorBucket bucket)
    {
        if (request.Query.Value(ListType) is { } form && form is not "2")
        {
            return OssError.InvalidArgument("list-type has to be 2.");
        }

        return ReadMaxKeys(request) is { } maxKeys ? new OssReply(200, OssBucketDocuments.NoObjects(request.Query, bucket.Name, maxKeys)) : InvalidMaxKeys;
    }

    private static OssError InvalidMaxKeys => OssError.InvalidArgument("max-keys is not a number from 1 to 1000.");

    private static int? ReadMaxKeys(WireRequest request) =>
        request.Query.Value("max-keys") is not { Length: > 0 } text ? DefaultKeys
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MaxKeys ? number
        : null;

    private static bool HasOnly(WireRequest request, string[] names) => request.Query.Items.All(item =>
        names.Contains(item.Key, StringComparer.Ordinal)
        || SignatureParameters.Contains(item.Key, StringComparer.Ordinal)
        || item.Key.StartsWith("x-oss-", StringComparison.Ordinal));
}
