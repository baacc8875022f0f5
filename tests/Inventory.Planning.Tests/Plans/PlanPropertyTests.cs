namespace Inventory.Planning.Tests;

public sealed class PlanPropertyTests
{
    private const int Cases = 200;

    [Test]
    public Task What_was_planned_and_done_leaves_nothing_to_do() => PropertyRun.CheckAsync(Cases, RandomFleet.Generator, async random =>
    {
        var fleet = await random.BuildAsync();
        var plan = await fleet.PlanAsync(random.Desired, prune: true);

        await fleet.DoAsync(plan);

        var second = await fleet.PlanAsync(random.Desired, prune: true);
        Assert.That(second.Counts.Changes, Is.Zero);
        Assert.That(second.Buckets.Select(b => b.Refusals), Is.EqualTo(plan.Buckets.Select(b => b.Refusals)));
        Assert.That(second.IsEmpty, Is.EqualTo(plan.Counts.Refusals == 0));
    });

    [Test]
    public Task Without_pruning_no_rule_that_nobody_names_is_touched() => PropertyRun.CheckAsync(Cases, RandomFleet.Generator, async random =>
    {
        var fleet = await random.BuildAsync();
        var plan = await fleet.PlanAsync(random.Desired);

        foreach (var (bucket, live) in plan.Buckets.Zip(random.Live))
        {
            var named = bucket.Changes.Select(c => c.RuleId).Concat(bucket.Refusals.Select(r => r.RuleId));
            Assert.That(bucket.Changes.Select(c => c.Kind), Has.None.EqualTo(ChangeKind.Delete));
            Assert.That(bucket.Unmanaged, Is.SubsetOf(live.Rules.Select(r => r.Id)));
            Assert.That(bucket.Unmanaged.Intersect(named), Is.Empty);
            Assert.That(bucket.Unchanged + bucket.Unmanaged.Count + bucket.Changes.Count(c => c.Before is not null) + bucket.Refusals.Count(r => r.IsThere), Is.EqualTo(live.Rules.Count));
        }
    });

    [Test]
    public Task Every_change_tells_what_is_there_and_where_it_differs() => PropertyRun.CheckAsync(Cases, RandomFleet.Generator, async random =>
    {
        var fleet = await random.BuildAsync();
        var plan = await fleet.PlanAsync(random.Desired, prune: true);

        foreach (var (bucket, live) in plan.Buckets.Zip(random.Live))
        {
            foreach (var change in bucket.Changes)
            {
                Assert.That(change.Before, Is.EqualTo(live.Rules.FirstOrDefault(r => r.Id == change.RuleId)));
                Assert.That(change.Before, Is.Not.EqualTo(change.After));
                Assert.That(change.Differences, Is.Not.Empty.And.All.Matches<PathDifference>(d => d.Before != d.After));
            }
        }
    });

    [Test]
    public Task What_the_choices_of_a_refusal_say_resolves_it() => PropertyRun.CheckAsync(Cases, RandomFleet.Generator, async random =>
    {
        var fleet = await random.BuildAsync();
        var choices = (await fleet.PlanAsync(random.Desired)).Buckets.SelectMany(b => b.Refusals, (b, r) => ((b.Account, b.Bucket, r.RuleId), r.Choices)).ToDictionary();
        var accepting = random.Desired with
        {
            Buckets = [.. random.Desired.Buckets.Select(b => b with { Rules = [.. b.Rules.Select(r => r with { Accept = choices.GetValueOrDefault((b.Account, b.Bucket, r.Rule.Id), r.Accept) })] })],
        };

        var plan = await fleet.PlanAsync(accepting);

        Assert.That(plan.Counts.Refusals, Is.Zero);
    });

    [Test]
    public void A_plan_reads_back_as_it_was_written() => PropertyRun.Check(Cases, RandomFleet.Generator, random =>
    {
        var json = new PlanJson(SettingExtension.Documents);
        var plan = Plan(random);

        Assert.That(json.Parse(json.Write(plan)), Is.EqualTo(plan));
    });

    [Test]
    public void The_hash_does_not_follow_the_order() => PropertyRun.Check(Cases, RandomFleet.Generator, random =>
        Assert.That(Plan(random.Shuffled(new Random(1))).Hash, Is.EqualTo(Plan(random).Hash)));

    [Test]
    public void The_hash_follows_every_change_of_a_live_rule() => PropertyRun.Check(Cases / 4, RandomFleet.Generator, random =>
    {
        var hash = Plan(random).Hash;
        foreach (var (at, bucket) in random.Live.Index())
        {
            foreach (var rule in bucket.Rules)
            {
                var changed = bucket with { Rules = [.. bucket.Rules.Select(r => r == rule ? r with { IsEnabled = !r.IsEnabled } : r)] };

                Assert.That(Plan(random with { Live = [.. random.Live.Select((b, n) => n == at ? changed : b)] }).Hash, Is.Not.EqualTo(hash));
            }
        }
    });

    private static Plan Plan(RandomFleet random) =>
        TestFleet.PlannerOf(new TestFleet().Of).Create(random.Desired, new() { Buckets = random.Live });
}
