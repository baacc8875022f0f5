using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Compares the rules that a fleet is to have with those that it has.</summary>
/// <remarks>
/// Pure: no request is sent and nothing is remembered. Rules are compared as a put does: the live rule with what <see cref="IInventoryService.Normalize"/>
/// says that the service would give back. Safe for use by several threads at once.
/// </remarks>
public sealed class Planner
{
    private readonly Func<string, IInventoryService> _services;
    private readonly RuleNodes _nodes;

    /// <summary>Makes a planner.</summary>
    /// <param name="services">The service of an account, by the account's name. What it throws fails that account's buckets.</param>
    /// <param name="extensions">How the extensions of the providers are written; a rule with any other is refused.</param>
    /// <exception cref="ArgumentException">Two extensions have the same key.</exception>
    public Planner(Func<string, IInventoryService> services, IEnumerable<IExtensionDocument> extensions)
    {
        ArgumentNullException.ThrowIfNull(services);
        _services = services;
        _nodes = new(extensions);
    }

    /// <summary>Plans a fleet.</summary>
    /// <param name="desired">The rules that it is to have.</param>
    /// <param name="live">The rules that it has, of each of those buckets.</param>
    /// <param name="options">How to plan; the defaults if null.</param>
    /// <exception cref="ArgumentException">A bucket is desired twice, or its live rules are missing.</exception>
    public Plan Create(DesiredState desired, LiveState live, PlanOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(desired);
        ArgumentNullException.ThrowIfNull(live);
        options ??= new();
        var forms = new RuleForms(_nodes);
        var read = live.Buckets.ToDictionary(b => (b.Account, b.Bucket));
        Dictionary<string, AccountService> accounts = new(StringComparer.Ordinal);
        HashSet<(string Account, string Bucket)> planned = [];
        List<BucketPlan> plans = [];
        List<PlannedState> states = [];
        foreach (var bucket in desired.Buckets)
        {
            if (!planned.Add((bucket.Account, bucket.Bucket)))
            {
                throw new ArgumentException($"Bucket '{bucket.Bucket}' of account '{bucket.Account}' is there twice.", nameof(desired));
            }

            if (!read.TryGetValue((bucket.Account, bucket.Bucket), out var found))
            {
                throw new ArgumentException($"The live rules of bucket '{bucket.Bucket}' of account '{bucket.Account}' are missing.", nameof(live));
            }

            if (!accounts.TryGetValue(bucket.Account, out var account))
            {
                accounts.Add(bucket.Account, account = AccountService.Of(bucket.Account, _services));
            }

            var (plan, state) = new BucketPlanner(bucket, found, options, forms).Run(account);
            plans.Add(plan);
            states.Add(state);
        }

        return new() { Buckets = [.. plans], IsPruning = options.Prune, Hash = PlanHash.Of(states, options.Prune) };
    }
}
