using FsCheck;
using FsCheck.Fluent;

namespace Inventory.Planning.Tests;

/// <summary>What a fleet is to have and what it has, both drawn from few ids and settings, so that they meet often.</summary>
internal sealed record RandomFleet(DesiredState Desired, ValueList<LiveBucket> Live)
{
    private static readonly string[] Buckets = ["one", "two", "three"];

    public static Gen<RandomFleet> Generator => Gen.Choose(0, int.MaxValue - 1).Select(seed => Make(new Random(seed)));

    /// <summary>A fleet that has these rules.</summary>
    public async Task<TestFleet> BuildAsync()
    {
        var fleet = new TestFleet();
        foreach (var bucket in Live)
        {
            await fleet.PutAsync(bucket.Account, bucket.Bucket, [.. bucket.Rules]);
        }

        return fleet;
    }

    /// <summary>The same in another order of buckets and rules.</summary>
    public RandomFleet Shuffled(Random random) => new(
        new() { Buckets = Shuffled(random, Desired.Buckets.Select(b => b with { Rules = Shuffled(random, b.Rules) })) },
        [.. Shuffled(random, Live.Select(b => b with { Rules = [.. Shuffled(random, b.Rules)] }))]);

    public override string ToString() => $"desired:{string.Concat(Desired.Buckets.SelectMany(b => b.Rules.Select(r => $"\n  {b.Account}/{b.Bucket} {r.Rule} accepts {r.Accept}")))}\nlive:{string.Concat(Live.Select(b => $"\n  {b}"))}";

    private static T[] Shuffled<T>(Random random, IEnumerable<T> items)
    {
        T[] shuffled = [.. items];
        random.Shuffle(shuffled);
        return shuffled;
    }

    private static RandomFleet Make(Random random)
    {
        List<DesiredBucket> desired = [];
        List<LiveBucket> live = [];
        foreach (var (account, bucket) in Buckets.SelectMany(b => new[] { (TestFleet.First, b), (TestFleet.Second, b) }))
        {
            desired.Add(Tests.Make.Bucket(account, bucket, [.. Ids(random).Select(id => Desire(random, Rule(random, id)))]));
            live.Add(new() { Account = account, Bucket = bucket, Rules = [.. Ids(random).Select(id => Held(account, Rule(random, id)))] });
        }

        return new(new() { Buckets = desired }, [.. live]);
    }

    private static IEnumerable<string> Ids(Random random) => new[] { "a", "b", "c", "d" }.Where(_ => random.Next(3) > 0);

    private static DesiredRule Desire(Random random, InventoryRule rule) => random.Next(3) == 0
        ? Tests.Make.Desired(rule, "schedule=Weekly", "drop=OptionalFields")
        : Tests.Make.Desired(rule);

    private static InventoryRule Held(string account, InventoryRule rule) => account == TestFleet.First
        ? rule
        : rule with { Schedule = InventorySchedule.Weekly, OptionalFields = [] };

    private static InventoryRule Rule(Random random, string id) => Tests.Make.Rule(id) with
    {
        IsEnabled = random.Next(3) > 0,
        Schedule = random.Next(3) == 0 ? InventorySchedule.Daily : InventorySchedule.Weekly,
        Filter = random.Next(3) == 0 ? InventoryFilter.ForPrefix("logs/") : InventoryFilter.WholeBucket,
        OptionalFields = random.Next(3) == 0 ? [InventoryField.StorageClass] : [],
    };
}
