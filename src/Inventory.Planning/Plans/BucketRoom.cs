using System.Globalization;

namespace Inventory.Planning;

/// <summary>Whether a bucket has room for the rules that it is to have.</summary>
/// <param name="bucket">The bucket's name.</param>
/// <param name="capabilities">What its cloud holds.</param>
/// <param name="live">The rules that it has, by their ids.</param>
internal sealed class BucketRoom(string bucket, InventoryCapabilities capabilities, IReadOnlyDictionary<string, InventoryRule> live)
{
    /// <summary>Refuses every creation where there is no room for all of them: which ones to do without is not for a planner to say.</summary>
    /// <param name="wanted">The rules that it is to have.</param>
    /// <param name="unnamed">How many rules it has that are not among them.</param>
    /// <param name="isPruning">Whether those are deleted.</param>
    public List<PreparedDesire> Fit(List<PreparedDesire> wanted, int unnamed, bool isPruning)
    {
        var creations = wanted.Count(IsCreation);
        var after = live.Count + creations - (isPruning ? unnamed : 0);
        return creations == 0 || capabilities.MaxRulesPerBucket is not { } most || after <= most
            ? wanted
            : [.. wanted.Select(w => IsCreation(w) ? w.Refused([Full(after, most, isPruning ? 0 : unnamed)]) : w)];
    }

    private bool IsCreation(PreparedDesire wanted) => wanted.Held is { } held && !live.ContainsKey(held.Id);

    private RuleViolation Full(int after, int most, int prunable)
    {
        var prune = prunable == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", or prune: {prunable} of them are named nowhere");
        return new()
        {
            Kind = RuleViolationKind.OutOfRange,
            Path = RulePaths.Id,
            Provider = capabilities.Provider,
            Reason = string.Create(CultureInfo.InvariantCulture, $"The bucket '{ShownText.Of(bucket)}' would hold {after} inventory rules, and {capabilities.DisplayName} allows {most}."),
            Remedy = string.Create(CultureInfo.InvariantCulture, $"Ask for {after - most} fewer{prune}."),
            Evidence = capabilities.MaxRulesEvidence,
        };
    }
}
