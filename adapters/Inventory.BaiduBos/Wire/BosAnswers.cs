using System.Globalization;
using Inventory.Documents;

namespace Inventory.BaiduBos;

/// <summary>The documents that BOS answers with.</summary>
internal static class BosAnswers
{
    private const string List = "inventoryRuleList";

    /// <summary>Reads a rule that an answer holds by itself.</summary>
    /// <exception cref="InvalidDocumentException">It is not a rule; every problem is named.</exception>
    public static InventoryRule ReadOne(byte[] body, string bucket)
    {
        var problems = new DocumentProblems();
        var rule = BosRuleMapper.FromWire(JsonNodes.Parse(body), bucket, problems);
        problems.ThrowIfAny();
        return rule;
    }

    /// <summary>Reads a list, which BOS never pages. No document says what stands in it where there are no rules, so every form of nothing is none.</summary>
    /// <exception cref="InvalidDocumentException">It is not a list.</exception>
    public static RulePage ReadList(byte[] body, string bucket, Func<string, string> redact)
    {
        if (body.Length == 0)
        {
            return new([]);
        }

        var problems = new DocumentProblems();
        var inText = new DocumentProblems();
        var root = new ObjectReader(JsonNodes.Parse(body, inText), "", problems);
        var list = root.One(List);
        if (root.Node.Kind != DocumentNodeKind.Object || root.Text("code") is not null || root.Boolean("isTruncated") is true)
        {
            problems.Add("", root.Node, "It is not a list of a bucket's rules, all of them at once.");
        }

        if (list is not null && list.Kind != DocumentNodeKind.Array)
        {
            problems.Add(List, list, "It must be an array.");
        }

        problems.ThrowIfAny();
        if (inText.Found.Any(p => !p.Path.StartsWith($"{List}[", StringComparison.Ordinal)))
        {
            inText.ThrowIfAny();
        }

        List<InventoryRule> rules = [];
        List<UnreadableRule> unreadable = [];
        foreach (var (i, node) in (list?.Items ?? []).Index())
        {
            var own = new DocumentProblems();
            var rule = BosRuleMapper.FromWire(node, bucket, own);
            var path = string.Create(CultureInfo.InvariantCulture, $"{List}[{i}]");
            List<DocumentProblem> found = [.. inText.Found.Where(p => p.Path.StartsWith(path, StringComparison.Ordinal)), .. own.Found];
            if (found.Count == 0)
            {
                rules.Add(rule);
            }
            else
            {
                unreadable.Add(new(rule.Id.Length > 0 ? rule.Id : null, string.Join(' ', found), JsonNodes.Write(node, isIndented: false)));
            }
        }

        return new(rules, Unreadable: [.. unreadable.Select(rule => rule.Select(redact))]);
    }
}
