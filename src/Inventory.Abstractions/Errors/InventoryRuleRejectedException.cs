namespace Inventory;

/// <summary>A provider cannot hold a rule as it stands. Nothing was sent.</summary>
public sealed class InventoryRuleRejectedException : InventoryException
{
    /// <summary>Makes an exception that names every violation.</summary>
    /// <param name="provider">The provider's short name.</param>
    /// <param name="ruleId">The rule.</param>
    /// <param name="violations">Everything found; errors, warnings and notes alike.</param>
    public InventoryRuleRejectedException(string provider, string ruleId, IReadOnlyList<RuleViolation> violations)
        : base(InventoryErrorKind.RuleRejected, Describe(provider, ruleId, violations))
    {
        Provider = provider;
        RuleId = ruleId;
        Violations = violations;
    }

    /// <summary>Everything found; errors, warnings and notes alike.</summary>
    public IReadOnlyList<RuleViolation> Violations { get; }

    private static string Describe(string provider, string ruleId, IReadOnlyList<RuleViolation> violations)
    {
        ArgumentNullException.ThrowIfNull(violations);
        return $"'{provider}' cannot hold inventory rule '{ruleId}' as it stands:{ViolationText.Lines(violations.Where(v => v.Severity == ViolationSeverity.Error))}";
    }
}
