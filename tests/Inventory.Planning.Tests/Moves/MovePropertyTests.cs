namespace Inventory.Planning.Tests;

/// <summary>What holds for a move of any fleet with any acceptances.</summary>
public sealed class MovePropertyTests
{
    private const int Cases = 200;

    [Test]
    public async Task After_landing_and_enabling_the_target_holds_what_the_plan_said_and_the_source_is_as_it_was()
    {
        HashSet<(MoveOutcome, int, LandingState?)> seen = [];
        await PropertyRun.CheckAsync(Cases, RandomMove.Generator, async random => seen.UnionWith(await CheckAsync(random)));

        (MoveOutcome, int, LandingState?)[] toSee =
        [
            (MoveOutcome.Maps, 1, LandingState.Missing), (MoveOutcome.Maps, 1, LandingState.Enabled), (MoveOutcome.MapsWithChange, 1, LandingState.Missing),
            (MoveOutcome.MapsWithChange, 2, LandingState.Missing), (MoveOutcome.MapsWithChange, 2, LandingState.Disabled), (MoveOutcome.Cannot, 0, null),
        ];
        Assert.That(toSee, Is.SubsetOf(seen));
    }

    [Test]
    public Task A_rule_lands_only_when_everything_that_is_refused_of_it_is_accepted() => PropertyRun.CheckAsync(Cases, RandomMove.Generator, async random =>
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
}
