namespace Inventory.Planning;

/// <summary>Makes several rules of one that selects by several prefixes.</summary>
internal static class PrefixSplit
{
    /// <summary>Whether a target refuses several prefixes and holds one.</summary>
    public static bool Answers(InventoryRule rule, InventoryCapabilities target) =>
        rule.Filter.Prefixes.Count > 1
        && target.Features[InventoryFeature.MultiplePrefixFilter].Level == SupportLevel.NotOffered
        && target.Features[InventoryFeature.PrefixFilter].Level != SupportLevel.NotOffered;

    /// <summary>The prefixes of which none lies under another: they select the same objects, each once.</summary>
    public static IReadOnlyList<string> Apart(IEnumerable<string> prefixes)
    {
        List<string> apart = [];
        foreach (var prefix in prefixes.Order(StringComparer.Ordinal).Where(p => !apart.Exists(a => p.StartsWith(a, StringComparison.Ordinal))))
        {
            apart.Add(prefix);
        }

        return apart;
    }

    /// <summary>That splitting is accepted, where dropping the prefixes is not or stands after it; null otherwise.</summary>
    /// <param name="accepted">What holds for the rule, in order: what is accepted for it alone, then what is for all.</param>
    public static MoveAcceptance? First(IEnumerable<MoveAcceptance> accepted) =>
        accepted.FirstOrDefault(a => a.Change is null or { Path: RulePaths.Filter or RulePaths.FilterPrefixes }) is { IsSplit: true } split ? split : null;
}
