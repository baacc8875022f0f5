namespace Inventory.Planning;

/// <summary>Plans one bucket. For one use.</summary>
internal sealed class BucketPlanner(DesiredBucket desired, LiveBucket live, PlanOptions options, RuleForms forms)
{
    private readonly Dictionary<string, InventoryRule> _live = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UnwritableRule> _unwritable = new(StringComparer.Ordinal);

    /// <summary>The bucket's plan and what its hash stands for.</summary>
    public (BucketPlan Plan, PlannedState State) Run(AccountService account)
    {
        if (account.Service is not { } service)
        {
            return Failed(null, BucketFailure.Of(desired.Account, desired.Bucket, account.Problem!), []);
        }

        var provider = service.Capabilities.Provider;
        var read = LiveRules.Of(live);
        if (read.Failure is { } failure)
        {
            return Failed(provider, failure, Written(Prepared(service)));
        }

        foreach (var rule in read.Rules)
        {
            _live.Add(rule.Id, rule);
            KeepUnwritable(rule);
        }

        List<PreparedDesire> wanted = [.. Prepared(service)];
        var named = wanted.Select(w => w.Id).ToHashSet(StringComparer.Ordinal);
        var unnamed = _live.Keys.Where(id => !named.Contains(id)).ToList();
        var prunable = unnamed.Where(id => !_unwritable.ContainsKey(id)).ToList();
        wanted = new BucketRoom(desired.Bucket, service.Capabilities, _live).Fit(wanted, prunable.Count, options.Prune);
        var isCreateOnly = service.Capabilities.NativePut == NativePut.CreateOnly;
        List<RuleRefusal> refusals = [.. wanted.Where(w => w.Held is null).Select(w => Refusal(w, service.Capabilities))];
        List<PlannedChange> changes = [.. wanted.Select(w => Change(w, isCreateOnly)).OfType<PlannedChange>()];

        // What is named nowhere may be there in place of a rule that is refused: it goes when that one can be created.
        if (options.Prune && !wanted.Exists(w => w.Held is null && !_live.ContainsKey(w.Id)))
        {
            changes.AddRange(prunable.Select(Deletion));
            refusals.AddRange(unnamed.Where(_unwritable.ContainsKey).Select(Undeletable));
            unnamed.Clear();
        }

        var plan = new BucketPlan
        {
            Account = desired.Account,
            Bucket = desired.Bucket,
            Provider = provider,
            Changes = changes.OrderBy(c => c.RuleId, StringComparer.Ordinal).ToValueList(),
            Refusals = refusals.OrderBy(r => r.RuleId, StringComparer.Ordinal).ToValueList(),
            Unmanaged = unnamed.Order(StringComparer.Ordinal).Select(Shown).ToValueList(),
            Unchanged = wanted.Count(w => w.Held is { } held && _live.GetValueOrDefault(held.Id) == held),
        };
        return (plan, new(desired.Account, desired.Bucket, provider, Written(wanted), [.. _live.Values.Select(LiveText)]));
    }

    /// <summary>The desired rules as the service would hold them; those of the same id are refused, and so is what no file can hold.</summary>
    private IEnumerable<PreparedDesire> Prepared(IInventoryService service)
    {
        var byId = desired.Rules
            .DistinctBy(r => (r.Rule, r.Accept))
            .Select(r => PreparedDesire.Of(r, desired.Bucket, _live, service, options.Time))
            .GroupBy(p => p.Id, StringComparer.Ordinal);
        foreach (var same in byId)
        {
            var isRepeated = same.Count() > 1;
            foreach (var one in same.Select(p => isRepeated ? p.Refused([Repeated(service.Capabilities.Provider, p)]) : p))
            {
                yield return Writable(one);
            }
        }
    }

    private ValueList<StateOfDesire> Written(IEnumerable<PreparedDesire> wanted) => wanted.Select(w => StateOfDesire.Of(w, forms)).ToValueList();

    private PreparedDesire Writable(PreparedDesire one)
    {
        try
        {
            _ = one.Held is { } held ? forms.Of(held) : null;
            return _unwritable.TryGetValue(one.Id, out var there) ? one.Refused(there.Refusal) : one;
        }
        catch (InventoryRuleRejectedException e)
        {
            return one.Refused(e.Violations);
        }
    }

    private void KeepUnwritable(InventoryRule rule)
    {
        try
        {
            _ = forms.Of(rule);
        }
        catch (InventoryRuleRejectedException e)
        {
            _unwritable[rule.Id] = new(rule, e.Violations);
        }
    }

    private string LiveText(InventoryRule rule) => _unwritable.TryGetValue(rule.Id, out var unwritable) ? unwritable.Text : forms.Of(rule).Text;

    private PlannedChange? Change(PreparedDesire wanted, bool isCreateOnly)
    {
        if (wanted.Held is not { } held)
        {
            return null;
        }

        var current = _live.GetValueOrDefault(held.Id);
        var kind = Kind(current, held);
        return kind is null ? null : new()
        {
            Kind = kind.Value,
            RuleId = held.Id,
            IsDeleteAndPut = isCreateOnly && current is not null,
            Before = current,
            After = held,
            Differences = RuleTexts.Differences(Texts(current), Texts(held)),
            Notices = wanted.Violations,
            Source = wanted.Source,
        };
    }

    private static ChangeKind? Kind(InventoryRule? current, InventoryRule held) =>
        current is null ? ChangeKind.Create
        : current == held ? null
        : current with { IsEnabled = held.IsEnabled } != held ? ChangeKind.Replace
        : held.IsEnabled ? ChangeKind.Enable
        : ChangeKind.Disable;

    private PlannedChange Deletion(string id) =>
        new() { Kind = ChangeKind.Delete, RuleId = id, Before = _live[id], Differences = RuleTexts.Differences(Texts(_live[id]), null) };

    private RuleTexts? Texts(InventoryRule? rule) => rule is null ? null : new(rule, forms.Of(rule).Node);

    private RuleRefusal Refusal(PreparedDesire wanted, InventoryCapabilities capabilities)
    {
        var refused = wanted.Violations.Where(v => v.Severity == ViolationSeverity.Error).Select(v => v.Path).ToHashSet(StringComparer.Ordinal);
        var findings = wanted.Sent.CheckMoveTo(capabilities, options.Time).Refusals.Where(f => refused.Contains(f.Path));
        return new()
        {
            RuleId = WholeText.Of(wanted.Id),
            IsThere = _live.ContainsKey(wanted.Id),
            Violations = wanted.Violations.Select(WholeText.Of).ToValueList(),
            Choices = findings.Where(f => !f.Choices.IsEmpty).Select(f => f.Choices[0]).Where(c => WholeText.Is(c.ToString())).Distinct().ToValueList(),
            Source = wanted.Source,
        };
    }

    private RuleRefusal Undeletable(string id) =>
        new() { RuleId = Shown(id), IsThere = true, Violations = _unwritable[id].Refusal.Select(WholeText.Of).ToValueList() };

    /// <summary>An id that is written nowhere, as it is told.</summary>
    private static string Shown(string id) => id.Length == 0 ? "(no id)" : WholeText.Of(id);

    private static RuleViolation Repeated(string provider, PreparedDesire rule) => new()
    {
        Kind = RuleViolationKind.Contradiction,
        Path = RulePaths.Id,
        Provider = provider,
        Reason = $"The bucket is to have more than one rule with the id '{ShownText.Of(rule.Id, 200)}'.",
        Remedy = "Give each an id of its own, or take the others out.",
    };

    private (BucketPlan Plan, PlannedState State) Failed(string? provider, BucketFailure failure, ValueList<StateOfDesire> written) => (
        new() { Account = desired.Account, Bucket = desired.Bucket, Provider = provider, Failure = failure },
        new(desired.Account, desired.Bucket, provider, written, null));
}
