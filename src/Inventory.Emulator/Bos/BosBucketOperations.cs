using System.Globalization;
using Inventory.Emulator.Http;
using Inventory.Emulator.Store;

namespace Inventory.Emulator.Bos;

/// <summary>
/// What comes with a bucket, as far as setting up and tearing down a test asks for it. Source: intl.cloud.baidu.com/doc/BOS, the pages PutBucket
/// (xkc4eo6i9-en: 409 <c>BucketAlreadyExists</c>, whoever owns it), DeleteBucket (Rkc4esgxu-en: 204), HeadBucket (Mkc4eqkiz-en), GetBucketLocation
/// (Wkc49bfga-en) and ListBuckets (pkkp8dyde-en); of ListObjects the members are the Go SDK's. The body of PutBucket is passed over: no bucket is spread over
/// several zones. DeleteBucket takes the rules along. There are no objects.
/// </summary>
internal sealed class BosBucketOperations(BucketDirectory buckets, RuleStore store)
{
    private const string Location = "location";
    private const string MaxKeys = "maxKeys";

    /// <summary>How many objects are in a page by default, and at most.</summary>
    private const int MostKeys = 1_000;

    private static readonly string[] ListParameters = ["delimiter", "marker", MaxKeys, "prefix"];

    /// <summary>Whether a GET of a bucket asks for its objects, by what its query leaves out.</summary>
    public static bool IsObjectList(WireRequest request) => request.Query.Items.All(item => ListParameters.Contains(item.Key, StringComparer.Ordinal));

    /// <summary>The operation that a request asks for, of those that need no bucket that exists; null if it is none.</summary>
    public Func<BosTarget, BosReply>? FindUnbound(WireRequest request, BosTarget target) => (request.Method, target.Bucket.Length, target.Key.Length) switch
    {
        ("GET", 0, _) when request.IsQueryEmpty => _ => ListBuckets(),
        ("PUT", > 0, 0) when request.IsQueryEmpty => Create,
        _ => null,
    };

    /// <summary>The operation that a request asks for on a bucket that exists; null if it is none. DeleteBucket alone has no query at all.</summary>
    public Func<WireRequest, EmulatorBucket, BosReply>? Find(WireRequest request, BosTarget target)
    {
        if (target.Bucket.Length == 0 || target.Key.Length > 0)
        {
            return null;
        }

        return request.Method switch
        {
            "DELETE" when request.IsQueryEmpty => (_, bucket) => store.RemoveBucket(bucket.Name) ? new BosReply(204) : BosError.NoSuchBucket,
            "HEAD" when request.IsQueryEmpty => (_, _) => new(200),
            "GET" when request.Query.Items is [{ Key: Location }] => (_, bucket) => LocationOf(bucket),
            "GET" when IsObjectList(request) => ListObjects,
            _ => null,
        };
    }

    private BosReply Create(BosTarget target) => store.CreateBucket(new(target.Bucket, target.Region))
        ? new BosReply(200) { Location = "/" + target.Bucket }
        : new BosError(409, "BucketAlreadyExists", "The requested bucket name is not available.");

    private BosReply ListBuckets() => new(200, BosDocument.Write(writer =>
    {
        var all = buckets.List();
        var owner = all is [var first, ..] ? first.Owner : BucketEntry.AnyOwner;
        writer.WriteStartObject();
        writer.WriteStartObject("owner");
        writer.WriteString("id", owner);
        writer.WriteString("displayName", owner);
        writer.WriteEndObject();
        writer.WriteStartArray("buckets");
        foreach (var bucket in all)
        {
            writer.WriteStartObject();
            writer.WriteString("name", bucket.Name);
            writer.WriteString(Location, bucket.Region);
            writer.WriteString("creationDate", WireTime.Iso(bucket.Created));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }));

    private static BosReply LocationOf(EmulatorBucket bucket) => new(200, BosDocument.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("locationConstraint", bucket.Region);
        writer.WriteEndObject();
    }));

    private static BosReply ListObjects(WireRequest request, EmulatorBucket bucket)
    {
        var query = request.Query;
        if (!int.TryParse(query.Value(MaxKeys) ?? $"{MostKeys}", NumberStyles.None, CultureInfo.InvariantCulture, out var maxKeys) || maxKeys is < 1 or > MostKeys)
        {
            return BosError.InvalidArgument("maxKeys is not a number from 1 to 1000.");
        }

        return new(200, BosDocument.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("name", bucket.Name);
            writer.WriteString("prefix", query.Value("prefix") ?? "");
            writer.WriteString("delimiter", query.Value("delimiter") ?? "");
            writer.WriteString("marker", query.Value("marker") ?? "");
            writer.WriteNumber(MaxKeys, maxKeys);
            writer.WriteBoolean("isTruncated", false);
            writer.WriteStartArray("contents");
            writer.WriteEndArray();
            writer.WriteEndObject();
        }));
    }
}
