namespace Inventory;

/// <summary>Makes accepted changes: each only where the target refuses what stands there, or where its own name is asked for.</summary>
internal static class AcceptedChanges
{
    /// <summary>The rule with one change made; the rule itself where the acceptance does not apply.</summary>
    public static InventoryRule Apply(InventoryRule rule, Acceptance acceptance, InventoryCapabilities target, DateTimeOffset now)
    {
        if (acceptance.Path is RulePaths.DestinationBucket or RulePaths.DestinationPrefix)
        {
            return Set(rule, acceptance);
        }

        var refused = InventoryValidator.Check(target, rule, now)
            .Where(v => v.Severity == ViolationSeverity.Error && RulePaths.IsAtOrBelow(v.Path, acceptance.Path) && (acceptance.Value is not null || IsDroppable(v, acceptance.Path)))
            .Select(v => v.Path)
            .ToList();
        return refused.Count == 0 ? rule : acceptance.Value is null ? Drop(rule, refused) : Set(rule, acceptance);
    }

    /// <summary>
    /// Whether dropping is an answer to a refusal: where the target lacks something, and not where the rule has a mistake.
    /// A prefix that the target cannot spell is dropped by its own name alone.
    /// </summary>
    public static bool IsDroppable(RuleViolation violation, string path) =>
        violation.Kind is RuleViolationKind.NotOffered or RuleViolationKind.UnrecognizedValue or RuleViolationKind.ForeignExtension
        || (violation is { Kind: RuleViolationKind.TextLimit, Path: RulePaths.FilterPrefixes } && path == RulePaths.FilterPrefixes);

    private static InventoryRule Set(InventoryRule rule, Acceptance acceptance)
    {
        var value = acceptance.Value!;
        return acceptance.Path switch
        {
            RulePaths.Schedule => rule with { Schedule = InventorySchedule.TryParse(value, out var schedule) ? schedule : rule.Schedule },
            RulePaths.IncludedObjectVersions => rule with { IncludedObjectVersions = InventoryObjectVersions.TryParse(value, out var versions) ? versions : default },
            RulePaths.DestinationFormat => rule with { Destination = rule.Destination with { Format = InventoryFormat.TryParse(value, out var format) ? format : default } },
            RulePaths.DestinationBucket => rule with { Destination = rule.Destination with { Bucket = value } },
            RulePaths.DestinationPrefix => rule with { Destination = rule.Destination with { Prefix = value } },
            _ => rule with { Id = value },
        };
    }

    private static InventoryRule Drop(InventoryRule rule, List<string> refused)
    {
        bool Refused(string path) => refused.Exists(r => RulePaths.IsAtOrBelow(r, path));

        var filter = rule.Filter;
        return rule with
        {
            Filter = filter with
            {
                Prefixes = Refused(RulePaths.FilterPrefixes) ? [] : filter.Prefixes,
                LastModified = Refused(RulePaths.FilterLastModified) ? null : filter.LastModified,
                ObjectSize = Refused(RulePaths.FilterObjectSize) ? null : filter.ObjectSize,

                // All or nothing: without one class of several the report would list less, and without the last one more.
                StorageClasses = Refused(RulePaths.FilterStorageClasses) ? [] : filter.StorageClasses,
            },
            Destination = Refused(RulePaths.DestinationEncryption) ? rule.Destination with { Encryption = null } : rule.Destination,
            OptionalFields = rule.OptionalFields.Where(f => !Refused($"{RulePaths.OptionalFields}[{f}]")).ToValueList(),
            Extensions = rule.Extensions.Where(e => !Refused($"{RulePaths.Extensions}[{e.Key}]")).ToValueList(),
        };
    }
}
