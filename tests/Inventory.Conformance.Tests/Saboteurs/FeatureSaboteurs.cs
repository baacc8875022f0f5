using Kit = Inventory.Conformance.InventoryServiceConformance;

namespace Inventory.Conformance.Tests;

/// <summary>What goes wrong with features: one that is held gets lost, one on a condition is not warned of, one that is not offered is dropped in silence.</summary>
internal static class FeatureSaboteurs
{
    private const string EachFeature = nameof(Kit.A_feature_round_trips_or_is_refused_by_name_or_is_warned_of);
    private const string Conditional = nameof(Kit.A_conditional_feature_round_trips_or_the_put_fails_by_name);

    public static IEnumerable<Saboteur> All =>
    [
        // Supported.
        new(EachFeature, "loses the columns", "differing: OptionalFields", s => new(s) { Writes = rule => rule with { OptionalFields = [] } }),
        new(EachFeature, "knows no filter but the prefix", "differing: Filter.LastModified", s => new(s)
        {
            Reads = rule => rule with { Filter = new() { Prefixes = rule.Filter.Prefixes } },
        }),
        new(EachFeature, "reads every month as a week", "differing: Schedule", s => new(s)
        {
            Reads = rule => rule.Schedule.Kind == InventoryScheduleKind.Monthly ? rule with { Schedule = InventorySchedule.Weekly } : rule,
        }),
        new(EachFeature, "says that it is done, and keeps nothing", "the rule is not there", s => new(s)
        {
            Puts = (_, _, _, _) => Task.FromResult(new PutResult { Outcome = PutOutcome.Created }),
        }),
        new(EachFeature, "refuses what its table holds", "Expected: <empty>", s => new(s)
        {
            Validates = rule => [.. s.Validate(rule), new() { Kind = RuleViolationKind.NotOffered, Path = RulePaths.Schedule, Provider = "memory", Reason = "No.", Remedy = "None." }],
        }),
        new(EachFeature, "has a fixture whose sample does not use the feature", "the sample must use the feature", s => new(s)) { Samples = (_, rule) => rule },

        new(EachFeature, "loses the columns, and says so beforehand", "what a rule states may not get lost", s => Wrongly.Openly(s, rule => rule with { OptionalFields = [] })),

        // Values that this library does not know, wherever one can stand.
        .. Place.All.Select(p => new Saboteur(EachFeature, $"keeps nothing that it does not know at {p.Path}", $"differing: {p.Path}", s => new(s) { Writes = p.Without })),
        .. Place.All.Select(p => new Saboteur(EachFeature, $"says beforehand that it keeps nothing that it does not know at {p.Path}", $"\"{p.Path}", s => Wrongly.Openly(s, p.Without))),
        .. Place.All.Select(p => new Saboteur(Conditional, $"keeps nothing of what may be held at {p.Path}", $"differing: {p.Path}", s => new(s) { Reads = p.Without }) { Ground = Ground.OnCondition }),
        .. Place.All.Select(p => Lesser(EachFeature, $"drops what it does not know at {p.Path}", "Expected InventoryRuleRejectedException, and the call succeeded", s => new(s) { Writes = p.Without })),

        // Conditional.
        Lesser(EachFeature, "says nothing of a condition", "Validate must warn of OnceSchedule", s => new(s) { Judges = all => [.. all.Where(v => v.Kind != RuleViolationKind.Conditional)] }),
        Lesser(EachFeature, "takes a condition for an advice", "But was:  < Advice", s => Judging(s, v => v with { Kind = v.Kind == RuleViolationKind.Conditional ? RuleViolationKind.Advice : v.Kind })),
        Lesser(EachFeature, "says of a condition in passing", "But was:  < Note", s => Judging(s, v => v with { Severity = v.Severity == ViolationSeverity.Warning ? ViolationSeverity.Note : v.Severity })),

        // Not offered.
        Lesser(EachFeature, "drops what it cannot hold, and says that it is done", "Expected InventoryRuleRejectedException, and the call succeeded", s => new(s) { Writes = Wrongly.Plain }),
        Lesser(EachFeature, "asks the service and not its table", "Validate and the refusal must say the same", s => new(s) { Validates = _ => [] }),
        Lesser(EachFeature, "does not say which feature", "the refusal must name DailySchedule at Schedule", s => Judging(s, v => v with { Feature = null })),
        Lesser(EachFeature, "does not say where it stands", "the refusal must name DailySchedule at Schedule", s => Judging(s, v => v with { Path = "Rule" })),
        Lesser(EachFeature, "refuses with a warning", "But was:  Warning", s => Judging(s, v => v with { Severity = ViolationSeverity.Warning })),
        Lesser(EachFeature, "does not say why", "the reason must be a sentence", s => Judging(s, v => v with { Reason = "400" })),
        Lesser(EachFeature, "does not say what to do", "the remedy must be a sentence", s => Judging(s, v => v with { Remedy = "" })),
        Lesser(EachFeature, "does not say who says so", "the refusal must say who says so", s => Judging(s, v => v with { Evidence = [] })),
        Lesser(EachFeature, "stores the rest of the rule before it refuses", "nothing may be stored", Wrongly.StoringFirst),

        // Conditional, put.
        Lesser(Conditional, "keeps its warnings to itself", "the put must pass the warnings on", s => new(s) { Answers = result => result with { Warnings = [] } }),
        Lesser(Conditional, "stores something else in silence", "differing: Schedule", s => new(s)
        {
            Reads = rule => rule.Schedule == InventorySchedule.Once ? rule with { Schedule = InventorySchedule.Weekly } : rule,
        }),
        Lesser(Conditional, "fails as if the service were down", "The service is down.", s => new(s)
        {
            Puts = (_, _, _, _) => throw new InventoryException(InventoryErrorKind.Unavailable, "The service is down."),
        }),
    ];

    private static Saboteur Lesser(string clause, string wrong, string says, Func<IInventoryService, Overridden> spoil) => new(clause, wrong, says, spoil) { Ground = Ground.Lesser };

    private static Overridden Judging(IInventoryService s, Func<RuleViolation, RuleViolation> change) => new(s) { Judges = all => Wrongly.Each(all, change) };
}
