using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Takes rules to a target, one by one: what each becomes there, or why it cannot. What is there is not looked at. For one plan.</summary>
internal sealed class RuleMover(MoveOptions options, IInventoryService service, RuleForms forms, AcceptanceBook book)
{
    private readonly Dictionary<string, string> _destinations = options.Destinations.ToDictionary(d => d.Source, d => d.Target, StringComparer.Ordinal);
    private readonly HashSet<string> _usedDestinations = new(StringComparer.Ordinal);

    private InventoryCapabilities Target => service.Capabilities;

    /// <summary>Destinations that no rule so far writes to.</summary>
    public ValueList<MovedBucket> UnusedDestinations => options.Destinations.Where(d => !_usedDestinations.Contains(d.Source)).ToValueList();

    /// <param name="source">The rule at the source.</param>
    /// <param name="bucket">The name of the bucket at the target.</param>
    public RuleDraft Run(InventoryRule source, string bucket)
    {
        var draft = new RuleDraft(source);
        if (options.Leave.Contains(source.Id))
        {
            draft.IsLeft = true;
            return draft;
        }

        try
        {
            _ = forms.Of(source);
            Move(draft, bucket);
        }
        catch (InventoryRuleRejectedException e)
        {
            // A part of it that no file can hold, or an extension that nobody registered.
            draft.Refusals.AddRange(e.Violations.Select(v => new MoveRefusal { Path = v.Path, Reason = v.Reason, Remedy = v.Remedy }));
        }

        return draft;
    }

    private void Move(RuleDraft draft, string bucket)
    {
        var accepted = book.For(draft.Source.Id);
        List<MoveAcceptance> used = [];
        draft.Accepted = accepted.Select(a => a.Change).OfType<Acceptance>().Where(c => c.Path != RulePaths.Id).ToValueList();
        var asked = Named(draft, Asked(draft), accepted, used);
        var parts = PrefixSplit.Answers(asked, Target) && PrefixSplit.First(accepted) is { } split ? Split(draft, asked, bucket, accepted, split, used) : null;
        foreach (var part in parts ?? [Part(asked, bucket, accepted)])
        {
            used.AddRange(part.Used);
            draft.Changes.AddRange(part.Changes);
            draft.Parts.Add(new(part.Asked, part.Held));
            draft.Notes.AddRange(Notes(draft.Source, part.Held ?? part.Sent, bucket));
            draft.Refusals.AddRange(part.Found.Where(v => v.Severity == ViolationSeverity.Error).Select(v => Refusal(v, part.Sent)));
            draft.Notes.AddRange(part.Found
                .Where(v => v.Severity != ViolationSeverity.Error && v.Kind != RuleViolationKind.AcceptedChange)
                .Select(v => new MoveNote(v.Path, v.Severity, $"{v.Reason} {v.Remedy}")));
        }

        book.Use(used);
    }

    /// <summary>The rule as it is asked of the target, before any change that must be accepted.</summary>
    private InventoryRule Asked(RuleDraft draft)
    {
        var rule = draft.Source;
        var destination = rule.Destination.Bucket;
        if (_destinations.TryGetValue(destination, out var named))
        {
            _ = _usedDestinations.Add(destination);
        }

        draft.Notes.AddRange(rule.CheckMoveTo(Target, options.Time).Findings
            .Where(f => f.Severity == ViolationSeverity.Note && f.Path.StartsWith(RulePaths.Extensions, StringComparison.Ordinal))
            .Select(f => new MoveNote(f.Path, f.Severity, $"It is left behind. {f.Reason} {f.Remedy}")));
        draft.Notes.AddRange(rule.Extensions.OfType<InventoryAccessExtension>().Where(e => e.Provider == Target.Provider).Select(e => new MoveNote(
            $"{RulePaths.Extensions}[{e.Key}]",
            ViolationSeverity.Warning,
            $"Who pays and who may write is taken along, as the rule says it. Check that '{ShownText.Of(options.To, 100)}' may.")));
        return rule with { IsEnabled = false, Destination = rule.Destination with { Bucket = named ?? destination } };
    }

    /// <summary>What to know of a rule at the target, whatever it became on the way.</summary>
    private IEnumerable<MoveNote> Notes(InventoryRule source, InventoryRule there, string bucket)
    {
        var (from, to) = (source.Destination.Bucket, there.Destination.Bucket);
        yield return new(
            RulePaths.DestinationBucket,
            ViolationSeverity.Note,
            $"Reports go to bucket '{ShownText.Of(to, 100)}'{(from == to ? "" : $" instead of '{ShownText.Of(from, 100)}'")}. "
            + $"It must be one of {Target.DisplayName}, in the region of bucket '{bucket}' there.");
        if (there.Schedule == InventorySchedule.Once)
        {
            yield return new(RulePaths.Schedule, ViolationSeverity.Warning, "It runs once, and would run once more at the target. Leave it behind unless that is meant.");
        }
    }

    /// <summary>The rule with the id that it is to have: a name that is given is always taken.</summary>
    private InventoryRule Named(RuleDraft draft, InventoryRule rule, IReadOnlyList<MoveAcceptance> accepted, List<MoveAcceptance> used)
    {
        if (accepted.FirstOrDefault(a => a.Change?.Path == RulePaths.Id) is not { Change.Value: { } id } name || id == rule.Id)
        {
            return rule;
        }

        used.Add(name);
        draft.Changes.Add(new()
        {
            Path = RulePaths.Id,
            Before = rule.Id,
            After = id,
            Reason = Target.RuleId.Problem(rule.Id) is { } problem ? $"The id {problem}" : "It was named for the move.",
            Impact = MoveImpact.OtherPlace,
            Accepted = name,
        });
        return rule with { Id = id };
    }

    /// <summary>One part a prefix; null where a prefix is dropped from one of them, so that it would list what the others list.</summary>
    private List<TakenPart>? Split(RuleDraft draft, InventoryRule asked, string bucket, IReadOnlyList<MoveAcceptance> accepted, MoveAcceptance split, List<MoveAcceptance> used)
    {
        var prefixes = asked.Filter.Prefixes;
        var apart = PrefixSplit.Apart(prefixes);
        List<TakenPart> parts = [.. apart.Select(prefix => Part(asked with { Filter = asked.Filter with { Prefixes = [prefix] } }, bucket, accepted))];
        if (parts.Exists(p => (p.Held ?? p.Sent).Filter.Prefixes.IsEmpty))
        {
            return null;
        }

        used.Add(split);
        draft.Changes.Add(new()
        {
            Path = RulePaths.FilterPrefixes,
            Before = Shown(prefixes),
            After = apart.Count == 1 ? Shown(apart) : $"one rule for each of {Shown(apart)}",
            Reason = Target.Features[InventoryFeature.MultiplePrefixFilter].Reason,
            Impact = apart.Count == 1 ? MoveImpact.None : MoveImpact.OtherPlace,
            Accepted = split,
        });
        draft.Notes.AddRange(prefixes.Except(apart, StringComparer.Ordinal).Select(p => new MoveNote(
            RulePaths.FilterPrefixes,
            ViolationSeverity.Note,
            $"'{ShownText.Of(p, 100)}' makes no rule of its own: what lies under it lies under '{ShownText.Of(apart.First(a => p.StartsWith(a, StringComparison.Ordinal)), 100)}' too, and would be listed twice.")));
        return parts;
    }

    private TakenPart Part(InventoryRule asked, string bucket, IReadOnlyList<MoveAcceptance> accepted)
    {
        var rule = asked.WithAccepted(Target, options.Time);
        List<MoveChange> changes = [];
        List<MoveAcceptance> used = [];
        foreach (var acceptance in accepted.Where(a => a.Change is { Path: not RulePaths.Id }))
        {
            var changed = rule.WithAccepted(Target, options.Time, acceptance.Change!);
            if (changed != rule)
            {
                used.Add(acceptance);
                changes.AddRange(Changes(rule, changed, acceptance));
                rule = changed;
            }
        }

        var found = service.ValidateFor(bucket, rule);
        var held = found.Any(v => v.Severity == ViolationSeverity.Error) ? null : service.Normalize(rule);
        string[] byOptions = [.. found.Where(v => v.Kind == RuleViolationKind.AcceptedChange).Select(v => v.Path)];
        return new(asked, rule, held, held is null ? changes : [.. changes, .. Changes(rule, held, null, byOptions)], used, found);
    }

    /// <summary>What one step changed, each with the refusals that it answered.</summary>
    /// <param name="before">The rule before it.</param>
    /// <param name="after">The rule after it.</param>
    /// <param name="accepted">What was accepted for the move; null where the service changed it.</param>
    /// <param name="byOptions">The paths at which the service did so because its options accept it.</param>
    private IEnumerable<MoveChange> Changes(InventoryRule before, InventoryRule after, MoveAcceptance? accepted, params IReadOnlyCollection<string> byOptions)
    {
        var left = Refused(after).Select(f => (f.Path, f.Reason)).ToHashSet();
        var answered = Refused(before).Where(f => !left.Contains((f.Path, f.Reason))).ToList();
        foreach (var difference in RuleTexts.Differences(Texts(before), Texts(after)))
        {
            var reasons = answered.Where(f => f.Path.StartsWith(difference.Path, StringComparison.Ordinal)).ToList();
            var isByOptions = accepted is null && (reasons.Count > 0 || byOptions.Contains(difference.Path));
            yield return new()
            {
                Path = difference.Path,
                Before = difference.Before,
                After = difference.After,
                Reason = reasons.Count > 0 ? string.Join(' ', reasons.Select(f => f.Reason).Distinct())
                    : accepted is not null ? "It was named for the move."
                    : isByOptions ? "The target's options name it."
                    : $"{Target.DisplayName} gives it back like this.",
                Impact = reasons.Count > 0 ? reasons[0].Impact : accepted is not null || isByOptions ? MoveImpact.OtherPlace : MoveImpact.None,
                Accepted = accepted,
                IsAcceptedByOptions = isByOptions,
            };
        }
    }

    private MoveRefusal Refusal(RuleViolation violation, InventoryRule rule)
    {
        var finding = Refused(rule).FirstOrDefault(f => (f.Path, f.Reason) == (violation.Path, violation.Reason));
        var canSplit = violation.Feature == InventoryFeature.MultiplePrefixFilter && PrefixSplit.Answers(rule, Target);
        return new()
        {
            Path = violation.Path,
            Reason = violation.Reason,
            Remedy = violation.Remedy,
            Impact = finding?.Impact ?? MoveImpact.None,
            Choices = [.. canSplit ? [MoveAcceptance.Split()] : Array.Empty<MoveAcceptance>(), .. (finding?.Choices ?? []).Select(c => MoveAcceptance.Of(c))],
        };
    }

    private IEnumerable<MoveFinding> Refused(InventoryRule rule) => rule.CheckMoveTo(Target, options.Time).Refusals;

    private RuleTexts Texts(InventoryRule rule) => new(rule, forms.Of(rule).Node);

    private static string Shown(IEnumerable<string> prefixes) => JsonNodes.Write(DocumentNode.Array([.. prefixes.Select(DocumentNode.Of)]), isIndented: false);

    private sealed record TakenPart(
        InventoryRule Asked, InventoryRule Sent, InventoryRule? Held, IReadOnlyList<MoveChange> Changes, IReadOnlyList<MoveAcceptance> Used, IReadOnlyList<RuleViolation> Found);
}
