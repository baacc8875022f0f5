using System.Globalization;
using Inventory.Documents;

namespace Inventory.AlibabaOss;

/// <summary>A page of OSS's list: <c>ListInventoryConfigurationsResult</c>.</summary>
internal static class OssListPage
{
    public const string RootName = "ListInventoryConfigurationsResult";

    /// <summary>The most rules that a page is read with: OSS documents 100.</summary>
    public const int MostRules = 1000;

    /// <summary>The longest token that asks for a next page, in UTF-16 code units: OSS's is the id of a rule, and it has to fit into an address.</summary>
    public const int LongestToken = 8192;

    private const int MostReasons = 100;

    /// <summary>Reads a page. A rule that cannot be read is set aside with its text.</summary>
    /// <exception cref="InvalidDocumentException">It is not a page, or one of more than <see cref="MostRules"/> rules.</exception>
    public static RulePage Read(byte[] body, OssAccessExtension options, Func<string, string> redact)
    {
        var root = XmlNodes.Parse(body);
        if (root.Name != RootName)
        {
            throw NotExpected(root, RootName);
        }

        var problems = new DocumentProblems();
        var page = new ObjectReader(root.Node, "", problems, "/");
        var nodes = page.All(OssRuleMapper.RootName);
        if (nodes.Count > MostRules)
        {
            page.Problem(OssRuleMapper.RootName, string.Create(CultureInfo.InvariantCulture, $"The page holds {nodes.Count} rules, and more than {MostRules} are no page: OSS documents 100."));
            problems.ThrowIfAny();
        }

        List<InventoryRule> rules = new(nodes.Count);
        List<UnreadableRule>? unreadable = null;
        var own = new DocumentProblems();
        foreach (var node in nodes)
        {
            var rule = OssRuleMapper.FromWire(node, options, own);
            if (own.Found.Count == 0)
            {
                rules.Add(rule);
                continue;
            }

            var text = XmlNodes.Write(new(OssRuleMapper.RootName, node), isIndented: false);
            var bad = new UnreadableRule(rule.Id.Length > 0 ? rule.Id : null, string.Join(' ', own.Found.Take(MostReasons)), text);
            (unreadable ??= []).Add(bad.Select(redact));
            own = new();
        }

        var token = NextToken(page);
        problems.ThrowIfAny();
        return new(rules, token, unreadable);
    }

    /// <summary>Reads a rule that an answer holds by itself.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="options">What the options say of access.</param>
    /// <param name="ruleId">The rule that was asked for; null for any.</param>
    /// <exception cref="InvalidDocumentException">It is not that rule; every problem is named.</exception>
    public static InventoryRule ReadOne(byte[] body, OssAccessExtension options, string? ruleId = null)
    {
        var root = XmlNodes.Parse(body);
        if (root.Name != OssRuleMapper.RootName)
        {
            throw NotExpected(root, OssRuleMapper.RootName);
        }

        var problems = new DocumentProblems();
        var rule = OssRuleMapper.FromWire(root.Node, options, problems);
        problems.ThrowIfAny();
        if (ruleId is not null && rule.Id != ruleId)
        {
            problems.Add("Id", root.Node, "The service was asked for one rule and answered with another.");
            problems.ThrowIfAny();
        }

        return rule;
    }

    /// <summary>What asks for the next page; null after the last.</summary>
    private static string? NextToken(ObjectReader page)
    {
        var token = page.Text("NextContinuationToken");
        var isTruncated = page.Boolean("IsTruncated") ?? !string.IsNullOrEmpty(token);
        if (isTruncated && string.IsNullOrEmpty(token))
        {
            page.Problem("NextContinuationToken", "The page says that more follow, and not where.");
        }

        if (token?.Length > LongestToken)
        {
            page.Problem("NextContinuationToken", "No address can hold it: it is no token of OSS's.");
        }

        return isTruncated ? token : null;
    }

    private static InvalidDocumentException NotExpected(DocumentMember root, string expected) =>
        new([new("", root.Node.Line, root.Node.Column, $"The document is '{root.Name}' and should be '{expected}'.")]);
}
