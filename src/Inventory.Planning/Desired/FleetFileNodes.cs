using System.Globalization;
using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Writes a fleet file as nodes.</summary>
/// <param name="content">What it says.</param>
internal sealed class FleetFileNodes(FileContent content)
{
    private const string Shared = "common";

    /// <summary>Account, buckets, rules and set: the names alone.</summary>
    private const int LinesOfAssignment = 3;

    /// <summary>The file, with a default of what all rules share where that makes it shorter.</summary>
    public DocumentNode Write()
    {
        DocumentMember[] head =
        [
            new("version", DocumentNode.Scalar(DocumentNodeKind.Number, DesiredStateReader.Version.ToString(CultureInfo.InvariantCulture))),
            new("accounts", DocumentNode.Object([.. Accounts().Select(a => new DocumentMember(a.Key, Account(a)))])),
        ];
        return DocumentNode.Object([.. head, .. Rules(), .. Assignments()]);
    }

    private IEnumerable<IGrouping<string, FileBucket>> Accounts() => content.Buckets.GroupBy(b => b.Account, StringComparer.Ordinal);

    private static DocumentNode Account(IEnumerable<FileBucket> buckets) => DocumentNode.Object([new("buckets", Texts(buckets.Select(b => b.Bucket)))]);

    private DocumentMember[] Rules()
    {
        if (content.Rules.Count == 0)
        {
            return [];
        }

        DocumentMember[] plain = [new("rules", DocumentNode.Object([.. content.Rules.Values.Select(r => new DocumentMember(r.Id, Said(r.Rule)))]))];
        var common = NodeDifference.Common(content.Rules.Values.Select(r => r.Rule));
        if (content.Rules.Count == 1 || common.Members.Count == 0)
        {
            return plain;
        }

        DocumentMember from = new("from", DocumentNode.Of(Shared));
        DocumentMember[] built =
        [
            new("defaults", DocumentNode.Object([new(Shared, Said(common))])),
            new("rules", DocumentNode.Object([.. content.Rules.Values.Select(r => new DocumentMember(r.Id, DocumentNode.Object([from, .. Said(NodeDifference.Between(common, r.Rule)).Members])))])),
        ];
        return Lines(built) < Lines(plain) ? built : plain;
    }

    private IEnumerable<DocumentMember> Assignments()
    {
        List<DocumentNode> assignments = [.. Accounts().SelectMany(a => Assignments(a.Key, [.. a]))];
        return assignments.Count == 0 ? [] : [new("assignments", DocumentNode.Array(assignments))];
    }

    /// <summary>The assignments of an account: first the rules as they are, then each set and each list of acceptances with all rules that it is for.</summary>
    private IEnumerable<DocumentNode> Assignments(string account, List<FileBucket> own)
    {
        var byPart = own.SelectMany(b => b.Rules, (b, r) => (b.Bucket, r.Rule.Id, Part: new AssignmentPart(content.Rules[r.Rule.Id].SetOf(r.Rule), r.Accept)))
            .GroupBy(r => r.Part)
            .OrderBy(g => !g.Key.Set.IsEmpty)
            .ThenBy(g => !g.Key.Accept.IsEmpty);
        foreach (var part in byPart)
        {
            DocumentMember[] members = [.. part.Key.Members];
            var overhead = LinesOfAssignment + Lines(members);
            foreach (var group in AssignmentGroups.Of([.. part.GroupBy(r => r.Bucket, r => r.Id, StringComparer.Ordinal).Select(b => (b.Key, b.ToValueList()))], own.Count, overhead))
            {
                yield return Assignment(account, group, group.Buckets.Count == own.Count && own.Count > 1, members);
            }
        }
    }

    private static DocumentNode Assignment(string account, AssignmentGroup group, bool isAll, DocumentMember[] members) => DocumentNode.Object(
    [
        new("account", DocumentNode.Of(account)),
        new("buckets", isAll ? Texts(["*"]) : Texts(group.Buckets)),
        new("rules", Texts(group.Rules)),
        .. members,
    ]);

    /// <summary>What a rule says, without what it means anyway: that it is enabled.</summary>
    private static DocumentNode Said(DocumentNode rule) =>
        DocumentNode.Object([.. rule.Members.Where(m => m is not { Name: "isEnabled", Node: { Kind: DocumentNodeKind.Boolean, Text: "true" } })]);

    private static int Lines(DocumentMember[] members) => members.Length == 0 ? 0 : YamlNodes.Write(DocumentNode.Object(members)).Count(c => c == '\n');

    private static DocumentNode Texts(IEnumerable<string> texts) => DocumentNode.Array([.. texts.Select(DocumentNode.Of)]);

    /// <summary>What an assignment says beside its buckets and rules.</summary>
    private readonly record struct AssignmentPart(RuleSet Set, ValueList<Acceptance> Accept)
    {
        public IEnumerable<DocumentMember> Members =>
        [
            .. Set.IsEmpty ? Array.Empty<DocumentMember>() : [new("set", Set.Node)],
            .. Accept.IsEmpty ? Array.Empty<DocumentMember>() : [new("accept", Texts(Accept.Select(a => a.ToString())))],
        ];
    }
}
