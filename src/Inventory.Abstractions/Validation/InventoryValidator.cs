namespace Inventory;

/// <summary>Holds a rule against a provider's capabilities. Pure: no network, no clock, no state.</summary>
public static class InventoryValidator
{
    /// <summary>Everything that a provider refuses in a rule, holds on a condition, or advises against, in the order of the rule's members.</summary>
    /// <param name="capabilities">What the provider holds.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="now">The present, for providers that take past instants alone.</param>
    /// <returns>All of it at once; empty where there is nothing to say.</returns>
    public static IReadOnlyList<RuleViolation> Check(InventoryCapabilities capabilities, InventoryRule rule, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        ArgumentNullException.ThrowIfNull(rule);
        var check = new RuleCheck(capabilities);
        check.Text(RulePaths.Id, rule.Id, capabilities.RuleId);
        check.Features(rule);
        check.Destination(rule.Destination);
        check.Filter(rule.Filter, now);
        check.Columns(rule.OptionalFields);
        check.Extensions(rule);
        return check.Found;
    }
}
