using Inventory.Documents;

namespace Inventory.AlibabaOss;

/// <summary>What a rule on OSS has beyond the neutral model, and what stood on the wire that this library does not know.</summary>
public sealed record OssInventoryExtension() : InventoryExtension(OssCapabilities.ProviderName)
{
    /// <summary>Reports of changes between the full ones; null for none.</summary>
    public OssIncrementalInventory? IncrementalInventory { get; init; }

    /// <summary>Whether OSS deletes the rule after its one run. Goes with <see cref="InventorySchedule.Once"/> alone. False unless stated.</summary>
    public bool AutoDelete { get; init; }

    /// <summary>
    /// Elements that this library does not know, written back into the container that they stood in. A container's path is that of elements below the root:
    /// <c>Destination/OSSBucketDestination</c>.
    /// </summary>
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

        if (IncrementalInventory?.OptionalFields.Select(OssCapabilities.ColumnName.Problem).FirstOrDefault(p => p is not null) is { } malformed)
        {
            yield return Violation(nameof(IncrementalInventory), malformed, "Correct it, or leave it out.");
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

        List<UnknownContent> echoes = [];
        foreach (var unknown in Unknown)
        {
            try
            {
                if (IsOfNoInventory(unknown) || OssUnknownContent.Echo(unknown) is not { } echo)
                {
                    return Misplaced(unknown);
                }

                echoes.Add(echo);
            }
            catch (InvalidDocumentException e)
            {
                return $"'{unknown.Name}' is not XML: {e.Problems[0].Message}";
            }
            catch (InventoryException)
            {
                return $"XML has no place for '{unknown.Name}' as it stands.";
            }
        }

        var problems = new DocumentProblems();
        var back = (Back(rule, problems).Extension<OssInventoryExtension>()?.Unknown ?? []).ToHashSet();
        return problems.Found.Count > 0 ? $"It contradicts what the rule says: {problems.Found[0]}"
            : echoes.Find(e => !back.Contains(e)) is { } lost ? Misplaced(lost)
            : null;
    }

    private static InventoryRule Back(InventoryRule rule, DocumentProblems problems)
    {
        var noOptions = new OssAccessExtension();
        try
        {
            return OssRuleMapper.Echo(rule, noOptions, problems);
        }
        catch (InventoryException)
        {
            // Some other text of the rule cannot be written, and is reported as such; without the writing, the places can still be told.
            return OssRuleMapper.FromWire(OssRuleMapper.ToWire(rule, noOptions).Node, noOptions, problems);
        }
    }

    private static string Misplaced(UnknownContent unknown) => $"'{unknown.Name}' cannot stand in '{unknown.Path}' of this rule.";

    // In the wire document it would be the beginning of one.
    private bool IsOfNoInventory(UnknownContent unknown) =>
        IncrementalInventory is null && unknown.Path.StartsWith(nameof(IncrementalInventory), StringComparison.Ordinal);

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
