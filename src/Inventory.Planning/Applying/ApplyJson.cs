using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Results of an apply as JSON, for tools and to keep: what is written reads back as an equal result.</summary>
/// <remarks>
/// One object: <c>version</c>, <c>planHash</c>, <c>isCancelled</c>, <c>refusals</c> where the plan was not applied, <c>summary</c> and <c>failures</c> (for tools; not read
/// back) and <c>buckets</c>, every one of the plan. What there is none of is left out. A form with another member has another version, and is refused.
/// </remarks>
public static class ApplyJson
{
    /// <summary>The version of the form.</summary>
    public const int Version = 1;

    /// <summary>The longest text that is read, in UTF-16 code units, inclusive: 64 Mi.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    /// <summary>Writes a result, indented and with one line end. No character in it commands a terminal: all of those are escaped.</summary>
    public static string Write(ApplyResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return ShownJson.Write(Node(result));
    }

    /// <summary>Reads what <see cref="Write"/> writes.</summary>
    /// <exception cref="InvalidDocumentException">It cannot be read; every problem is named with line and path.</exception>
    public static ApplyResult Parse(string text) => NodeReading.Document("The document cannot be read as a result of an apply:", text, MaxLength, Version, "Read it with the release that wrote it.", reader =>
    {
        // Both are made of the buckets.
        _ = reader.One("summary");
        _ = reader.One("failures");
        return new ApplyResult
        {
            PlanHash = reader.RequiredText("planHash"),
            IsCancelled = reader.RequiredBoolean("isCancelled"),
            Refusals = [.. reader.Objects("refusals").Select(r => r.Whole(new ApplyRefusal(r.Name<ApplyRefusalKind>("kind"), r.Text("reason") ?? "")))],
            Buckets = [.. reader.Objects("buckets").Select(Bucket)],
        };
    });

    /// <summary>A result as a node.</summary>
    internal static DocumentNode Node(ApplyResult result)
    {
        List<DocumentMember> members =
        [
            new("version", NodeParts.Number(Version)), new("planHash", DocumentNode.Of(result.PlanHash)), new("isCancelled", NodeParts.Boolean(result.IsCancelled)),
        ];
        NodeParts.AddItems(members, "refusals", result.Refusals, Refusal);
        members.Add(new("summary", Summary(result)));
        members.Add(new("failures", DocumentNode.Array([.. result.Failures.Select(NodeParts.PlacedFailure)])));
        members.Add(new("buckets", DocumentNode.Array([.. result.Buckets.Select(Bucket)])));
        return DocumentNode.Object(members);
    }

    private static DocumentNode Summary(ApplyResult result)
    {
        var counts = result.Counts;
        return DocumentNode.Object(
        [
            new("isAllDone", NodeParts.Boolean(result.IsAllDone)),
            new("created", NodeParts.Number(counts.Created)),
            new("replaced", NodeParts.Number(counts.Replaced)),
            new("enabled", NodeParts.Number(counts.Enabled)),
            new("disabled", NodeParts.Number(counts.Disabled)),
            new("deleted", NodeParts.Number(counts.Deleted)),
            new("failed", NodeParts.Number(counts.Failed)),
            new("notTried", NodeParts.Number(counts.NotTried)),
            new("refused", NodeParts.Number(counts.Refused)),
            new("inJournal", NodeParts.Number(counts.InJournal)),
            new("failedBuckets", NodeParts.Number(counts.FailedBuckets)),
        ]);
    }

    private static DocumentNode Refusal(ApplyRefusal refusal) =>
        DocumentNode.Object([new("kind", NodeParts.Name(refusal.Kind)), new("reason", DocumentNode.Of(refusal.Reason))]);

    private static DocumentNode Bucket(BucketResult bucket)
    {
        List<DocumentMember> members =
        [
            new("account", DocumentNode.Of(bucket.Account)), new("bucket", DocumentNode.Of(bucket.Bucket)), new("refused", NodeParts.Number(bucket.Refused)),
        ];
        NodeParts.AddItems(members, "changes", bucket.Changes, Change);
        NodeParts.AddFailure(members, bucket.Failure);
        return DocumentNode.Object(members);
    }

    private static DocumentNode Change(ChangeResult change)
    {
        List<DocumentMember> members =
        [
            new("kind", NodeParts.Name(change.Kind)), new("ruleId", DocumentNode.Of(change.RuleId)), new("outcome", NodeParts.Name(change.Outcome)),
        ];
        NodeParts.AddText(members, "requestId", change.RequestId);
        NodeParts.AddFlag(members, "isInJournal", change.IsInJournal);
        NodeParts.AddFailure(members, change.Failure);
        return DocumentNode.Object(members);
    }

    private static BucketResult Bucket(ObjectReader reader)
    {
        var (account, bucket) = (reader.RequiredText("account"), reader.RequiredText("bucket"));
        return reader.Whole(new BucketResult
        {
            Account = account,
            Bucket = bucket,
            Refused = reader.RequiredCount("refused"),
            Changes = [.. reader.Objects("changes").Select(change => Change(change, account, bucket))],
            Failure = reader.Failure(account, bucket),
        });
    }

    private static ChangeResult Change(ObjectReader reader, string account, string bucket) => reader.Whole(new ChangeResult
    {
        Kind = reader.Name<ChangeKind>("kind"),
        RuleId = reader.RequiredText("ruleId"),
        Outcome = reader.Name<ChangeOutcome>("outcome"),
        RequestId = reader.Text("requestId"),
        IsInJournal = reader.Flag("isInJournal"),
        Failure = reader.Failure(account, bucket),
    });
}
