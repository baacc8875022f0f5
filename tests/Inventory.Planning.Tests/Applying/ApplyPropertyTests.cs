using FsCheck;
using FsCheck.Fluent;

namespace Inventory.Planning.Tests;

/// <summary>What holds of every plan that is applied, and of every apply that is killed.</summary>
public sealed class ApplyPropertyTests
{
    private static Gen<(RandomFleet Fleet, int Seed)> Killed => from fleet in RandomFleet.Generator from seed in Gen.Choose(0, int.MaxValue - 1) select (fleet, seed);

    [Test]
    public Task What_was_applied_leaves_nothing_to_do() => PropertyRun.CheckAsync(200, RandomFleet.Generator, async random =>
    {
        using var bench = ApplyBench.Of(random);
        var plan = await bench.PlanAsync(random.Desired, prune: true);

        var result = await bench.ApplyAsync(plan, new() { Force = true });

        var second = await bench.PlanAsync(random.Desired, prune: true);
        Assert.That(result.Failures, Is.Empty);
        Assert.That(result.Counts.Done, Is.EqualTo(plan.Counts.Changes));
        Assert.That(result.IsAllDone, Is.EqualTo(plan.Counts.Refusals == 0));
        Assert.That(second.Counts.Changes, Is.Zero);
        Assert.That(second.Buckets.Select(b => b.Refusals), Is.EqualTo(plan.Buckets.Select(b => b.Refusals)));
        Assert.That(bench.Entries, Is.Empty);
    });

    [Test]
    public Task Rules_that_nobody_names_or_that_are_refused_stay_as_they_are() => PropertyRun.CheckAsync(200, RandomFleet.Generator, async random =>
    {
        using var bench = ApplyBench.Of(random);
        var plan = await bench.PlanAsync(random.Desired);

        _ = await bench.ApplyAsync(plan, new() { Force = true });

        foreach (var (bucket, live) in plan.Buckets.Zip(random.Live))
        {
            var left = bucket.Unmanaged.Concat(bucket.Refusals.Where(r => r.IsThere).Select(r => r.RuleId)).ToHashSet();
            Assert.That(bench.Cloud(bucket.Account).Of(bucket.Bucket).Where(r => left.Contains(r.Id)), Is.EqualTo(live.Rules.Where(r => left.Contains(r.Id))));
        }
    });

    [Test]
    public Task A_killed_apply_leaves_every_rule_in_its_old_or_its_new_form_once_it_is_recovered() => PropertyRun.CheckAsync(300, Killed, async killed =>
    {
        var (random, seed) = killed;
        var draw = new Random(seed);
        using var bench = ApplyBench.Of(random);
        var plan = await bench.PlanAsync(random.Desired, prune: true);
        var before = Rules(bench);
        bench.KillAt(draw.Next(1, (plan.Counts.Changes * 3) + 2), isDoneBefore: draw.Next(2) == 0);

        _ = await bench.ApplyAsync(plan, new() { Force = true, Concurrency = draw.Next(1, 5) });
        bench.Revive();
        var recovered = await bench.RecoverAsync();

        Assert.That(recovered.IsAllSettled);
        Assert.That(bench.Entries, Is.Empty);
        var after = Rules(bench);
        foreach (var (bucket, change) in plan.Buckets.SelectMany(b => b.Changes, (b, c) => (b, c)))
        {
            var key = (bucket.Account, bucket.Bucket, change.RuleId);
            Assert.That(after.GetValueOrDefault(key), Is.EqualTo(change.Before).Or.EqualTo(change.After), $"{key}");
            _ = before.Remove(key);
            _ = after.Remove(key);
        }

        // What the plan does not change is as it was, and there is nothing more.
        Assert.That(after, Is.EquivalentTo(before));
        var rest = await bench.ApplyAsync(await bench.PlanAsync(random.Desired, prune: true), new() { Force = true });
        Assert.That(rest.Failures, Is.Empty);
        Assert.That((await bench.PlanAsync(random.Desired, prune: true)).Counts.Changes, Is.Zero);
    });

    private static Dictionary<(string Account, string Bucket, string Id), InventoryRule> Rules(ApplyBench bench) =>
        new[] { (TestFleet.First, bench.First), (TestFleet.Second, bench.Second) }
            .SelectMany(c => c.Item2.Rules.Select(r => ((c.Item1, r.Key.Bucket, r.Key.Id), r.Value)))
            .ToDictionary(r => r.Item1, r => r.Value);
}
