using System.Globalization;
using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Writes a fleet file as nodes.</summary>
/// <param name="taken">What it holds.</param>
internal sealed class FleetFileNodes(TakenRules taken)
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

    private IEnumerable<IGrouping<string, TakenBucket>> Accounts() => taken.Buckets.GroupBy(b => b.Account, StringComparer.Ordinal);

    private static DocumentNode Account(IEnumerable<TakenBucket> buckets) => DocumentNode.Object([new("buckets", Texts(buckets.Select(b => b.Bucket)))]);

    private DocumentMember[] Rules()
    {
        if (taken.Rules.Count == 0)
        {
            return [];
        }

        DocumentMember[] plain = [new("rules", DocumentNode.Object([.. taken.Rules.Values.Select(r => new DocumentMember(r.Id, Said(r.Rule)))]))];
        var common = NodeDifference.Common(taken.Rules.Values.Select(r => r.Rule));
        if (taken.Rules.Count == 1 || common.Members.Count == 0)
        {
            return plain;
        }

        DocumentMember from = new("from", DocumentNode.Of(Shared));
        DocumentMember[] built =
        [
            new("defaults", DocumentNode.Object([new(Shared, Said(common))])),
            new("rules", DocumentNode.Object([.. taken.Rules.Values.Select(r => new DocumentMember(r.Id, DocumentNode.Object([from, .. Said(NodeDifference.Between(common, r.Rule)).Members])))])),
        ];
        return Lines(built) < Lines(plain) ? built : plain;
    }

    private IEnumerable<DocumentMember> Assignments()
    {
        List<DocumentNode> assignments = [.. Accounts().SelectMany(a => Assignments(a.Key, [.. a]))];
        return assignments.Count == 0 ? [] : [new("assignments", DocumentNode.Array(assignments))];
    }

    /// <summary>The assignments of an account: first the rules as they are, then each set with all rules that it is laid over.</summary>
    private IEnumerable<DocumentNode> Assignments(string account, List<TakenBucket> own)
    {
        var bySet = own.SelectMany(b => b.Rules, (b, rule) => (b.Bucket, rule.Id, Set: taken.Rules[rule.Id].SetOf(rule))).GroupBy(r => r.Set).OrderBy(g => !g.Key.IsEmpty);
        foreach (var set in bySet)
        {
            var overhead = LinesOfAssignment + (set.Key.IsEmpty ? 0 : Lines([new("set", set.Key.Node)]));
            foreach (var group in AssignmentGroups.Of([.. set.GroupBy(r => r.Bucket, r => r.Id, StringComparer.Ordinal).Select(b => (b.Key, b.ToValueList()))], own.Count, overhead))
            {
                yield return Assignment(account, group, group.Buckets.Count == own.Count && own.Count > 1, set.Key.Node);
            }
        }
    }

    private static DocumentNode Assignment(string account, AssignmentGroup group, bool isAll, DocumentNode set) => DocumentNode.Object(
    [
        new("account", DocumentNode.Of(account)),
        new("buckets", isAll ? Texts(["*"]) : Texts(group.Buckets)),
        new("rules", Texts(group.Rules)),
        .. set.Members.Count == 0 ? Array.Empty<DocumentMember>() : [new("set", set)],
    ]);

    /// <summary>What a rule says, without what it means anyway: that it is enabled.</summary>
    private static DocumentNode Said(DocumentNode rule) =>
        DocumentNode.Object([.. rule.Members.Where(m => m is not { Name: "isEnabled", Node: { Kind: DocumentNodeKind.Boolean, Text: "true" } })]);

    private static int Lines(DocumentMember[] members) => YamlNodes.Write(DocumentNode.Object(members)).Count(c => c == '\n');

    private static DocumentNode Texts(IEnumerable<string> texts) => DocumentNode.Array([.. texts.Select(DocumentNode.Of)]);
}
