using Inventory.Documents;

namespace Inventory.BaiduBos;

/// <summary>BOS's own JSON document, as its API takes it.</summary>
public sealed class BosJsonFormat : IRuleDocumentFormat
{
    private static readonly InventoryCapabilities Everything = BosCapabilities.Create(new() { AllowUnproven = { InventoryFeature.MultiplePrefixFilter } });

    /// <inheritdoc/>
    public string Name => "bos-json";

    /// <inheritdoc/>
    public string Description => "a JSON object with id, resource and destination.targetBucket";

    /// <inheritdoc/>
    public bool Recognizes(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith("{")
            && (JsonNames.Has(text, "targetBucket") || (JsonNames.Has(text, "resource") && !JsonNames.Has(text, "extensions")));
    }

    /// <inheritdoc/>
    public RuleDocument Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = new DocumentProblems();
        var node = JsonNodes.Parse(text.TrimStart('\uFEFF'), problems);
        var rule = BosRuleMapper.FromWire(node, null, problems);
        problems.ThrowIfAny();
        return new(rule, BosRuleMapper.SourceBucket(new ObjectReader(node, "", problems).Texts("resource")));
    }

    /// <inheritdoc/>
    /// <exception cref="InventoryException">
    /// Of kind <see cref="InventoryErrorKind.InvalidDocument"/>: the document does not name its source bucket, which this format writes in front of each
    /// prefix.
    /// </exception>
    public string Write(RuleDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var homeless = InventoryValidator.Check(Everything, document.Rule, DateTimeOffset.UnixEpoch).Where(IsHomeless).ToList();
        if (homeless.Count > 0)
        {
            throw new InventoryRuleRejectedException(BosCapabilities.ProviderName, document.Rule.Id, homeless);
        }

        var bucket = document.SourceBucket ?? throw new InventoryException(InventoryErrorKind.InvalidDocument,
            "A BOS document names the source bucket in front of each prefix, and none is known. Name it.");
        return JsonNodes.Write(BosRuleMapper.ToWire(document.Rule, bucket), isIndented: true) + "\n";
    }

    /// <summary>
    /// What a document of BOS has no place for. Whether BOS would take the rest is asked when it is put: a file may be written and corrected later.
    /// </summary>
    private static bool IsHomeless(RuleViolation violation) => violation switch
    {
        { Severity: not ViolationSeverity.Error } => false,

        // A format has a place for any name, and so has a date for any day.
        { Feature: InventoryFeature.OrcFormat or InventoryFeature.ParquetFormat or InventoryFeature.MonthlyAfterDay28 } => false,
        { Kind: RuleViolationKind.NotOffered or RuleViolationKind.UnrecognizedValue or RuleViolationKind.ForeignExtension or RuleViolationKind.InvalidExtension } => true,
        _ => violation.Path == RulePaths.FilterPrefixes,
    };
}
