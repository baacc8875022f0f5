using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Inventory.Emulator.Http;

namespace Inventory.Emulator.Oss;

/// <summary>The signature of version 1, over the request as received: in an <c>OSS</c> header, or in the query.</summary>
internal static class OssSignatureV1
{
    private static readonly HashSet<string> SubResources = new(StringComparer.Ordinal)
    {
        "acl", "append", "asyncFetch", "bucketInfo", "callback", "callback-var", "cname", "comp", "continuation-token", "cors", "delete", "encryption",
        "endTime", "img", "inventory", "inventoryId", "lifecycle", "live", "location", "logging", "objectMeta", "partNumber", "policy", "position", "qos",
        "qosInfo", "referer", "regionList", "replication", "replicationLocation", "replicationProgress", "requestPayment", "resourceGroup",
        "response-cache-control", "response-content-disposition", "response-content-encoding", "response-content-language", "response-content-type",
        "response-expires", "restore", "rtc", "security-token", "startTime", "stat", "status", "style", "styleName", "symlink", "tagging",
        "transferAcceleration", "udf", "uploadId", "uploads", "versionId", "versioning", "versions", "vod", "website", "worm", "wormExtend", "wormId",
        "x-oss-ac-forward-allow", "x-oss-ac-source-ip", "x-oss-ac-subnet-mask", "x-oss-ac-vpc-id", "x-oss-async-process", "x-oss-process",
        "x-oss-request-payer", "x-oss-traffic-limit",
    };

    [SuppressMessage("Security", "CA5350", Justification = "HMAC-SHA1 is what version 1 defines.")]
    public static OssSignature Compute(WireRequest request, string bucket, string key, string secret, string? expires = null)
    {
        var stringToSign = StringToSign(request, bucket, key, expires);
        var hash = HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(stringToSign));
        return new(Convert.ToBase64String(hash), stringToSign);
    }

    /// <summary>What is signed. A signed query has <paramref name="expires"/> where a signed header has the date.</summary>
    public static string StringToSign(WireRequest request, string bucket, string key, string? expires)
    {
        var text = new StringBuilder(256).Append(request.Method).Append('\n');
        text.Append(request.Header("content-md5")).Append('\n');
        text.Append(request.Header("content-type")).Append('\n');
        text.Append(expires ?? request.Header("date") ?? request.Header("x-oss-date")).Append('\n');
        foreach (var (name, value) in request.ByName.Sorted)
        {
            if (name.StartsWith("x-oss-", StringComparison.Ordinal))
            {
                text.Append(name).Append(':').Append(value.AsSpan().Trim()).Append('\n');
            }
        }

        return text.Append(Resource(request.Query, bucket, key)).ToString();
    }

    private static string Resource(QueryString query, string bucket, string key)
    {
        var items = query.Items
            .Where(item => SubResources.Contains(item.Key))
            .OrderBy(item => item.Key, StringComparer.Ordinal)
            .Select(item => item.Value.Length == 0 ? item.Key : $"{item.Key}={item.Value}")
            .ToArray();
        var resource = bucket.Length == 0 ? "/" : $"/{bucket}/{key}";
        return items.Length == 0 ? resource : $"{resource}?{string.Join('&', items)}";
    }
}
