using System.Globalization;

namespace Inventory.Planning;

/// <summary>Takes the rules of one bucket to the target, and holds them against what is there. For one use.</summary>
internal sealed class BucketMover(MoveOptions options, MovedBucket bucket, IInventoryService service, RuleMover mover)
{
    private readonly Dictionary<string, InventoryRule> _live = new(StringComparer.Ordinal);
    private readonly List<RuleDraft> _drafts = [];

    private InventoryCapabilities Target => service.Capabilities;

    /// <summary>The rules on their way, by their ids at the source.</summary>
    public IReadOnlyList<RuleDraft> Drafts => _drafts;

    /// <summary>The rules of the target's bucket that are none of these.</summary>
    public IEnumerable<InventoryRule> Others =>
        _live.Values.ExceptBy(_drafts.Where(d => d.Moves).SelectMany(d => d.Parts).Select(p => p.Live?.Id).OfType<string>(), rule => rule.Id, StringComparer.Ordinal);

    /// <summary>Plans the rules.</summary>
    /// <param name="source">The rules of the bucket at the source, each id once.</param>
    /// <param name="live">The rules of the bucket at the target, each id once.</param>
    public void Run(IEnumerable<InventoryRule> source, IEnumerable<InventoryRule> live)
    {
        foreach (var rule in live)
        {
            _live.Add(rule.Id, rule);
        }

        _drafts.AddRange(source.OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => mover.Run(r, bucket.Target)));
        var ids = new TargetIds(Target.RuleId, _live);
        foreach (var whole in _drafts.Where(d => !d.IsSplit).SelectMany(d => d.Parts))
        {
            ids.Ask(whole.Asked.Id);
        }

        // Whole rules first: an equal rule under the very id is theirs. Then those that are split, each part where it landed before, whoever asks for that id now.
        foreach (var draft in _drafts.Where(d => d.Moves).OrderBy(d => d.IsSplit))
        {
            Place(draft, ids);
        }

        RefuseSameIds();
        RefuseTooMany();
        foreach (var draft in _drafts)
        {
            NameIds(draft, ids);
        }
    }

    public BucketMove ToMove() => new() { Source = bucket.Source, Target = bucket.Target, Rules = _drafts.Select(d => d.ToMove()).ToValueList() };

    /// <summary>What the target's bucket is to have of this move after this step. What it has besides is named nowhere, and left alone.</summary>
    public DesiredBucket ToDesired() => new() { Account = options.To, Bucket = bucket.Target, Rules = [.. _drafts.Where(d => d.Moves).SelectMany(Desired)] };

    private IEnumerable<DesiredRule> Desired(RuleDraft draft) => draft.Parts.Where(p => !options.Enable || p.Live is not null).Select(part => new DesiredRule
    {
        // A rule that is enabled there stays so: it was enabled after it had landed.
        Rule = part.Asked with { IsEnabled = part.State == LandingState.Enabled || (options.Enable && draft.IsLanded && draft.Source.IsEnabled) },
        Accept = draft.Accepted,
        Source = $"{options.From}/{bucket.Source} {draft.Source.Id}",
    });

    private void Place(RuleDraft draft, TargetIds ids)
    {
        if (draft.IsSplit)
        {
            Number(draft, ids);
            return;
        }

        var part = draft.Parts[0];
        if (!_live.TryGetValue(part.Held!.Id, out var there))
        {
            return;
        }

        if (there with { IsEnabled = false } == part.Held)
        {
            draft.Parts[0] = part with { Live = there };
            ids.Land(there.Id);
            return;
        }

        var paths = there.DifferingPaths(part.Held with { IsEnabled = there.IsEnabled });
        draft.Refusals.Add(new()
        {
            Path = RulePaths.Id,
            Reason = $"Bucket '{bucket.Target}' has another rule of this id: it differs in {string.Join(", ", paths)}. It is not overwritten.",
            Remedy = "Accept another id for the rule that moves, or delete the one that is there.",
            Impact = MoveImpact.OtherPlace,
        });
    }

    private void Number(RuleDraft draft, TargetIds ids)
    {
        var id = draft.Parts[0].Asked.Id;
        if (ids.Number(id, [.. draft.Parts.Select(p => p.Held!)]) is not { } numbered)
        {
            draft.Refusals.Add(new()
            {
                Path = RulePaths.Id,
                Reason = $"The {Count(draft.Parts.Count)} rules that it becomes need ids that begin with '{ShownText.Of(id, 200)}', and {Target.DisplayName} takes none: an id must be {Target.RuleId.Description}.",
                Remedy = "Accept another id for the rule that moves; theirs are made of it.",
                Impact = MoveImpact.OtherPlace,
            });
            return;
        }

        for (var i = 0; i < numbered.Count; i++)
        {
            draft.Parts[i] = draft.Parts[i].Named(numbered[i]) with { Live = _live.GetValueOrDefault(numbered[i]) };
        }
    }

    private void RefuseSameIds()
    {
        foreach (var same in _drafts.Where(d => d.Moves).SelectMany(d => d.Parts, (d, p) => (Draft: d, p.Asked.Id)).GroupBy(p => p.Id, StringComparer.Ordinal).Where(g => g.Count() > 1).ToList())
        {
            foreach (var (draft, id) in same)
            {
                draft.Refusals.Add(new()
                {
                    Path = RulePaths.Id,
                    Reason = $"{Count(same.Count())} rules would have the id '{ShownText.Of(id, 200)}' in bucket '{bucket.Target}'.",
                    Remedy = "Accept an id of its own for each.",
                    Impact = MoveImpact.OtherPlace,
                });
            }
        }
    }

    private void RefuseTooMany()
    {
        var missing = _drafts.Where(d => d.Moves && !d.IsLanded).ToList();
        var total = _live.Count + missing.Sum(d => d.Parts.Count(p => p.Live is null));
        if (Target.MaxRulesPerBucket is not { } most || total <= most)
        {
            return;
        }

        foreach (var draft in missing)
        {
            draft.Refusals.Add(new()
            {
                Path = "Bucket",
                Reason = $"Bucket '{bucket.Target}' would have {Count(total)} rules, and {Target.DisplayName} holds {Count(most)} in one.",
                Remedy = "Leave rules behind, or delete rules there that nobody needs: which of them move is yours to say.",
            });
        }
    }

    /// <summary>Names a free id to accept where the id is what is refused.</summary>
    private static void NameIds(RuleDraft draft, TargetIds ids)
    {
        for (var i = 0; i < draft.Refusals.Count; i++)
        {
            if (draft.Refusals[i].Path == RulePaths.Id && ids.Near(draft.Parts.Count > 0 ? draft.Parts[0].Asked.Id : draft.Source.Id) is { } near)
            {
                draft.Refusals[i] = draft.Refusals[i] with { Choices = [MoveAcceptance.Of(Acceptance.Set(RulePaths.Id, near), draft.Source.Id)] };
                ids.Ask(near);
            }
        }
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
