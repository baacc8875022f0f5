using Inventory.Emulator.Http;

namespace Inventory.Emulator.Bos;

/// <summary>The names of the vendor's API reference (cloud.baidu.com/doc/BOS) for what requests ask for.</summary>
internal static class BosOperationName
{
    private static readonly Dictionary<string, string> OfBuckets = new(StringComparer.Ordinal)
    {
        ["GET location"] = EmulatorOperation.GetBucketLocation,
        ["GET uploads"] = "ListMultipartUploads",
        ["GET versions"] = "ListObjectVersions",
        ["POST delete"] = "DeleteMultipleObjects",
    };

    private static readonly Dictionary<string, string> OfObjects = new(StringComparer.Ordinal)
    {
        ["GET uploadId"] = "ListParts",
        ["PUT uploadId"] = "UploadPart",
        ["PUT partNumber"] = "UploadPart",
        ["POST uploadId"] = "CompleteMultipartUpload",
        ["DELETE uploadId"] = "AbortMultipartUpload",
        ["POST uploads"] = "InitiateMultipartUpload",
        ["POST append"] = "AppendObject",
        ["POST fetch"] = "FetchObject",
        ["POST restore"] = "RestoreObject",
        ["POST select"] = "SelectObject",
    };

    private static readonly Dictionary<string, string> BucketSettings = new(StringComparer.Ordinal)
    {
        ["acl"] = "BucketAcl",
        ["copyrightProtection"] = "BucketCopyrightProtection",
        ["cors"] = "BucketCors",
        ["encryption"] = "BucketEncryption",
        ["lifecycle"] = "BucketLifecycle",
        ["logging"] = "BucketLogging",
        ["mirroring"] = "BucketMirroring",
        ["notification"] = "BucketNotification",
        ["objectlock"] = "BucketObjectLock",
        ["quota"] = "BucketQuota",
        ["replication"] = "BucketReplication",
        ["storageClass"] = "BucketStorageClass",
        ["tagging"] = "BucketTagging",
        ["trash"] = "BucketTrash",
        ["versioning"] = "BucketVersioning",
        ["website"] = "BucketStaticWebsite",
    };

    private static readonly Dictionary<string, string> ObjectSettings = new(StringComparer.Ordinal)
    {
        ["acl"] = "ObjectAcl",
        ["symlink"] = "Symlink",
        ["tagging"] = "ObjectTagging",
    };

    /// <summary>The name; a description where none is known.</summary>
    public static string Of(WireRequest request, BosTarget target) => (target.Bucket.Length > 0, target.Key.Length > 0) switch
    {
        (false, _) => request is { Method: "GET", IsQueryEmpty: true } ? EmulatorOperation.ListBuckets : OperationName.Describe(request, "the service"),
        (_, true) => OfObject(request),
        _ => OfBucket(request),
    };

    private static string OfBucket(WireRequest request)
    {
        if (OperationName.OfRules(request, BosOperations.Id) is { } known)
        {
            return known;
        }

        return OperationName.BySubResource(request, OfBuckets, BucketSettings) ?? (request.Method, request.IsQueryEmpty) switch
        {
            ("PUT", true) => EmulatorOperation.PutBucket,
            ("DELETE", true) => EmulatorOperation.DeleteBucket,
            ("HEAD", true) => EmulatorOperation.HeadBucket,
            ("GET", _) when BosBucketOperations.IsObjectList(request) => EmulatorOperation.ListObjects,
            _ => OperationName.Describe(request, "a bucket"),
        };
    }

    private static string OfObject(WireRequest request) => OperationName.BySubResource(request, OfObjects, ObjectSettings) ?? request.Method switch
    {
        "GET" => "GetObject",
        "HEAD" => "GetObjectMeta",
        "DELETE" => "DeleteObject",
        "PUT" when request.Header("x-bce-copy-source") is not null => "CopyObject",
        "PUT" => "PutObject",
        _ => OperationName.Describe(request, "an object"),
    };
}
