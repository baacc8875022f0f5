using System.Globalization;

namespace Inventory.InMemory;

/// <summary>The back end of <see cref="InMemoryInventoryService"/>: the rules of every bucket. Safe for use by several threads at once.</summary>
public sealed class InMemoryStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SortedDictionary<string, InventoryRule>> _buckets = new(StringComparer.Ordinal);
    private long _requests;

    /// <summary>How many requests have reached the store. A test that expects nothing to be sent compares it before and after.</summary>
    public long RequestCount => Interlocked.Read(ref _requests);

    /// <summary>The rules of a bucket at this moment, by id, ordinally. Not a request.</summary>
    public IReadOnlyList<InventoryRule> Rules(string bucket)
    {
        lock (_lock)
        {
            return _buckets.TryGetValue(bucket, out var rules) ? [.. rules.Values] : [];
        }
    }

    /// <summary>Deletes every rule of every bucket. Not a request.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _buckets.Clear();
        }
    }

    internal string NextRequestId() => string.Create(CultureInfo.InvariantCulture, $"memory-{Interlocked.Increment(ref _requests):D6}");

    internal InventoryRule? Find(string bucket, string ruleId)
    {
        lock (_lock)
        {
            return _buckets.TryGetValue(bucket, out var rules) ? rules.GetValueOrDefault(ruleId) : null;
        }
    }

    internal StorePut Put(string bucket, InventoryRule rule, bool overwrite, int? maxRules)
    {
        lock (_lock)
        {
            if (!_buckets.TryGetValue(bucket, out var rules))
            {
                _buckets[bucket] = rules = new(StringComparer.Ordinal);
            }

            if (rules.ContainsKey(rule.Id))
            {
                if (!overwrite)
                {
                    return StorePut.Exists;
                }
            }
            else if (rules.Count >= maxRules)
            {
                return StorePut.Full;
            }

            rules[rule.Id] = rule;
            return StorePut.Written;
        }
    }

    internal RulePage Page(string bucket, string? after, int size)
    {
        lock (_lock)
        {
            if (!_buckets.TryGetValue(bucket, out var rules))
            {
                return new([]);
            }

            // A rule that is deleted between two pages does not end the list: the token is a place, not a rule.
            var page = rules.Values.Where(r => after is null || string.CompareOrdinal(r.Id, after) > 0).Take(size + 1).ToList();
            return page.Count > size ? new(page[..size], page[size - 1].Id) : new(page);
        }
    }

    internal void Delete(string bucket, string ruleId)
    {
        lock (_lock)
        {
            if (_buckets.TryGetValue(bucket, out var rules))
            {
                _ = rules.Remove(ruleId);
            }
        }
    }
}

/// <summary>What became of a rule that was to be stored.</summary>
internal enum StorePut
{
    /// <summary>It is stored.</summary>
    Written = 0,

    /// <summary>One with its id is there and was left alone.</summary>
    Exists = 1,

    /// <summary>The bucket is full.</summary>
    Full = 2,
}
