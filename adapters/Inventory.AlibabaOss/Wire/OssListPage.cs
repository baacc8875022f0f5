using Inventory.Documents;

namespace Inventory.AlibabaOss;

/// <summary>A page of OSS's list: <c>ListInventoryConfigurationsResult</c>.</summary>
internal static class OssListPage
{
    public const string RootName = "ListInventoryConfigurationsResult";

    /// <summary>Reads a page. A rule that cannot be read is set aside with its text.</summary>
    /// <exception cref="InvalidDocumentException">It is not a page.</exception>
    public static RulePage Read(byte[] body, OssAccessExtension options, Func<string, string> redact)
    {
        var root = XmlNodes.Parse(body);
        if (root.Name != RootName)
        {
            throw NotExpected(root, RootName);
        }

        var problems = new DocumentProblems();
        var page = new ObjectReader(root.Node, "", problems, "/");
        List<InventoryRule> rules = [];
        List<UnreadableRule> unreadable = [];
        foreach (var node in page.All(OssRuleMapper.RootName))
        {
            var own = new DocumentProblems();
            var rule = OssRuleMapper.FromWire(node, options, own);
            if (own.Found.Count == 0)
            {
                rules.Add(rule);
            }
            else
            {
                unreadable.Add(new(rule.Id.Length > 0 ? rule.Id : null, string.Join(' ', own.Found), XmlNodes.Write(new(OssRuleMapper.RootName, node), isIndented: false)));
            }
        }

        var token = page.Text("NextContinuationToken");
        var isTruncated = page.Boolean("IsTruncated") ?? !string.IsNullOrEmpty(token);
        if (isTruncated && string.IsNullOrEmpty(token))
        {
            page.Problem("NextContinuationToken", "The page says that more follow, and not where.");
        }

        problems.ThrowIfAny();
        return new(rules, isTruncated ? token : null, [.. unreadable.Select(rule => rule.Select(redact))]);
    }

    /// <summary>Reads a rule that an answer holds by itself.</summary>
    /// <exception cref="InvalidDocumentException">It is not a rule; every problem is named.</exception>
    public static InventoryRule ReadOne(byte[] body, OssAccessExtension options)
    {
        var root = XmlNodes.Parse(body);
        if (root.Name != OssRuleMapper.RootName)
        {
            throw NotExpected(root, OssRuleMapper.RootName);
        }

        var problems = new DocumentProblems();
        var rule = OssRuleMapper.FromWire(root.Node, options, problems);
        problems.ThrowIfAny();
        return rule;
    }

    private static InvalidDocumentException NotExpected(DocumentMember root, string expected) =>
        new([new("", root.Node.Line, root.Node.Column, $"The document is '{root.Name}' and should be '{expected}'.")]);
}
