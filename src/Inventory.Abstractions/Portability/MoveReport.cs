namespace Inventory;

/// <summary>What moving a rule to another provider takes.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Target">The short name of the provider that it would move to.</param>
/// <param name="Findings">Everything that is refused or changes on the way.</param>
public sealed record MoveReport(string RuleId, string Target, IReadOnlyList<MoveFinding> Findings)
{
    /// <summary>Whether the rule moves without anybody accepting a change.</summary>
    public bool IsPortable => Findings.All(f => f.Severity != ViolationSeverity.Error);

    /// <summary>The findings that must be accepted before the rule can move.</summary>
    public IEnumerable<MoveFinding> Refusals => Findings.Where(f => f.Severity == ViolationSeverity.Error);

    /// <summary>One line for each finding.</summary>
    public override string ToString() =>
        $"Inventory rule '{RuleId}' {(IsPortable ? "can move" : "cannot move as it stands")} to '{Target}':{string.Concat(Findings.Select(f => $"\n  {f.Severity}: {f}"))}";
}
