namespace Inventory.Planning;

/// <summary>The acceptances of a move, rule by rule, and which of them were of use. For one plan.</summary>
internal sealed class AcceptanceBook(MoveOptions options)
{
    private readonly HashSet<MoveAcceptance> _used = [];

    /// <summary>Those that no rule needed.</summary>
    public ValueList<MoveAcceptance> Unused => options.Accept.Distinct().Where(a => !_used.Contains(a)).ToValueList();

    /// <summary>What holds for a rule: what is accepted for it alone, then what is for all. Of several names for one thing the first holds.</summary>
    public IReadOnlyList<MoveAcceptance> For(string ruleId)
    {
        HashSet<string> named = new(StringComparer.Ordinal);
        return
        [
            .. options.Accept.Where(a => a.RuleId == ruleId).Concat(options.Accept.Where(a => a.RuleId is null))
                .Where(a => a.Change is not { Path: RulePaths.Id or RulePaths.DestinationBucket or RulePaths.DestinationPrefix } change || named.Add(change.Path)),
        ];
    }

    public void Use(IEnumerable<MoveAcceptance> used) => _used.UnionWith(used);
}
