using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Errors as JSON, for tools: what is written reads back as an equal error.</summary>
/// <remarks>
/// One object: <c>version</c> and <c>error</c>, which no other document has, with <c>kind</c>, <c>message</c>, <c>problems</c> and <c>moreProblems</c>. What there is none
/// of is left out. A form with another member has another version, and is refused.
/// </remarks>
public static class FleetErrorJson
{
    /// <summary>The version of the form.</summary>
    public const int Version = 1;

    /// <summary>The longest text that is read, in UTF-16 code units, inclusive: 64 Mi.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    /// <summary>Writes an error, indented and with one line end. No character in it commands a terminal: all of those are escaped.</summary>
    public static string Write(FleetError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        List<DocumentMember> members = [new("kind", NodeParts.Name(error.Kind)), new("message", DocumentNode.Of(error.Message))];
        NodeParts.AddItems(members, "problems", error.Problems, Problem);
        NodeParts.AddCount(members, "moreProblems", error.MoreProblems);
        return ShownJson.Write(DocumentNode.Object([new("version", NodeParts.Number(Version)), new("error", DocumentNode.Object(members))]));
    }

    /// <summary>Reads what <see cref="Write"/> writes.</summary>
    /// <exception cref="InvalidDocumentException">It cannot be read; every problem is named with line and path.</exception>
    public static FleetError Parse(string text) => NodeReading.Document("The document cannot be read as an error:", text, MaxLength, Version, "Read it with the release that wrote it.", reader =>
    {
        var error = reader.RequiredObject("error");
        return error.Whole(new FleetError
        {
            Kind = error.Name<InventoryErrorKind>("kind"),
            Message = error.Text("message") ?? "",
            Problems = [.. error.Objects("problems").Select(p => p.Whole(new DocumentProblem(p.Text("path") ?? "", p.Count("line"), p.Count("column"), p.Text("message") ?? "")))],
            MoreProblems = error.Count("moreProblems"),
        });
    });

    private static DocumentNode Problem(DocumentProblem problem)
    {
        List<DocumentMember> members = [];
        NodeParts.AddText(members, "path", problem.Path.Length == 0 ? null : problem.Path);
        NodeParts.AddCount(members, "line", problem.Line);
        NodeParts.AddCount(members, "column", problem.Column);
        members.Add(new("message", DocumentNode.Of(problem.Message)));
        return DocumentNode.Object(members);
    }
}
