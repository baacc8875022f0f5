using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Results of a recovery as JSON, for tools and to keep: what is written reads back as an equal result.</summary>
/// <remarks>
/// One object: <c>version</c>, <c>isAllSettled</c> (for tools; not read back), <c>entries</c> and <c>unreadable</c>. What there is none of is left out. A form with another
/// member has another version, and is refused.
/// </remarks>
public static class RecoveryJson
{
    /// <summary>The version of the form.</summary>
    public const int Version = 1;

    /// <summary>The longest text that is read, in UTF-16 code units, inclusive: 64 Mi.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    /// <summary>Writes a result, indented and with one line end. No character in it commands a terminal: all of those are escaped.</summary>
    public static string Write(RecoveryResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        List<DocumentMember> members = [new("version", NodeParts.Number(Version)), new("isAllSettled", NodeParts.Boolean(result.IsAllSettled))];
        NodeParts.AddItems(members, "entries", result.Entries, Entry);
        NodeParts.AddItems(members, "unreadable", result.Unreadable, u => DocumentNode.Object([new("file", DocumentNode.Of(u.File)), new("reason", DocumentNode.Of(u.Reason))]));
        return ShownJson.Write(DocumentNode.Object(members));
    }

    /// <summary>Reads what <see cref="Write"/> writes.</summary>
    /// <exception cref="InvalidDocumentException">It cannot be read; every problem is named with line and path.</exception>
    public static RecoveryResult Parse(string text) => NodeReading.Document("The document cannot be read as a result of a recovery:", text, MaxLength, Version, "Read it with the release that wrote it.", reader =>
    {
        _ = reader.One("isAllSettled");
        return new RecoveryResult
        {
            Entries = [.. reader.Objects("entries").Select(Entry)],
            Unreadable = [.. reader.Objects("unreadable").Select(u => u.Whole(new UnreadableEntry(u.RequiredText("file"), u.Text("reason") ?? "")))],
        };
    });

    private static DocumentNode Entry(RecoveredEntry entry)
    {
        List<DocumentMember> members =
        [
            new("account", DocumentNode.Of(entry.Account)),
            new("bucket", DocumentNode.Of(entry.Bucket)),
            new("ruleId", DocumentNode.Of(entry.RuleId)),
            new("file", DocumentNode.Of(entry.File)),
            new("outcome", NodeParts.Name(entry.Outcome)),
        ];
        NodeParts.AddText(members, "requestId", entry.RequestId);
        NodeParts.AddFlag(members, "isInJournal", entry.IsInJournal);
        NodeParts.AddFailure(members, entry.Failure);
        return DocumentNode.Object(members);
    }

    private static RecoveredEntry Entry(ObjectReader reader)
    {
        var (account, bucket) = (reader.RequiredText("account"), reader.RequiredText("bucket"));
        return reader.Whole(new RecoveredEntry
        {
            Account = account,
            Bucket = bucket,
            RuleId = reader.RequiredText("ruleId"),
            File = reader.RequiredText("file"),
            Outcome = reader.Name<RecoveryOutcome>("outcome"),
            RequestId = reader.Text("requestId"),
            IsInJournal = reader.Flag("isInJournal"),
            Failure = reader.Failure(account, bucket),
        });
    }
}
