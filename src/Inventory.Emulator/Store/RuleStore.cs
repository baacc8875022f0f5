namespace Inventory.Emulator.Store;

/// <summary>The rules of one wire by bucket and id, both ordinal. Safe for concurrent use.</summary>
internal sealed class RuleStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SortedDictionary<string, string>> _buckets = new(StringComparer.Ordinal);

    /// <summary>Stores a rule under an id that is free, if the bucket holds fewer than <paramref name="limit"/>.</summary>
    public StoreOutcome Create(string bucket, string id, string document, int limit)
    {
        lock (_lock)
        {
            var rules = Rules(bucket);
            if (rules.ContainsKey(id))
            {
                return StoreOutcome.Exists;
            }

            return Add(rules, id, document, limit);
        }
    }

    /// <summary>Stores a rule, over one of the same id or, if the bucket holds fewer than <paramref name="limit"/>, beside the others.</summary>
    public StoreOutcome Put(string bucket, string id, string document, int limit)
    {
        lock (_lock)
        {
            var rules = Rules(bucket);
            return Add(rules, id, document, rules.ContainsKey(id) ? int.MaxValue : limit);
        }
    }

    public string? Find(string bucket, string id)
    {
        lock (_lock)
        {
            return Rules(bucket).GetValueOrDefault(id);
        }
    }

    /// <summary>Removes a rule; false if there is none.</summary>
    public bool Remove(string bucket, string id)
    {
        lock (_lock)
        {
            return Rules(bucket).Remove(id);
        }
    }

    /// <summary>Every rule of the bucket, by id.</summary>
    public IReadOnlyList<StoredRule> List(string bucket)
    {
        lock (_lock)
        {
            return [.. Rules(bucket).Select(rule => new StoredRule(rule.Key, rule.Value))];
        }
    }

    private static StoreOutcome Add(SortedDictionary<string, string> rules, string id, string document, int limit)
    {
        if (rules.Count >= limit)
        {
            return StoreOutcome.Full;
        }

        rules[id] = document;
        return StoreOutcome.Stored;
    }

    private SortedDictionary<string, string> Rules(string bucket)
    {
        if (!_buckets.TryGetValue(bucket, out var rules))
        {
            rules = new(StringComparer.Ordinal);
            _buckets.Add(bucket, rules);
        }

        return rules;
    }
}
