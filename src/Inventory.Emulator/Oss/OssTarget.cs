using Inventory.Emulator.Http;
using Inventory.Emulator.Store;

namespace Inventory.Emulator.Oss;

/// <summary>What a request is about: a bucket (empty for the service itself) and an object key (empty for the bucket itself).</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Key">The decoded key.</param>
/// <param name="Region">The region that the host names; null if it names none.</param>
internal sealed record OssTarget(string Bucket, string Key, string? Region)
{
    public const string Domain = ".aliyuncs.com";
    private const string DualStack = ".oss";
    private const string Internal = "-internal";
    private const string Prefix = "oss-";

    /// <summary>Reads the host, then the path: virtual-hosted, custom domain or path style.</summary>
    public static OssTarget? Read(WireRequest request, HostSuffixes hosts, out OssError? error)
    {
        error = null;
        var path = PercentEncoding.Decode(request.Path, plusIsSpace: false);
        if (path is null || !path.StartsWith('/'))
        {
            error = path is null ? new(400, "InvalidURI", "The path is not UTF-8.") : OssError.NotImplemented($"{request.Method} {request.Path}");
            return null;
        }

        if (request.Query.Undecodable is { } undecodable)
        {
            var isId = undecodable.StartsWith("inventoryId=", StringComparison.Ordinal);
            error = OssError.InvalidArgument("The query is not UTF-8.", isId ? "0020-00000044" : null);
            return null;
        }

        var (kind, text) = hosts.Read(request.HostName());
        return kind switch
        {
            HostKind.CustomDomain => new(text, path[1..], null),
            HostKind.Bucket => Checked(new(text, path[1..], null), out error),
            HostKind.Vendor => ReadOfficial(text, path, out error),
            _ => Checked(FromPath(path, null), out error),
        };
    }

    private static OssTarget? ReadOfficial(string labels, string path, out OssError? error)
    {
        var (bucket, endpoint) = SplitLast(labels.EndsWith(DualStack, StringComparison.Ordinal) ? labels[..^DualStack.Length] : labels);
        var region = endpoint.StartsWith(Prefix, StringComparison.Ordinal) ? endpoint[Prefix.Length..] : endpoint;
        region = region.EndsWith(Internal, StringComparison.Ordinal) ? region[..^Internal.Length] : region;
        var named = region.StartsWith("accelerate", StringComparison.Ordinal) ? null : region;
        if (bucket.Length > 0)
        {
            return Checked(new(bucket, path[1..], named), out error);
        }

        if (path.Length > 1)
        {
            error = new(403, "SecondLevelDomainForbidden", "Please use virtual hosted style to access.");
            return null;
        }

        error = null;
        return new("", "", named);
    }

    private static (string Before, string Last) SplitLast(string labels)
    {
        var dot = labels.LastIndexOf('.');
        return dot < 0 ? ("", labels) : (labels[..dot], labels[(dot + 1)..]);
    }

    private static OssTarget FromPath(string path, string? region)
    {
        var slash = path.IndexOf('/', 1);
        return slash < 0 ? new(path[1..], "", region) : new(path[1..slash], path[(slash + 1)..], region);
    }

    private static OssTarget? Checked(OssTarget target, out OssError? error)
    {
        var isName = target.Bucket.Length == 0 || BucketDirectory.IsName(target.Bucket);
        error = isName ? null : new(400, "InvalidBucketName", $"The specified bucket is not valid: {target.Bucket}.");
        return isName ? target : null;
    }
}
