using Inventory.Emulator.Http;
using Inventory.Emulator.Store;

namespace Inventory.Emulator.Oss;

/// <summary>
/// Put (creates only), get, list (in pages, ordinal order) and delete (of a missing rule too). A body without <c>Content-Length</c> is
/// answered 411 <c>MissingContentLength</c>; the page requires the header without naming the code.
/// </summary>
internal sealed class OssOperations(EmulatorOptions options, BucketDirectory buckets, RuleStore store)
{
    /// <summary>The longest id, in characters.</summary>
    public const int MaxIdLength = 192;

    public const string Id = "inventoryId";
    private const string Token = "continuation-token";

    private static readonly OssError NoSuchInventory = new(404, "NoSuchInventory", "No Row found in Inventory Table.");

    /// <summary>The operation that a request asks for; null if it is not one of the four.</summary>
    public Func<WireRequest, EmulatorBucket, OssReply>? Find(WireRequest request, OssTarget target)
    {
        if (target.Bucket.Length == 0 || target.Key.Length > 0 || !request.Query.Has("inventory"))
        {
            return null;
        }

        return request.Method switch
        {
            "PUT" => Put,
            "GET" => request.Query.Has(Id) ? Get : List,
            "DELETE" => Delete,
            _ => null,
        };
    }

    private OssReply Put(WireRequest request, EmulatorBucket bucket)
    {
        if (CheckId(request) is { } refusal)
        {
            return refusal;
        }

        if (request.Header("content-length") is null)
        {
            return new OssError(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
        }

        if (OssDocument.Parse(request, out var error) is not { } root)
        {
            return error!;
        }

        if (new OssRuleReader(options, buckets, bucket).Read(root, request.Query.Value(Id)!, out error) is not { } rule)
        {
            return error!;
        }

        var document = OssRuleWriter.Write(rule, options);
        return store.Create(bucket.Name, rule.Id, document, options.OssRuleLimit) switch
        {
            StoreOutcome.Exists => new OssError(409, options.OssAlreadyExistsCode, "The Inventory Configuration already exists."),
            StoreOutcome.NoBucket => OssError.NoSuchBucket(bucket.Name),
            StoreOutcome.Full => new OssError(400, "InventoryExceedLimit", "You are not allowed to create more inventory than limit."),
            _ => new OssReply(200),
        };
    }

    private OssReply Get(WireRequest request, EmulatorBucket bucket)
    {
        if (CheckId(request) is { } refusal)
        {
            return refusal;
        }

        return store.Find(bucket.Name, request.Query.Value(Id)!) is { } document ? new OssReply(200, document) : NoSuchInventory;
    }

    private OssReply List(WireRequest request, EmulatorBucket bucket)
    {
        if (request.Query.Count(Token) > 1)
        {
            return OssError.InvalidArgument("continuation-token is given more than once.");
        }

        var rules = store.List(bucket.Name);
        if (rules.Count == 0)
        {
            return NoSuchInventory;
        }

        var token = request.Query.Value(Token) ?? "";
        var rest = rules.Where(rule => token.Length == 0 || string.CompareOrdinal(rule.Id, token) > 0).ToArray();
        var page = rest.Take(options.OssPageSize).ToArray();
        var next = rest.Length > page.Length && page.Length > 0 ? page[^1].Id : null;
        return new(200, OssDocument.Write(writer =>
        {
            writer.WriteStartElement("ListInventoryConfigurationsResult");
            foreach (var rule in page)
            {
                writer.WriteRaw(rule.Document);
            }

            writer.WriteElementString("IsTruncated", next is null ? "false" : "true");
            if (token.Length > 0)
            {
                writer.WriteElementString("ContinuationToken", OssDocument.Printable(token));
            }

            if (next is not null)
            {
                writer.WriteElementString("NextContinuationToken", next);
            }

            writer.WriteEndElement();
        }));
    }

    private OssReply Delete(WireRequest request, EmulatorBucket bucket)
    {
        if (CheckId(request) is { } refusal)
        {
            return refusal;
        }

        store.Remove(bucket.Name, request.Query.Value(Id)!);
        return new(204);
    }

    private static OssError? CheckId(WireRequest request)
    {
        var id = request.Query.Value(Id) ?? "";
        return request.Query.Count(Id) == 1 && id.Length > 0 && OssRuleReader.Length(id) <= MaxIdLength
            ? null
            : OssError.InvalidArgument("inventoryId has to be given once, with 1 to 192 characters.", "0020-00000044");
    }
}
