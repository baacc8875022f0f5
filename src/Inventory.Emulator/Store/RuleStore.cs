namespace Inventory.Emulator.Store;

/// <summary>
/// The buckets of one wire and their rules, by bucket and id, both ordinal. Safe for concurrent use: each operation is done whole before the next, and, where
/// there is a folder, is in it before it is done here; what the folder refuses with an <see cref="IOException"/> is not done.
/// </summary>
internal sealed class RuleStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, BucketRules> _rules = new(StringComparer.Ordinal);
    private readonly BucketDirectory _buckets;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _lag;
    private readonly WireFolder? _folder;

    /// <summary>Makes a store that begins with what the folder holds, if there is one.</summary>
    /// <param name="buckets">The directory that it keeps.</param>
    /// <param name="clock">The server's clock.</param>
    /// <param name="lag">How long reads do not see a write.</param>
    /// <param name="folder">Where it is kept; null: in memory alone.</param>
    /// <exception cref="DataFolderException">The folder cannot be read.</exception>
    public RuleStore(BucketDirectory buckets, TimeProvider clock, TimeSpan lag, WireFolder? folder = null)
    {
        (_buckets, _clock, _lag, _folder) = (buckets, clock, lag, folder);
        var content = folder?.Load();
        foreach (var bucket in content?.Buckets ?? [])
        {
            Open(bucket);
        }

        foreach (var rule in content?.Rules ?? [])
        {
            _rules[rule.Bucket].Settle(rule.Id, rule.Document);
        }
    }

    /// <summary>Creates a bucket, or sets the region and the owner of one that is there, which keeps its rules.</summary>
    public void Configure(EmulatorBucket bucket)
    {
        lock (_lock)
        {
            var found = _buckets.Find(bucket.Name);
            var entry = new BucketEntry(bucket with { Region = bucket.Region ?? _buckets.DefaultRegion }, found?.Created ?? _clock.GetUtcNow());
            if (entry != found)
            {
                _folder?.WriteBucket(entry);
                Open(entry);
            }
        }
    }

    /// <summary>Creates a bucket; false if there is one of that name.</summary>
    public bool CreateBucket(EmulatorBucket bucket)
    {
        lock (_lock)
        {
            if (_buckets.Find(bucket.Name) is not null)
            {
                return false;
            }

            Configure(bucket);
            return true;
        }
    }

    /// <summary>Removes a bucket and its rules; false if there is none.</summary>
    public bool RemoveBucket(string bucket)
    {
        lock (_lock)
        {
            if (!_rules.ContainsKey(bucket))
            {
                return false;
            }

            _folder?.DeleteBucket(bucket);
            _buckets.Remove(bucket);
            return _rules.Remove(bucket);
        }
    }

    /// <summary>Stores a rule under an id that is free, if the bucket holds fewer than <paramref name="limit"/>.</summary>
    public StoreOutcome Create(string bucket, string id, string document, int limit)
    {
        lock (_lock)
        {
            return _rules.TryGetValue(bucket, out var rules) && rules.Holds(id) ? StoreOutcome.Exists : Put(bucket, id, document, limit);
        }
    }

    /// <summary>Stores a rule, over one of the same id or, if the bucket holds fewer than <paramref name="limit"/>, beside the others.</summary>
    public StoreOutcome Put(string bucket, string id, string document, int limit)
    {
        lock (_lock)
        {
            if (!_rules.TryGetValue(bucket, out var rules))
            {
                return StoreOutcome.NoBucket;
            }

            if (!rules.Holds(id) && rules.Count >= limit)
            {
                return StoreOutcome.Full;
            }

            _folder?.WriteRule(bucket, id, document);
            rules.Write(id, document);
            return StoreOutcome.Stored;
        }
    }

    /// <summary>Stores a rule that reads see at once, above every limit; false if there is no bucket.</summary>
    public bool Seed(string bucket, string id, string document)
    {
        lock (_lock)
        {
            if (!_rules.TryGetValue(bucket, out var rules))
            {
                return false;
            }

            _folder?.WriteRule(bucket, id, document);
            rules.Settle(id, document);
            return true;
        }
    }

    /// <summary>Whether a rule is stored, whether reads see it yet or not.</summary>
    public bool Holds(string bucket, string id)
    {
        lock (_lock)
        {
            return _rules.TryGetValue(bucket, out var rules) && rules.Holds(id);
        }
    }

    /// <summary>What reads see of a rule; null: none.</summary>
    public string? Find(string bucket, string id)
    {
        lock (_lock)
        {
            return _rules.GetValueOrDefault(bucket)?.Find(id);
        }
    }

    /// <summary>Removes a rule; false if there is none.</summary>
    public bool Remove(string bucket, string id)
    {
        lock (_lock)
        {
            if (!_rules.TryGetValue(bucket, out var rules) || !rules.Holds(id))
            {
                return false;
            }

            _folder?.DeleteRule(bucket, id);
            rules.Write(id, null);
            return true;
        }
    }

    /// <summary>The rules of a bucket that reads see, by id.</summary>
    public IReadOnlyList<StoredRule> List(string bucket)
    {
        lock (_lock)
        {
            return _rules.GetValueOrDefault(bucket)?.List() ?? [];
        }
    }

    /// <summary>The rules of a bucket that are stored, whether reads see them yet or not, by id.</summary>
    public IReadOnlyList<StoredRule> Stored(string bucket)
    {
        lock (_lock)
        {
            return _rules.GetValueOrDefault(bucket)?.Stored() ?? [];
        }
    }

    private void Open(BucketEntry entry)
    {
        _ = _rules.TryAdd(entry.Name, new(_clock, _lag));
        _buckets.Set(entry);
    }
}
