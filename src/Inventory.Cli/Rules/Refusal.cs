namespace Inventory.Cli;

/// <summary>Says what stands between a rule and a cloud, and what to add to the command so that nothing does.</summary>
internal static class Refusal
{
    private static readonly char[] ShellCharacters = ['[', ']', '(', ')', ' '];

    /// <summary>The refusal, with the options that would resolve it.</summary>
    public static InventoryException Explain(InventoryRuleRejectedException refusal, InventoryRule rule, Cloud cloud, InventoryCapabilities capabilities)
    {
        var hints = Hints(refusal.Violations, rule, cloud, capabilities);
        return new(InventoryErrorKind.RuleRejected, hints.Length == 0 ? refusal.Message : $"{refusal.Message}\n{hints}", refusal)
        {
            Provider = refusal.Provider,
            RuleId = refusal.RuleId,
        };
    }

    /// <summary>The options that would resolve refusals, a line for each with what it would mean; empty where there are none.</summary>
    public static string Hints(IEnumerable<RuleViolation> violations, InventoryRule rule, Cloud cloud, InventoryCapabilities capabilities)
    {
        var refused = violations.Where(v => v.Severity == ViolationSeverity.Error).Select(v => v.Path).ToHashSet(StringComparer.Ordinal);
        var findings = rule.CheckMoveTo(capabilities).Refusals.Where(f => refused.Contains(f.Path)).ToList();
        var columns = findings.Count(f => f.Choices.Any(c => c.Path == RulePaths.OptionalFields));
        List<string[]> rows = [];
        foreach (var (option, meaning) in findings.Select(f => Hint(f, columns, cloud)).Where(h => h.Option.Length > 0).Distinct())
        {
            rows.Add([$"  {option}", meaning]);
        }

        return rows.Count == 0 ? "" : $"What would resolve it, if you accept it:\n{TextTable.Write(rows)}".TrimEnd('\n');
    }

    private static (string Option, string Meaning) Hint(MoveFinding finding, int columns, Cloud cloud) => finding switch
    {
        _ when cloud.OptionFor(finding.Path) is { } option => ($"--set {option}", "The options say it for every rule."),
        { Choices: [.., var all] } when columns > 1 && all.Path == RulePaths.OptionalFields => (Accept(all.ToString()), finding.Meaning),
        { Choices: [var first, ..] } => (Accept(first.ToString()), finding.Meaning),
        { Path: RulePaths.Id or RulePaths.DestinationBucket or RulePaths.DestinationPrefix } => (Accept($"{finding.Path}=NAME"), finding.Meaning),
        _ => ("", ""),
    };

    private static string Accept(string acceptance) => $"--accept {(acceptance.IndexOfAny(ShellCharacters) < 0 ? acceptance : $"'{acceptance}'")}";
}
