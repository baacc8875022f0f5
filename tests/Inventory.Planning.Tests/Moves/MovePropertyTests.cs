using FsCheck;
using FsCheck.Fluent;

namespace Inventory.Planning.Tests;

/// <summary>What holds for a move of any fleet with any acceptances.</summary>
public sealed class MovePropertyTests
{
    private const int Cases = 200;

    private static readonly string[] Buckets = ["one", "two"];

    private static readonly string[] Acceptances =
    [
        "schedule=Weekly", "schedule=Monthly(2)", "drop=OptionalFields", "drop=OptionalFields[StorageClass]", "drop=Filter.Prefixes", "drop=Filter", "split=Filter.Prefixes",
        "a:schedule=Monthly(3)", "a:split=Filter.Prefixes", "b:drop=Filter.Prefixes", "b:Id=a", "b:Id=other", "c:Destination.Prefix=c/", "A:Id=lower", "drop=Filter.ObjectSize",
    ];

    [Test]
    public async Task After_landing_and_enabling_the_target_holds_what_the_plan_said_and_the_source_is_as_it_was()
    {
        HashSet<(MoveOutcome, int, LandingState?)> seen = [];
        await PropertyRun.CheckAsync(Cases, Generator, async random => seen.UnionWith(await CheckAsync(random)));

        (MoveOutcome, int, LandingState?)[] toSee =
        [
            (MoveOutcome.Maps, 1, LandingState.Missing), (MoveOutcome.Maps, 1, LandingState.Enabled), (MoveOutcome.MapsWithChange, 1, LandingState.Missing),
            (MoveOutcome.MapsWithChange, 2, LandingState.Missing), (MoveOutcome.MapsWithChange, 2, LandingState.Disabled), (MoveOutcome.Cannot, 0, null),
        ];
        Assert.That(toSee, Is.SubsetOf(seen));
    }

    [Test]
    public Task A_rule_lands_only_when_everything_that_is_refused_of_it_is_accepted() => PropertyRun.CheckAsync(Cases, Generator, async random =>
    {
        var move = await random.BuildAsync();

        var plan = await move.PlanAsync(random.Options);

        var sources = plan.Plan.Buckets.SelectMany(b => b.Changes, (b, c) => $"first/{b.Bucket} {c.Source!.Split(' ')[1]}").ToHashSet();
        foreach (var (bucket, rules) in plan.Buckets.Zip(random.Source))
        {
            foreach (var (rule, source) in bucket.Rules.Zip(rules.OrderBy(r => r.Id, StringComparer.Ordinal)))
            {
                var refused = source.CheckMoveTo(TestMove.OnePrefix).Refusals.Any();
                Assert.That(rule.Outcome == MoveOutcome.Maps && refused, Is.False, rule.ToString());
                Assert.That(rule.Outcome == MoveOutcome.Cannot, Is.EqualTo(!rule.Refusals.IsEmpty));
                Assert.That(rule.Changes.Where(c => c.Accepted is null), Is.Empty);
                Assert.That(rule.Changes.Select(c => c.Accepted).Distinct(), Is.SubsetOf(random.Options.Accept.ToArray()));
                Assert.That(rule.Outcome == MoveOutcome.Cannot && sources.Contains($"first/{bucket.Target} {rule.RuleId}"), Is.False);
                Assert.That(rule.Landings.All(l => l.Rule.CheckMoveTo(TestMove.OnePrefix).IsPortable));
            }
        }
    });

    private static Gen<RandomMove> Generator => Gen.Choose(0, int.MaxValue - 1).Select(seed => RandomMove.Make(new Random(seed)));

    /// <summary>Lands and enables; what was met: the outcome, how many rules a rule became, and how far they had come.</summary>
    private static async Task<IEnumerable<(MoveOutcome, int, LandingState?)>> CheckAsync(RandomMove random)
    {
        var move = await random.BuildAsync();

        var landing = await move.DoAsync(random.Options);
        var landed = await move.PlanAsync(random.Options);
        var enabled = await move.DoAsync(random.Options with { Enable = true });
        var last = await move.PlanAsync(random.Options with { Enable = true });

        Assert.That(landed.Plan.IsEmpty);
        Assert.That(last.Plan.IsEmpty);
        Assert.That(landing.Plan.Buckets.SelectMany(b => b.Changes), Is.All.Matches<PlannedChange>(c => c is { Kind: ChangeKind.Create, After.IsEnabled: false }));
        Assert.That(enabled.Plan.Buckets.SelectMany(b => b.Changes), Is.All.Matches<PlannedChange>(c => c.Kind == ChangeKind.Enable));
        Assert.That(landing.Buckets.SelectMany(b => b.Rules).Select(r => r.Outcome), Is.EqualTo(last.Buckets.SelectMany(b => b.Rules).Select(r => r.Outcome)));
        foreach (var (bucket, source) in landing.Buckets.Zip(random.Source))
        {
            Assert.That(await move.RulesAsync(TestFleet.First, bucket.Source), Is.EqualTo(source.OrderBy(r => r.Id, StringComparer.Ordinal)));
            await AssertHoldsAsync(move, bucket, random);
        }

        return landing.Buckets.SelectMany(b => b.Rules).Select(r => (r.Outcome, r.Landings.Count, r.Landings.IsEmpty ? (LandingState?)null : r.Landings[0].State));
    }

    /// <summary>Nothing of the target's own has changed, and of the move there is what the plan said and nothing else.</summary>
    private static async Task AssertHoldsAsync(TestMove move, BucketMove bucket, RandomMove random)
    {
        var there = await move.RulesAsync(TestFleet.Second, bucket.Target);
        var own = random.Target[bucket.Target];
        var expected = own.ToDictionary(r => r.Id, StringComparer.Ordinal);
        foreach (var rule in bucket.Rules)
        {
            foreach (var landing in rule.Landings)
            {
                var isEnabled = rule.IsEnabled || landing.State == LandingState.Enabled;
                expected[landing.Rule.Id] = landing.Rule with { IsEnabled = isEnabled };
            }
        }

        Assert.That(there, Is.EqualTo(expected.Values.OrderBy(r => r.Id, StringComparer.Ordinal)));
    }

    private sealed record RandomMove(IReadOnlyList<InventoryRule[]> Source, IReadOnlyDictionary<string, InventoryRule[]> Target, MoveOptions Options)
    {
        public static RandomMove Make(Random random)
        {
            List<InventoryRule[]> source = [.. Buckets.Select(_ => Ids(random, "a", "b", "c", "A").Select(id => Rule(random, id)).ToArray())];
            var target = Buckets.ToDictionary(b => b, b => Ids(random, "a", "a-1", "b-2").Select(id => Existing(random, id, source[Array.IndexOf(Buckets, b)])).ToArray());
            var there = source.SelectMany(r => r).Select(r => r.Id).ToHashSet();
            var accept = Acceptances.Where(_ => random.Next(3) > 0).Select(MoveAcceptance.Parse).Where(a => a.RuleId is null || there.Contains(a.RuleId)).ToArray();
            random.Shuffle(accept);
            return new(source, target, new() { From = TestFleet.First, To = TestFleet.Second, Buckets = [.. Buckets.Select(b => new MovedBucket(b, b))], Accept = [.. accept] });
        }

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

        private static IEnumerable<string> Ids(Random random, params string[] ids) => ids.Where(_ => random.Next(2) > 0);

        /// <summary>Often what would land there, or nearly.</summary>
        private static InventoryRule Existing(Random random, string id, InventoryRule[] source)
        {
            var like = source.Length > 0 ? source[random.Next(source.Length)] : Tests.Make.Rule(id);
            var prefixes = like.Filter.Prefixes.Where(p => p != "w*").Take(1);
            return Tests.Make.Rule(id) with { IsEnabled = random.Next(2) > 0, Filter = new() { Prefixes = [.. prefixes] } };
        }

        private static InventoryRule Rule(Random random, string id) => Tests.Make.Rule(id) with
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
}
