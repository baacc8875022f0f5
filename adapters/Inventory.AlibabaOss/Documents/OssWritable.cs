using Inventory.Documents;

namespace Inventory.AlibabaOss;

/// <summary>
/// What of a rule a document of OSS has a place for. Whether OSS would take it is asked when it is put: a file may be written and corrected later.
/// </summary>
internal static class OssWritable
{
    private static readonly string UnknownPath = new OssInventoryExtension().PathOf(nameof(OssInventoryExtension.Unknown));

    public static InventoryRule Rule(RuleDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var homeless = InventoryValidator.Check(OssCapabilities.Default, document.Rule, DateTimeOffset.MaxValue).Where(v => IsHomeless(v, document.Rule)).ToList();
        return homeless.Count > 0 ? throw new InventoryRuleRejectedException(OssCapabilities.ProviderName, document.Rule.Id, homeless) : document.Rule;
    }

    private static bool IsHomeless(RuleViolation violation, InventoryRule rule) => violation switch
    {
        { Severity: not ViolationSeverity.Error } => false,

        // Silence has a place, and so has a name of a format.
        { Feature: InventoryFeature.UnspecifiedVersions or InventoryFeature.OrcFormat or InventoryFeature.ParquetFormat } => false,
        { Kind: RuleViolationKind.NotOffered or RuleViolationKind.UnrecognizedValue or RuleViolationKind.ForeignExtension } => true,

        // Zero is how OSS says that nothing is bounded, and a comma begins another storage class.
        { Kind: RuleViolationKind.OutOfRange } => rule.Filter.LastModified is { } modified && (IsZero(modified.Begin) || IsZero(modified.End)),
        { Kind: RuleViolationKind.TextLimit } => violation.Path.StartsWith(RulePaths.FilterStorageClasses, StringComparison.Ordinal)
            || (violation.Path == RulePaths.Id && rule.Id.Length == 0),
        { Kind: RuleViolationKind.Contradiction } => violation.Path.StartsWith(RulePaths.Extensions, StringComparison.Ordinal),
        _ => violation.Path == UnknownPath,
    };

    private static bool IsZero(DateTimeOffset? instant) => instant == DateTimeOffset.UnixEpoch;
}
