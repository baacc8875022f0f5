using System.Globalization;
using Inventory.Documents;

namespace Inventory.BaiduBos;

/// <summary>The documents that BOS answers with.</summary>
internal static class BosAnswers
{
    /// <summary>The most rules that a list is read with: BOS documents 20 for a bucket, and gives them all at once.</summary>
    public const int MostRules = 1000;

    private const string List = "inventoryRuleList";
    private const int MostReasons = 100;

    /// <summary>Reads a rule that an answer holds by itself.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="bucket">The source bucket.</param>
    /// <param name="ruleId">The rule that was asked for; null for any.</param>
    /// <exception cref="InvalidDocumentException">It is not that rule; every problem is named.</exception>
    public static InventoryRule ReadOne(byte[] body, string bucket, string? ruleId = null)
    {
        var problems = new DocumentProblems();
        var node = JsonNodes.Parse(body);
        var rule = BosRuleMapper.FromWire(node, bucket, problems);
        problems.ThrowIfAny();
        if (ruleId is not null && rule.Id != ruleId)
        {
            problems.Add("id", node, "The service was asked for one rule and answered with another.");
            problems.ThrowIfAny();
        }

        return rule;
    }

    /// <summary>
    /// Reads a list, which BOS never pages. No document says what stands in it where there are no rules, so every form of nothing is none: no body, white
    /// space, an object without members, a list that is null or empty. Members without a list are something else than a list.
    /// </summary>
    /// <exception cref="InvalidDocumentException">It is not a list, or one of more than <see cref="MostRules"/> rules.</exception>
    public static RulePage ReadList(byte[] body, string bucket, Func<string, string> redact)
    {
        if (body.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
        {
            return new([]);
        }

        var inText = new DocumentProblems();
        return ReadList(JsonNodes.Parse(body, inText), inText.Found, bucket, redact);
    }

    /// <summary>Reads a list from its nodes.</summary>
    /// <param name="document">The answer.</param>
    /// <param name="inText">What is wrong with its text, such as names that repeat. Each is looked at a fixed number of times, however many rules there are.</param>
    /// <param name="bucket">The source bucket.</param>
    /// <param name="redact">Takes secrets out of what is shown.</param>
    /// <exception cref="InvalidDocumentException">As above.</exception>
    internal static RulePage ReadList(DocumentNode document, IReadOnlyList<DocumentProblem> inText, string bucket, Func<string, string> redact)
    {
        var items = Items(document, inText);
        var inItems = inText.Count == 0 ? null : inText.ToLookup(p => ItemOf(p.Path));
        List<InventoryRule> rules = new(items.Count);
        List<UnreadableRule>? unreadable = null;
        var own = new DocumentProblems();
        for (var i = 0; i < items.Count; i++)
        {
            var rule = BosRuleMapper.FromWire(items[i], bucket, own);
            if (own.Found.Count == 0 && inItems?.Contains(i) != true)
            {
                rules.Add(rule);
                continue;
            }

            IEnumerable<DocumentProblem> found = [.. inItems?[i].Take(MostReasons) ?? [], .. own.Found.Take(MostReasons)];
            var bad = new UnreadableRule(rule.Id.Length > 0 ? rule.Id : null, string.Join(' ', found), JsonNodes.Write(items[i], isIndented: false));
            (unreadable ??= []).Add(bad.Select(redact));
            own = new();
        }

        return new(rules, Unreadable: unreadable);
    }

    private static IReadOnlyList<DocumentNode> Items(DocumentNode document, IReadOnlyList<DocumentProblem> inText)
    {
        var problems = new DocumentProblems();
        var root = new ObjectReader(document, "", problems);
        var list = root.One(List);
        var isNone = document.Members.Count > 0 && document.Members.All(m => m.Name != List);
        if (document.Kind != DocumentNodeKind.Object || isNone || root.Text("code") is not null || root.Boolean("isTruncated") is true)
        {
            problems.Add("", document, "It is not a list of a bucket's rules, all of them at once.");
        }

        if (list is not null && list.Kind != DocumentNodeKind.Array)
        {
            problems.Add(List, list, "It must be an array.");
        }

        if (list is { Items.Count: > MostRules })
        {
            problems.Add(List, list, string.Create(CultureInfo.InvariantCulture, $"It holds {list.Items.Count} rules, and more than {MostRules} are no list of a bucket's: BOS documents 20."));
        }

        problems.ThrowIfAny();
        return inText.Any(p => ItemOf(p.Path) is null)
            ? throw new InvalidDocumentException([.. inText])
            : list?.Items ?? [];
    }

    /// <summary>Which item of the list a path is in; null for none.</summary>
    private static int? ItemOf(string path)
    {
        var isInList = path.StartsWith($"{List}[", StringComparison.Ordinal);
        var end = isInList ? path.IndexOf(']', StringComparison.Ordinal) : -1;
        return end > 0 && int.TryParse(path.AsSpan((List.Length + 1)..end), NumberStyles.None, CultureInfo.InvariantCulture, out var item) ? item : null;
    }
}
