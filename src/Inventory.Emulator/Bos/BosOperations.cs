using Inventory.Emulator.Http;
using Inventory.Emulator.Store;

namespace Inventory.Emulator.Bos;

/// <summary>Put (over an existing rule too), get, list (all at once) and delete (of a missing rule: 404).</summary>
internal sealed class BosOperations(EmulatorOptions options, BucketDirectory buckets, RuleStore store)
{
    public const string Id = "id";

    private static readonly BosError NoSuchRule =
        new(404, "NoSuchInventoryConfiguration", "The specified inventory configuration does not exist.");

    /// <summary>1 to 64 bytes: letters, digits, hyphen, underscore, full stop.</summary>
    public static bool IsId(string id) =>
        id.Length is >= 1 and <= 64 && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');

    /// <summary>The operation that a request asks for; null if it is not one of the four.</summary>
    public Func<WireRequest, EmulatorBucket, BosReply>? Find(WireRequest request, BosTarget target)
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

    private BosReply Put(WireRequest request, EmulatorBucket bucket)
    {
        if (ReadId(request, out var id) is { } refusal)
        {
            return refusal;
        }

        if (!IsId(id))
        {
            return BosError.InvalidArgument("The id in the query is not valid.");
        }

        if (request.Header("content-length") is null)
        {
            return new BosError(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
        }

        using var document = BosDocument.Parse(request, out var error);
        if (document is null || new BosRuleReader(options, buckets, bucket).Read(document.RootElement, id, out error) is not { } rule)
        {
            return error!;
        }

        return store.Put(bucket.Name, rule.Id, rule.ToDocument(), options.BosRuleLimit) switch
        {
            StoreOutcome.NoBucket => BosError.NoSuchBucket,
            StoreOutcome.Full => new BosError(options.BosRuleLimitStatus, options.BosRuleLimitCode, "The bucket has too many inventory configurations."),
            _ => new BosReply(200),
        };
    }

    private BosReply Get(WireRequest request, EmulatorBucket bucket)
    {
        if (ReadId(request, out var id) is { } refusal)
        {
            return refusal;
        }

        return store.Find(bucket.Name, id) is { } document ? new BosReply(200, document) : NoSuchRule;
    }

    private BosReply List(WireRequest request, EmulatorBucket bucket)
    {
        var rules = store.List(bucket.Name);
        return (rules.Count, options.BosEmptyListAnswer) switch
        {
            (0, BosEmptyListAnswer.NotFound) => NoSuchRule,
            (0, BosEmptyListAnswer.EmptyBody) => new BosReply(200),
            (0, BosEmptyListAnswer.NoMember) => new BosReply(200, "{}"),
            (0, BosEmptyListAnswer.NullArray) => new BosReply(200, """{"inventoryRuleList":null}"""),
            _ => new BosReply(200, $$"""{"inventoryRuleList":[{{string.Join(',', rules.Select(rule => rule.Document))}}]}"""),
        };
    }

    private BosReply Delete(WireRequest request, EmulatorBucket bucket)
    {
        if (ReadId(request, out var id) is { } refusal)
        {
            return refusal;
        }

        return store.Remove(bucket.Name, id) ? new BosReply(options.BosDeleteStatus) : NoSuchRule;
    }

    private static BosError? ReadId(WireRequest request, out string id)
    {
        id = request.Query.Value(Id) ?? "";
        return request.Query.Count(Id) == 1 && id.Length > 0 ? null : BosError.InvalidArgument("id has to be given once.");
    }
}
