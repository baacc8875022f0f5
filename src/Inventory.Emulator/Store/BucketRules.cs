namespace Inventory.Emulator.Store;

/// <summary>The rules of one bucket by id, ordinal. Not safe for concurrent use.</summary>
/// <param name="clock">The server's clock.</param>
/// <param name="lag">How long reads do not see a write.</param>
internal sealed class BucketRules(TimeProvider clock, TimeSpan lag)
{
    private readonly SortedDictionary<string, LaggingRule> _rules = new(StringComparer.Ordinal);
    private StoredRule[]? _stored;

    /// <summary>How many rules are stored, whether reads see them yet or not.</summary>
    public int Count { get; private set; }

    public bool Holds(string id) => _rules.TryGetValue(id, out var rule) && rule.Stored is not null;

    /// <summary>Stores a document; null removes it.</summary>
    public void Write(string id, string? document)
    {
        var rule = Open(id, document);
        if (lag == TimeSpan.Zero)
        {
            rule.Settle(document);
        }
        else
        {
            rule.Write(document, clock.GetUtcNow() + lag);
        }

        Forget(id, rule);
    }

    /// <summary>Stores a document that reads see at once.</summary>
    public void Settle(string id, string document) => Open(id, document).Settle(document);

    /// <summary>What reads see of a rule; null: none.</summary>
    public string? Find(string id) => _rules.TryGetValue(id, out var rule) ? rule.Seen(clock.GetUtcNow()) : null;

    /// <summary>What reads see.</summary>
    public IReadOnlyList<StoredRule> List()
    {
        if (lag == TimeSpan.Zero)
        {
            return Stored();
        }

        var now = clock.GetUtcNow();
        List<StoredRule> seen = [];
        foreach (var (id, rule) in _rules.ToList())
        {
            if (rule.Seen(now) is { } document)
            {
                seen.Add(new(id, document));
            }

            Forget(id, rule);
        }

        return seen;
    }

    /// <summary>What is stored, whether reads see it yet or not.</summary>
    public IReadOnlyList<StoredRule> Stored() =>
        _stored ??= [.. _rules.Where(rule => rule.Value.Stored is not null).Select(rule => new StoredRule(rule.Key, rule.Value.Stored!))];

    private LaggingRule Open(string id, string? document)
    {
        _stored = null;
        if (!_rules.TryGetValue(id, out var rule))
        {
            rule = new();
            _rules.Add(id, rule);
        }

        Count += (document is null ? 0 : 1) - (rule.Stored is null ? 0 : 1);
        return rule;
    }

    private void Forget(string id, LaggingRule rule)
    {
        if (rule.IsGone)
        {
            _ = _rules.Remove(id);
        }
    }
}
