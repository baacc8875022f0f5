using FsCheck;
using FsCheck.Fluent;

namespace Inventory.Planning.Tests;

/// <summary>A move of two buckets, with rules, rules that are there already and acceptances drawn from few, so that they meet often.</summary>
internal sealed record RandomMove(IReadOnlyList<InventoryRule[]> Source, IReadOnlyDictionary<string, InventoryRule[]> Target, MoveOptions Options)
{
    private static readonly string[] Buckets = ["one", "two"];

    private static readonly string[] Acceptances =
    [
        "schedule=Weekly", "schedule=Monthly(2)", "drop=OptionalFields", "drop=OptionalFields[StorageClass]", "drop=Filter.Prefixes", "drop=Filter", "split=Filter.Prefixes",
        "a:schedule=Monthly(3)", "a:split=Filter.Prefixes", "b:drop=Filter.Prefixes", "b:Id=a", "b:Id=other", "c:Destination.Prefix=c/", "A:Id=lower", "drop=Filter.ObjectSize",
    ];

    public static Gen<RandomMove> Generator => Gen.Choose(0, int.MaxValue - 1).Select(seed => From(new Random(seed)));

    public async Task<TestMove> BuildAsync()
    {
        var fleet = new TestFleet(second: new() { Capabilities = TestMove.OnePrefix });
        for (var i = 0; i < Buckets.Length; i++)
        {
            await fleet.PutAsync(TestFleet.First, Buckets[i], Source[i]);
            await fleet.PutAsync(TestFleet.Second, Buckets[i], Target[Buckets[i]]);
        }

        return new(fleet);
    }

    public override string ToString() =>
        $"accept: {string.Join(' ', Options.Accept)}\nsource:{string.Concat(Source.SelectMany(r => r).Select(r => $"\n  {r}"))}\ntarget:{string.Concat(Target.SelectMany(t => t.Value, (t, r) => $"\n  {t.Key} {r}"))}";

    private static RandomMove From(Random random)
    {
        List<InventoryRule[]> source = [.. Buckets.Select(_ => Ids(random, "a", "b", "c", "A").Select(id => Rule(random, id)).ToArray())];
        var target = Buckets.ToDictionary(b => b, b => Ids(random, "a", "a-1", "b-2").Select(id => Existing(random, id, source[Array.IndexOf(Buckets, b)])).ToArray());
        var there = source.SelectMany(r => r).Select(r => r.Id).ToHashSet();
        var accept = Acceptances.Where(_ => random.Next(3) > 0).Select(MoveAcceptance.Parse).Where(a => a.RuleId is null || there.Contains(a.RuleId)).ToArray();
        random.Shuffle(accept);
        return new(source, target, new() { From = TestFleet.First, To = TestFleet.Second, Buckets = [.. Buckets.Select(b => new MovedBucket(b, b))], Accept = [.. accept] });
    }

    private static IEnumerable<string> Ids(Random random, params string[] ids) => ids.Where(_ => random.Next(2) > 0);

    /// <summary>Often what would land there, or nearly.</summary>
    private static InventoryRule Existing(Random random, string id, InventoryRule[] source)
    {
        var like = source.Length > 0 ? source[random.Next(source.Length)] : Make.Rule(id);
        var prefixes = like.Filter.Prefixes.Where(p => p != "w*").Take(1);
        return Make.Rule(id) with { IsEnabled = random.Next(2) > 0, Filter = new() { Prefixes = [.. prefixes] } };
    }

    private static InventoryRule Rule(Random random, string id) => Make.Rule(id) with
    {
        IsEnabled = random.Next(3) > 0,
        Schedule = random.Next(3) == 0 ? InventorySchedule.Daily : InventorySchedule.Weekly,
        Filter = new()
        {
            Prefixes = [.. new[] { "x/", "x/y/", "z/", "w*" }.Where(_ => random.Next(3) == 0)],
            ObjectSize = random.Next(5) == 0 ? new() { Lower = 5 } : null,
        },
        OptionalFields = random.Next(3) == 0 ? [InventoryField.StorageClass, InventoryField.Size] : [],
    };
}
