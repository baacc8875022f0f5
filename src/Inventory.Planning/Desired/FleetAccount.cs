using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>An account of a fleet file.</summary>
internal sealed class FleetAccount
{
    private readonly Dictionary<string, FleetBucket> _byName = new(StringComparer.Ordinal);
    private readonly List<FleetBucket> _buckets = [];

    public FleetAccount(string name, ObjectReader reader)
    {
        Name = name;
        if (reader.One("buckets") is null)
        {
            reader.Problem("buckets", "It is required and missing. List the names of the buckets; [] for none.");
        }

        foreach (var (path, node) in reader.StrictTexts("buckets"))
        {
            var bucket = new FleetBucket(name, node.Text);
            if (BucketPattern.IsPattern(node.Text))
            {
                reader.Problems.Add(path, node, $"'{ShownText.Of(node.Text)}' is a pattern, and here stand names: no bucket is looked for. Patterns select from these names in assignments.");
            }
            else if (_byName.TryAdd(node.Text, bucket))
            {
                _buckets.Add(bucket);
                NameLength += node.Text.Length;
            }
            else
            {
                reader.Problems.Add(path, node, $"The bucket '{ShownText.Of(node.Text)}' is listed more than once. Leave it out here.");
            }
        }

        reader.RefuseUnread();
    }

    public string Name { get; }

    /// <summary>How long the names of its buckets are, together.</summary>
    public long NameLength { get; private set; }

    /// <summary>The buckets, in the order of the file.</summary>
    public IReadOnlyList<FleetBucket> Buckets => _buckets;

    /// <summary>The buckets that a name or pattern selects.</summary>
    public IEnumerable<FleetBucket> Select(string nameOrPattern)
    {
        if (BucketPattern.IsPattern(nameOrPattern))
        {
            return _buckets.Where(b => BucketPattern.Matches(nameOrPattern, b.Name));
        }

        return _byName.TryGetValue(nameOrPattern, out var bucket) ? [bucket] : [];
    }
}
