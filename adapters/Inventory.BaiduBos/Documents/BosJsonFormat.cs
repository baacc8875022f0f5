using Inventory.Documents;

namespace Inventory.BaiduBos;

/// <summary>BOS's own JSON document, as its API takes it.</summary>
public sealed class BosJsonFormat : IRuleDocumentFormat
{
    /// <inheritdoc/>
    public string Name => "bos-json";

    /// <inheritdoc/>
    public string Description => "a JSON object with id, resource and destination.targetBucket";

    /// <inheritdoc/>
    public bool Recognizes(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith("{")
            && (text.Contains("\"targetBucket\"", StringComparison.Ordinal) || text.Contains("\"resource\"", StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public RuleDocument Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = new DocumentProblems();
        var node = JsonNodes.Parse(text.TrimStart('\uFEFF'));
        var rule = BosRuleMapper.FromWire(node, null, problems);
        problems.ThrowIfAny();
        return new(rule, BosRuleMapper.SourceBucket(new ObjectReader(node, "", problems).Texts("resource")));
    }

    /// <inheritdoc/>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidDocument"/>: the document does not name its source bucket, which this format writes in front of each prefix.</exception>
    public string Write(RuleDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var violations = InventoryValidator.Check(
            BosCapabilities.Create(new() { AllowUnproven = { InventoryFeature.MultiplePrefixFilter } }), document.Rule, DateTimeOffset.UnixEpoch);
        if (violations.Any(v => v.Severity == ViolationSeverity.Error))
        {
            throw new InventoryRuleRejectedException(BosCapabilities.ProviderName, document.Rule.Id, violations);
        }

        var bucket = document.SourceBucket ?? throw new InventoryException(InventoryErrorKind.InvalidDocument,
            "A BOS document names the source bucket in front of each prefix, and none is known. Name it.");
        return JsonNodes.Write(BosRuleMapper.ToWire(document.Rule, bucket), isIndented: true) + "\n";
    }
}
