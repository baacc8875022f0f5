using Inventory.Documents;

namespace Inventory.AlibabaOss;

/// <summary>OSS's own XML document <c>InventoryConfiguration</c>, as its API and ossutil take it.</summary>
public sealed class OssXmlFormat : IRuleDocumentFormat
{
    private static readonly OssAccessExtension NoOptions = new();

    /// <inheritdoc/>
    public string Name => "oss-xml";

    /// <inheritdoc/>
    public string Description => "XML with the root InventoryConfiguration";

    /// <inheritdoc/>
    public bool Recognizes(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith("<") && text.Contains(OssRuleMapper.RootName, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public RuleDocument Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var root = XmlNodes.Parse(text);
        var problems = new DocumentProblems();
        if (root.Name != OssRuleMapper.RootName)
        {
            problems.Add("", root.Node, $"The document is '{root.Name}' and should be '{OssRuleMapper.RootName}'.");
            problems.ThrowIfAny();
        }

        var rule = OssRuleMapper.FromWire(root.Node, NoOptions, problems);
        problems.ThrowIfAny();
        return new(rule);
    }

    /// <inheritdoc/>
    public string Write(RuleDocument document) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{XmlNodes.Write(OssRuleMapper.ToWire(OssWritable.Rule(document), NoOptions), isIndented: true)}\n";
}
