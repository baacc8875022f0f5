using Inventory.Emulator.Http;

namespace Inventory.Emulator.Oss;

/// <summary>The names of the vendor's API overview (alibabacloud.com/help/en/oss/developer-reference/list-of-operations-by-function) for what requests ask for.</summary>
internal static class OssOperationName
{
    private static readonly Dictionary<string, string> OfBuckets = new(StringComparer.Ordinal)
    {
        ["GET bucketInfo"] = EmulatorOperation.GetBucketInfo,
        ["GET location"] = EmulatorOperation.GetBucketLocation,
        ["GET stat"] = "GetBucketStat",
        ["GET uploads"] = "ListMultipartUploads",
        ["GET versions"] = "ListObjectVersions",
        ["GET live"] = "ListLiveChannel",
        ["POST delete"] = "DeleteMultipleObjects",
        ["POST worm"] = "InitiateBucketWorm",
        ["DELETE worm"] = "AbortBucketWorm",
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
        ["POST restore"] = "RestoreObject",
        ["GET objectMeta"] = "GetObjectMeta",
        ["HEAD objectMeta"] = "GetObjectMeta",
    };

    private static readonly Dictionary<string, string> BucketSettings = new(StringComparer.Ordinal)
    {
        ["accessmonitor"] = "BucketAccessMonitor",
        ["acl"] = "BucketAcl",
        ["cname"] = "Cname",
        ["cors"] = "BucketCors",
        ["encryption"] = "BucketEncryption",
        ["httpsConfig"] = "BucketHttpsConfig",
        ["lifecycle"] = "BucketLifecycle",
        ["logging"] = "BucketLogging",
        ["policy"] = "BucketPolicy",
        ["publicAccessBlock"] = "BucketPublicAccessBlock",
        ["referer"] = "BucketReferer",
        ["replication"] = "BucketReplication",
        ["requestPayment"] = "BucketRequestPayment",
        ["resourceGroup"] = "BucketResourceGroup",
        ["style"] = "Style",
        ["tagging"] = "BucketTags",
        ["transferAcceleration"] = "BucketTransferAcceleration",
        ["versioning"] = "BucketVersioning",
        ["website"] = "BucketWebsite",
        ["worm"] = "BucketWorm",
    };

    private static readonly Dictionary<string, string> ObjectSettings = new(StringComparer.Ordinal)
    {
        ["acl"] = "ObjectACL",
        ["symlink"] = "Symlink",
        ["tagging"] = "ObjectTagging",
    };

    /// <summary>The name; a description where none is known.</summary>
    public static string Of(WireRequest request, OssTarget target) => (target.Bucket.Length > 0, target.Key.Length > 0) switch
    {
        (false, _) => OfService(request),
        (_, true) => OfObject(request),
        _ => OfBucket(request),
    };

    private static string OfService(WireRequest request) => request switch
    {
        { Method: "GET" } when request.Query.Has("regions") => "DescribeRegions",
        { Method: "GET" } when OssBucketOperations.IsBucketList(request) => EmulatorOperation.ListBuckets,
        _ => OperationName.Describe(request, "the service"),
    };

    private static string OfBucket(WireRequest request)
    {
        if (OperationName.OfRules(request, OssOperations.Id) is { } known)
        {
            return known;
        }

        return OperationName.BySubResource(request, OfBuckets, BucketSettings) ?? (request.Method, request.IsQueryEmpty) switch
        {
            ("PUT", true) => EmulatorOperation.PutBucket,
            ("DELETE", true) => EmulatorOperation.DeleteBucket,
            ("HEAD", true) => EmulatorOperation.HeadBucket,
            ("GET", _) when OssBucketOperations.IsObjectList(request) =>
                request.Query.Has(OssBucketOperations.ListType) ? EmulatorOperation.ListObjectsV2 : EmulatorOperation.ListObjects,
            _ => OperationName.Describe(request, "a bucket"),
        };
    }

    private static string OfObject(WireRequest request) => OperationName.BySubResource(request, OfObjects, ObjectSettings) ?? request.Method switch
    {
        "GET" => "GetObject",
        "HEAD" => "HeadObject",
        "DELETE" => "DeleteObject",
        "PUT" when request.Header("x-oss-copy-source") is not null => "CopyObject",
        "PUT" => "PutObject",
        _ => OperationName.Describe(request, "an object"),
    };
}
