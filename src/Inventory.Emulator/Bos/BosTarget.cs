using Inventory.Emulator.Http;
using Inventory.Emulator.Store;

namespace Inventory.Emulator.Bos;

/// <summary>What a request is about: a bucket (empty for the service itself) and an object key (empty for the bucket itself).</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Key">The decoded key.</param>
/// <param name="Region">The region that the host names; null if it names none.</param>
internal sealed record BosTarget(string Bucket, string Key, string? Region)
{
    public const string Domain = ".bcebos.com";
    private const string Version = "/v1";

    /// <summary>Reads the host, then the path: virtual-hosted, custom domain or path style, the path with or without <c>/v1</c>.</summary>
    public static BosTarget? Read(WireRequest request, HostSuffixes hosts, out BosError? error)
    {
        error = null;
        var decoded = PercentEncoding.Decode(request.Path, plusIsSpace: false);
        if (decoded is null || request.Query.Undecodable is not null)
        {
            error = new(400, "InvalidURI", "Could not parse the specified URI: it is not UTF-8.");
            return null;
        }

        if (!decoded.StartsWith('/'))
        {
            error = BosError.NotImplemented($"{request.Method} {request.Path}");
            return null;
        }

        var path = WithoutVersion(decoded);
        var (kind, text) = hosts.Read(request.HostName());
        return kind switch
        {
            HostKind.CustomDomain => new(text, path[1..], null),
            HostKind.Bucket => Checked(new(text, path[1..], null), out error),
            HostKind.Vendor => Checked(ReadOfficial(text, path), out error),
            _ => Checked(FromPath(path, null), out error),
        };
    }

    private static BosTarget ReadOfficial(string labels, string path)
    {
        var dot = labels.LastIndexOf('.');
        return dot < 0 ? FromPath(path, labels) : new(labels[..dot], path[1..], labels[(dot + 1)..]);
    }

    private static string WithoutVersion(string path) => path switch
    {
        Version => "/",
        _ when path.StartsWith(Version + "/", StringComparison.Ordinal) => path[Version.Length..],
        _ => path,
    };

    private static BosTarget FromPath(string path, string? region)
    {
        var slash = path.IndexOf('/', 1);
        return slash < 0 ? new(path[1..], "", region) : new(path[1..slash], path[(slash + 1)..], region);
    }

    private static BosTarget? Checked(BosTarget target, out BosError? error)
    {
        var isName = target.Bucket.Length == 0 || BucketDirectory.IsName(target.Bucket);
        error = isName ? null : new(400, "InvalidBucketName", "The specified bucket is not valid.");
        return isName ? target : null;
    }
}
