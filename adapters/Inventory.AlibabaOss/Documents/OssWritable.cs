using Inventory.Documents;

namespace Inventory.AlibabaOss;

/// <summary>What of a rule a document of OSS can hold: everything that OSS can, whatever the moment and whether access is given.</summary>
internal static class OssWritable
{
    public static InventoryRule Rule(RuleDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var capabilities = OssCapabilities.Default with { DefaultAccess = null, LastModified = null };
        var violations = InventoryValidator.Check(capabilities, document.Rule, DateTimeOffset.UnixEpoch);
        return violations.Any(v => v.Severity == ViolationSeverity.Error)
            ? throw new InventoryRuleRejectedException(OssCapabilities.ProviderName, document.Rule.Id, violations)
            : document.Rule;
    }
}
