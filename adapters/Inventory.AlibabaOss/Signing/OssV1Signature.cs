using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Inventory.Http;

namespace Inventory.AlibabaOss;

/// <summary>The computation of OSS V1 over headers that are final, whoever set them. It knows no clock.</summary>
internal static class OssV1Signature
{
    private const string HeaderPrefix = "x-oss-";

    // V1 signs these query parameters and no others.
    private static readonly FrozenSet<string> SignedParameters = FrozenSet.ToFrozenSet(
        [
            "acl", "append", "asyncFetch", "bucketInfo", "callback", "callback-var", "cname", "comp", "continuation-token", "cors",
            "delete", "encryption", "endTime", "group", "inventory", "inventoryId", "lifecycle", "link", "live", "location", "logging",
            "metaQuery", "objectInfo", "objectMeta", "partNumber", "policy", "position", "qos", "qosInfo", "referer", "replication",
            "replicationLocation", "replicationProgress", "requestPayment", "resourceGroup", "response-cache-control",
            "response-content-disposition", "response-content-encoding", "response-content-language", "response-content-type",
            "response-expires", "restore", "security-token", "sequential", "startTime", "stat", "status", "symlink", "tagging",
            "transferAcceleration", "uploadId", "uploads", "versionId", "versioning", "versions", "vod", "website", "worm", "wormExtend",
            "wormId", "x-oss-process", "x-oss-request-payer", "x-oss-traffic-limit",
        ],
        StringComparer.Ordinal);

    /// <summary>Computes the signature of a request.</summary>
    /// <param name="request">The request with every header it is sent with, but for Authorization.</param>
    /// <param name="credentials">The key to sign with; a session token among them is not looked at, only a header that carries it.</param>
    /// <param name="date">The date line: the value of Date character by character; of a signed URL, its Expires.</param>
    /// <returns>The signature, with Authorization as the only header; what is signed is the canonical request itself.</returns>
    public static RequestSignature Compute(SigningRequest request, CloudCredentials credentials, string date)
    {
        var headers = request.CanonicalHeaders();
        var ossHeaders = headers
            .Where(header => header.Key.StartsWith(HeaderPrefix, StringComparison.Ordinal))
            .Select(header => $"{header.Key}:{header.Value}\n");

        var stringToSign = string.Join(
            '\n',
            request.Method,
            headers.GetValueOrDefault("content-md5", ""),
            headers.GetValueOrDefault("content-type", ""),
            date,
            string.Concat(ossHeaders) + CanonicalResource(request));
        var signature = Convert.ToBase64String(Hmac(credentials.SecretAccessKey, stringToSign));

        var authorization = $"OSS {credentials.AccessKeyId}:{signature}";
        return new RequestSignature([new("Authorization", authorization)], stringToSign, stringToSign, signature);
    }

    private static string CanonicalResource(SigningRequest request)
    {
        var parameters = request.Query
            .Where(parameter => SignedParameters.Contains(parameter.Key))
            .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
            .Select(parameter => parameter.Value.Length == 0 ? parameter.Key : $"{parameter.Key}={parameter.Value}");
        var query = string.Join('&', parameters);
        return query.Length == 0 ? request.Resource : $"{request.Resource}?{query}";
    }

    [SuppressMessage("Security", "CA5350", Justification = "V1 is defined over HMAC-SHA1.")]
    private static byte[] Hmac(string secret, string text) =>
        HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text));
}
