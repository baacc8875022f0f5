using Inventory.Documents;

namespace Inventory.BaiduBos;

/// <summary>What stood in a rule on BOS that the neutral model has no place for.</summary>
public sealed record BosInventoryExtension() : InventoryExtension(BosCapabilities.ProviderName)
{
    /// <summary>
    /// The list <c>resource</c> as it stands, where it says more than prefixes of the source bucket. Goes without prefixes in the rule's filter.
    /// </summary>
    /// <exception cref="ArgumentException">An entry is empty.</exception>
    public ValueList<string> Resource
    {
        get;
        init => field = value.Contains("") ? throw new ArgumentException("An entry of resource is not empty.", nameof(value)) : value;
    }

    /// <summary>Members that this library does not know, written back where they stood.</summary>
    public ValueList<UnknownContent> Unknown { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<string> SettingsUsed
    {
        get
        {
            if (!Resource.IsEmpty)
            {
                yield return nameof(Resource);
            }

            if (!Unknown.IsEmpty)
            {
                yield return nameof(Unknown);
            }
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<RuleViolation> Check(InventoryRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (!Resource.IsEmpty && !rule.Filter.Prefixes.IsEmpty)
        {
            yield return Violation(nameof(Resource), "The rule selects both by prefixes and by a resource list of its own.", "Leave one of them out.");
        }

        if (UnknownProblem(rule) is { } problem)
        {
            yield return Violation(nameof(Unknown), problem, "Correct it, or leave it out.");
        }
    }

    /// <summary>What is unknown must come back from the wire as it stands, or it would be lost or mean something else there.</summary>
    private string? UnknownProblem(InventoryRule rule)
    {
        if (Unknown.IsEmpty)
        {
            return null;
        }

        try
        {
            var problems = new DocumentProblems();
            var back = (BosRuleMapper.Echo(rule, problems).Extension<BosInventoryExtension>()?.Unknown ?? []).ToHashSet();
            var lost = Unknown.Where(u => !back.Contains(u with { Text = JsonNodes.Write(JsonNodes.Parse(u.Text), isIndented: false) })).ToList();
            return problems.Found.Count > 0 ? $"It contradicts what the rule says: {problems.Found[0]}"
                : lost.Count > 0 ? $"'{lost[0].Name}' cannot stand in '{lost[0].Path}' of this rule."
                : null;
        }
        catch (InvalidDocumentException e)
        {
            return $"It is not JSON: {e.Problems[0].Message}";
        }
    }

    private RuleViolation Violation(string setting, string reason, string remedy) => new()
    {
        Kind = RuleViolationKind.InvalidExtension,
        Path = PathOf(setting),
        Provider = Provider,
        Reason = reason,
        Remedy = remedy,
        Evidence = [BosEvidence.PutBucketInventory],
    };
}
