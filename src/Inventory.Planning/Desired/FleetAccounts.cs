using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>The accounts of a fleet file, and their buckets.</summary>
internal sealed class FleetAccounts
{
    // Names of accounts are keys of configuration, which has no regard to case.
    private readonly Dictionary<string, FleetAccount> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<FleetAccount> _all = [];

    public FleetAccounts(ObjectReader file)
    {
        if (file.One("accounts") is null)
        {
            file.Problem("accounts", "It is required and missing. Name each account and list its buckets: no bucket is looked for.");
        }

        foreach (var (name, reader) in Sections.Entries(file, "accounts"))
        {
            var account = new FleetAccount(name, reader);
            if (_byName.TryAdd(name, account))
            {
                _all.Add(account);
            }
            else
            {
                file.Problems.Add(reader.Path, reader.Node, $"It is the account '{ShownText.Of(_byName[name].Name)}' again: case makes no other account. List its buckets there.");
            }
        }
    }

    /// <summary>The names, in the order of the file.</summary>
    public IEnumerable<string> Names => _all.Select(a => a.Name);

    /// <summary>Every bucket, in the order of the file.</summary>
    public IEnumerable<FleetBucket> Buckets => _all.SelectMany(a => a.Buckets);

    /// <summary>The account of a name, without regard to case; null where there is none.</summary>
    public FleetAccount? Find(string name) => _byName.GetValueOrDefault(name);
}
