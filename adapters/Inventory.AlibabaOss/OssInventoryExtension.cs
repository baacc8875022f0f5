using Inventory.Documents;

namespace Inventory.AlibabaOss;

/// <summary>What a rule on OSS has beyond the neutral model, and what stood on the wire that this library does not know.</summary>
public sealed record OssInventoryExtension() : InventoryExtension(OssCapabilities.ProviderName)
{
    /// <summary>Reports of changes between the full ones; null for none.</summary>
    public OssIncrementalInventory? IncrementalInventory { get; init; }

    /// <summary>Whether OSS deletes the rule after its one run. Goes with <see cref="InventorySchedule.Once"/> alone. False unless stated.</summary>
    public bool AutoDelete { get; init; }

    /// <summary>Elements that this library does not know, written back where they stood. A container's path is that of elements below the root: <c>Destination/OSSBucketDestination</c>.</summary>
    public ValueList<UnknownContent> Unknown { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<string> SettingsUsed
    {
        get
        {
            if (IncrementalInventory is not null)
            {
                yield return nameof(IncrementalInventory);
            }

            if (AutoDelete)
            {
                yield return nameof(AutoDelete);
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
        if (AutoDelete && rule.Schedule != InventorySchedule.Once)
        {
            yield return Violation(nameof(AutoDelete), $"OSS deletes a rule by itself after a single run, and this one runs {rule.Schedule}.", "Use InventorySchedule.Once, or leave AutoDelete out.");
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
            var back = OssRuleMapper.Echo(rule, new OssAccessExtension(), problems).Extension<OssInventoryExtension>()?.Unknown ?? [];
            var lost = Unknown.Except(back).ToList();
            return problems.Found.Count > 0 ? $"It contradicts what the rule says: {problems.Found[0]}"
                : lost.Count > 0 ? $"'{lost[0].Name}' cannot stand in '{lost[0].Path}' of this rule."
                : null;
        }
        catch (InvalidDocumentException e)
        {
            return $"It is not XML: {e.Problems[0].Message}";
        }
    }

    private RuleViolation Violation(string setting, string reason, string remedy) => new()
    {
        Kind = RuleViolationKind.InvalidExtension,
        Path = PathOf(setting),
        Provider = Provider,
        Reason = reason,
        Remedy = remedy,
        Evidence = [OssEvidence.PutBucketInventory],
    };
}
