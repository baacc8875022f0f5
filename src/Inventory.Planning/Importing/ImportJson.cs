using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Imports as JSON, for tools and to keep: what is written reads back as an equal import.</summary>
/// <remarks>
/// One object: <c>version</c>, <c>isWhole</c> (for tools; not read back), <c>buckets</c>, <c>rules</c> and <c>distinctIds</c>, which are counts, <c>leftOut</c> and
/// <c>failures</c>, which are left out where there is none, and the fleet file as <c>text</c>. A form with another member has another version, and is refused.
/// </remarks>
public static class ImportJson
{
    /// <summary>The version of the form.</summary>
    public const int Version = 1;

    /// <summary>The longest text that is read, in UTF-16 code units, inclusive: 64 Mi.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    /// <summary>Writes an import, indented and with one line end. No character in it commands a terminal: all of those are escaped.</summary>
    public static string Write(FleetImport import)
    {
        ArgumentNullException.ThrowIfNull(import);
        List<DocumentMember> members =
        [
            new("version", NodeParts.Number(Version)),
            new("isWhole", NodeParts.Boolean(import.IsWhole)),
            new("buckets", NodeParts.Number(import.Buckets)),
            new("rules", NodeParts.Number(import.Rules)),
            new("distinctIds", NodeParts.Number(import.DistinctIds)),
        ];
        NodeParts.AddItems(members, "leftOut", import.LeftOut, Omission);
        NodeParts.AddItems(members, "failures", import.Failures, NodeParts.PlacedFailure);
        members.Add(new("text", DocumentNode.Of(import.Text)));
        return ShownJson.Write(DocumentNode.Object(members));
    }

    /// <summary>Reads what <see cref="Write"/> writes.</summary>
    /// <exception cref="InvalidDocumentException">It cannot be read; every problem is named with line and path.</exception>
    public static FleetImport Parse(string text) => NodeReading.Document("The document cannot be read as an import:", text, MaxLength, Version, "Read it with the release that wrote it.", reader =>
    {
        _ = reader.One("isWhole");
        return new FleetImport
        {
            Buckets = reader.RequiredCount("buckets"),
            Rules = reader.RequiredCount("rules"),
            DistinctIds = reader.RequiredCount("distinctIds"),
            LeftOut = [.. reader.Objects("leftOut").Select(Omission)],
            Failures = [.. reader.Objects("failures").Select(f => f.PlacedFailure())],
            Text = reader.RequiredText("text"),
        };
    });

    private static DocumentNode Omission(ImportOmission omission)
    {
        List<DocumentMember> members = [new("account", DocumentNode.Of(omission.Account)), new("bucket", DocumentNode.Of(omission.Bucket))];
        NodeParts.AddText(members, "ruleId", omission.RuleId);
        members.Add(new("reason", DocumentNode.Of(omission.Reason)));
        members.Add(new("remedy", DocumentNode.Of(omission.Remedy)));
        return DocumentNode.Object(members);
    }

    // A name may be empty: that is what an omission may be about.
    private static ImportOmission Omission(ObjectReader reader) => reader.Whole(new ImportOmission
    {
        Account = reader.Text("account") ?? "",
        Bucket = reader.Text("bucket") ?? "",
        RuleId = reader.Text("ruleId"),
        Reason = reader.RequiredText("reason"),
        Remedy = reader.RequiredText("remedy"),
    });
}
