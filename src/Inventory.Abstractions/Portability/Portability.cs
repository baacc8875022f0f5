namespace Inventory;

/// <summary>Moving rules from one provider to another.</summary>
public static class Portability
{
    // How many days lie between two reports, to find the schedule that is closest to one that the target lacks.
    private static readonly (InventorySchedule Schedule, double Days)[] Periods =
    [
        (InventorySchedule.Daily, 1), (InventorySchedule.EveryThreeDays, 3), (InventorySchedule.Weekly, 7), (InventorySchedule.EveryThirtyDays, 30),
    ];

    /// <summary>What would be refused or changed if a rule moved to another provider, and what each change would mean. No network call.</summary>
    /// <param name="rule">The rule, as the source holds it.</param>
    /// <param name="target">What the target holds.</param>
    /// <param name="time">The clock, for targets that take past instants alone; the system's if null.</param>
    public static MoveReport CheckMoveTo(this InventoryRule rule, InventoryCapabilities target, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(target);
        List<MoveFinding> findings =
        [
            new()
            {
                Path = RulePaths.DestinationBucket,
                Severity = ViolationSeverity.Note,
                Reason = $"The destination bucket must be one of {target.DisplayName}, in the region of the source bucket there.",
                Remedy = $"Name it with {RulePaths.DestinationBucket}=NAME unless it has the same name.",
                Impact = MoveImpact.OtherPlace,
            },
        ];
        findings.AddRange(AccessLeftBehind(rule, target).Select(access => new MoveFinding
        {
            Path = $"{RulePaths.Extensions}[{access.Key}]",
            Severity = ViolationSeverity.Note,
            Reason = $"Who pays and who may write on '{access.Provider}' means nothing to {target.DisplayName}.",
            Remedy = "It is supplied by the target's options.",
        }));
        findings.AddRange(InventoryValidator.Check(target, WithoutForeignAccess(rule, target), Now(time)).Select(v => Finding(v, rule, target)));
        return new(rule.Id, target.Provider, findings);
    }

    /// <summary>The rule as another provider can hold it, with the changes that the caller accepts by name and no other.</summary>
    /// <param name="rule">The rule, as the source holds it.</param>
    /// <param name="target">What the target holds.</param>
    /// <param name="accepted">The changes, in order; one that the target does not need is not made.</param>
    /// <exception cref="InventoryRuleRejectedException">The target still refuses something; every violation that is left is named.</exception>
    public static InventoryRule ConvertTo(this InventoryRule rule, InventoryCapabilities target, params IEnumerable<Acceptance> accepted) =>
        ConvertTo(rule, target, TimeProvider.System, accepted);

    /// <inheritdoc cref="ConvertTo(InventoryRule, InventoryCapabilities, IEnumerable{Acceptance})"/>
    /// <param name="rule">The rule, as the source holds it.</param>
    /// <param name="target">What the target holds.</param>
    /// <param name="time">The clock, for targets that take past instants alone.</param>
    /// <param name="accepted">The changes, in order; one that the target does not need is not made.</param>
    public static InventoryRule ConvertTo(this InventoryRule rule, InventoryCapabilities target, TimeProvider time, params IEnumerable<Acceptance> accepted)
    {
        var now = Now(time);
        var moved = WithAccepted(rule, target, time, accepted);
        var left = InventoryValidator.Check(target, moved, now);
        return left.Any(v => v.Severity == ViolationSeverity.Error) ? throw new InventoryRuleRejectedException(target.Provider, moved.Id, left) : moved;
    }

    /// <summary>
    /// The rule with the changes that somebody accepts by name, whether or not the target can hold what is left: for who goes on to ask a service, which may
    /// accept changes of its own.
    /// </summary>
    /// <param name="rule">The rule.</param>
    /// <param name="target">What the target holds.</param>
    /// <param name="time">The clock, for targets that take past instants alone; the system's if null.</param>
    /// <param name="accepted">The changes, in order; one that the target does not need is not made.</param>
    public static InventoryRule WithAccepted(this InventoryRule rule, InventoryCapabilities target, TimeProvider? time, params IEnumerable<Acceptance> accepted)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(accepted);
        var now = Now(time);
        var changed = WithoutForeignAccess(rule, target);
        foreach (var acceptance in accepted)
        {
            changed = AcceptedChanges.Apply(changed, acceptance, target, now);
        }

        return changed;
    }

    private static DateTimeOffset Now(TimeProvider? time) => (time ?? TimeProvider.System).GetUtcNow();

    private static IEnumerable<InventoryAccessExtension> AccessLeftBehind(InventoryRule rule, InventoryCapabilities target) =>
        rule.Extensions.OfType<InventoryAccessExtension>().Where(e => e.Provider != target.Provider);

    private static InventoryRule WithoutForeignAccess(InventoryRule rule, InventoryCapabilities target) =>
        rule with { Extensions = rule.Extensions.Except(AccessLeftBehind(rule, target)).ToValueList() };

    private static MoveFinding Finding(RuleViolation violation, InventoryRule rule, InventoryCapabilities target)
    {
        var (impact, choices) = Resolve(violation.Path, rule, target);
        return new()
        {
            Path = violation.Path,
            Severity = violation.Kind == RuleViolationKind.Advice ? ViolationSeverity.Note : violation.Severity,
            Reason = violation.Reason,
            Remedy = violation.Remedy,
            Impact = violation.Severity == ViolationSeverity.Error ? impact : MoveImpact.None,
            Choices = violation.Severity == ViolationSeverity.Error
                ? choices.Where(c => c.Value is not null || AcceptedChanges.IsDroppable(violation, c.Path)).ToValueList()
                : [],
        };
    }

    private static (MoveImpact Impact, ValueList<Acceptance> Choices) Resolve(string path, InventoryRule rule, InventoryCapabilities target)
    {
        string[] filters = [RulePaths.FilterPrefixes, RulePaths.FilterLastModified, RulePaths.FilterObjectSize, RulePaths.FilterStorageClasses];
        if (Array.Find(filters, f => RulePaths.IsAtOrBelow(path, f)) is { } filter)
        {
            return (MoveImpact.ListsMore, [Acceptance.Drop(filter)]);
        }

        if (RulePaths.IsAtOrBelow(path, RulePaths.OptionalFields))
        {
            return (MoveImpact.FewerColumns, [Acceptance.Drop(path), Acceptance.Drop(RulePaths.OptionalFields)]);
        }

        if (RulePaths.IsAtOrBelow(path, RulePaths.Extensions))
        {
            return (MoveImpact.SettingLost, [Acceptance.Drop(path[..(path.IndexOf(']', StringComparison.Ordinal) + 1)])]);
        }

        return path switch
        {
            RulePaths.Schedule => (MoveImpact.OtherTimes, Schedules(rule.Schedule, target)),
            RulePaths.DestinationEncryption => (MoveImpact.WeakerProtection, [Acceptance.Drop(path)]),
            RulePaths.DestinationFormat => (MoveImpact.OtherContent, Held(
                (InventoryFeature.CsvFormat, InventoryFormat.Csv.Text),
                (InventoryFeature.OrcFormat, InventoryFormat.Orc.Text),
                (InventoryFeature.ParquetFormat, InventoryFormat.Parquet.Text))),
            RulePaths.IncludedObjectVersions => (MoveImpact.OtherContent, Held(
                (InventoryFeature.CurrentVersions, InventoryObjectVersions.Current.Text),
                (InventoryFeature.AllVersions, InventoryObjectVersions.All.Text))),
            _ => (MoveImpact.OtherPlace, []),
        };

        ValueList<Acceptance> Held(params (InventoryFeature Feature, string Value)[] values) => values
            .Where(v => target.Features[v.Feature].Level == SupportLevel.Supported)
            .Select(v => Acceptance.Set(path, v.Value))
            .ToValueList();
    }

    private static ValueList<Acceptance> Schedules(InventorySchedule lacking, InventoryCapabilities target)
    {
        var days = lacking.Kind switch
        {
            InventoryScheduleKind.Monthly => 30,
            InventoryScheduleKind.Once or InventoryScheduleKind.Other => double.NaN,
            _ => Array.Find(Periods, p => p.Schedule == lacking).Days,
        };
        if (double.IsNaN(days))
        {
            return Held(Periods.Select(p => p.Schedule));
        }

        var monthly = InventorySchedule.Monthly(Math.Min(lacking.DayOfMonth ?? 1, 28));
        return Held(Periods.Append((Schedule: monthly, Days: 30)).OrderBy(p => Math.Abs(p.Days - days)).ThenBy(p => p.Schedule.Kind).Select(p => p.Schedule));

        ValueList<Acceptance> Held(IEnumerable<InventorySchedule> schedules) => schedules
            .Where(s => target.Features[Feature(s)].Level == SupportLevel.Supported)
            .Select(s => Acceptance.Set(RulePaths.Schedule, s.ToString()))
            .Take(3)
            .ToValueList();
    }

    private static InventoryFeature Feature(InventorySchedule schedule) =>
        new InventoryRule { Id = "-", Destination = new() { Bucket = "-" }, Schedule = schedule }.FeaturesUsed().First(u => u.Path == RulePaths.Schedule).Feature;
}
