namespace Inventory;

/// <summary>What a provider advises about a slash at the end of a destination prefix.</summary>
internal static class PrefixSlashAdvice
{
    public static RuleViolation? For(InventoryCapabilities capabilities, string prefix) => (capabilities.DestinationPrefixSlash, prefix.EndsWith('/')) switch
    {
        (PrefixSlash.LeaveOut, true) => Advice(
            capabilities,
            $"{capabilities.DisplayName} puts a slash after the prefix itself, so keys will begin with '{prefix}/'.",
            "Leave the slash out unless that is meant."),
        (PrefixSlash.PutThere, false) => Advice(
            capabilities,
            $"No document says whether {capabilities.DisplayName} puts a slash after the prefix.",
            $"Write '{prefix}/' if a folder is meant."),
        _ => null,
    };

    private static RuleViolation Advice(InventoryCapabilities capabilities, string reason, string remedy) => new()
    {
        Kind = RuleViolationKind.Advice,
        Severity = ViolationSeverity.Warning,
        Path = RulePaths.DestinationPrefix,
        Provider = capabilities.Provider,
        Reason = reason,
        Remedy = remedy,
        Evidence = capabilities.DestinationPrefixSlashEvidence,
    };
}
