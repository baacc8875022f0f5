using Inventory.Documents;

namespace Inventory.AlibabaOss;

/// <summary>
/// The same document as JSON, as ossutil 2 takes it: members are the elements' names, and there is no root. Scalars are read native or as strings, and
/// written as strings.
/// </summary>
public sealed class OssutilJsonFormat : IRuleDocumentFormat
{
    private static readonly OssAccessExtension NoOptions = new();

    /// <inheritdoc/>
    public string Name => "ossutil-json";

    /// <inheritdoc/>
    public string Description => "a JSON object with Id, Destination.OSSBucketDestination and Schedule";

    /// <inheritdoc/>
    public bool Recognizes(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith("{")
            && JsonNames.Has(text, "OSSBucketDestination", "Id");
    }

    /// <inheritdoc/>
    public RuleDocument Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = new DocumentProblems();
        var rule = OssRuleMapper.FromWire(JsonNodes.Parse(text.TrimStart('\uFEFF'), problems), NoOptions, problems);
        problems.ThrowIfAny();
        return new(rule);
    }

    /// <inheritdoc/>
    public string Write(RuleDocument document) =>
        JsonNodes.Write(OssRuleMapper.ToWire(OssWritable.Rule(document), NoOptions).Node, isIndented: true) + "\n";
}
