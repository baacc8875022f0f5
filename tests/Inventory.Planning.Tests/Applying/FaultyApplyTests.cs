namespace Inventory.Planning.Tests;

/// <summary>What holds of every apply, whatever each request of it ends in.</summary>
public sealed class FaultyApplyTests
{
    [Test]
    public Task Every_change_has_one_outcome_and_what_the_outcome_says_is_so() => PropertyRun.CheckAsync(200, FaultyRun.Generator, async run =>
    {
        using var bench = Bench(run);
        var plan = await bench.PlanAsync(run.Fleet.Desired, prune: true);
        run.Spoil(bench.First, bench.Second);

        var result = await bench.ApplyAsync(plan, new() { Force = true, Concurrency = 1 + (run.Seed % 4) });
        bench.First.Revive();
        bench.Second.Revive();

        Assert.That(result.Buckets.Select(b => b.Changes.Select(c => (c.Kind, c.RuleId))), Is.EqualTo(plan.Buckets.Select(b => b.Changes.Select(c => (c.Kind, c.RuleId)))));
        Assert.That(result.Counts.Done + result.Counts.Failed + result.Counts.NotTried, Is.EqualTo(plan.Counts.Changes));
        Assert.That(result.Counts.InJournal, Is.EqualTo(bench.Entries.Count));
        foreach (var (bucket, results) in plan.Buckets.Zip(result.Buckets))
        {
            foreach (var (change, done) in bucket.Changes.Zip(results.Changes))
            {
                CheckOutcome(Cloud(bench, bucket.Account).Rules.GetValueOrDefault((bucket.Bucket, change.RuleId)), change, done);
            }
        }

        Assert.That(ApplyJson.Parse(ApplyJson.Write(result)), Is.EqualTo(result));
        Assert.That(ApplyText.Write(result), Has.None.EqualTo('\u001b').And.None.EqualTo('\u202e'));
    });

    [Test]
    public Task Recoveries_that_fail_and_are_repeated_lose_nothing_and_what_comes_after_converges() => PropertyRun.CheckAsync(150, FaultyRun.Generator, async run =>
    {
        using var bench = Bench(run);
        var plan = await bench.PlanAsync(run.Fleet.Desired, prune: true);
        run.Spoil(bench.First, bench.Second);
        _ = await bench.ApplyAsync(plan, new() { Force = true });

        _ = await bench.RecoverAsync();
        _ = await bench.RecoverAsync();
        bench.First.Revive();
        bench.Second.Revive();
        var recovered = await bench.RecoverAsync();

        Assert.That((recovered.IsAllSettled, bench.Entries.Count), Is.EqualTo((true, 0)));
        Assert.That(RecoveryJson.Parse(RecoveryJson.Write(recovered)), Is.EqualTo(recovered));
        foreach (var (bucket, change) in plan.Buckets.SelectMany(b => b.Changes, (b, c) => (b, c)))
        {
            Assert.That(Cloud(bench, bucket.Account).Rules.GetValueOrDefault((bucket.Bucket, change.RuleId)), Is.EqualTo(change.Before).Or.EqualTo(change.After), change.RuleId);
        }

        var rest = await bench.ApplyAsync(await bench.PlanAsync(run.Fleet.Desired, prune: true), new() { Force = true });
        Assert.That(rest.Failures, Is.Empty);
        Assert.That((await bench.PlanAsync(run.Fleet.Desired, prune: true)).Counts.Changes, Is.Zero);
    });

    private static void CheckOutcome(InventoryRule? live, PlannedChange change, ChangeResult result)
    {
        switch (result.Outcome)
        {
            case ChangeOutcome.Done:
                Assert.That(live, Is.EqualTo(change.After), change.RuleId);
                Assert.That(result.Failure, Is.Null);
                break;
            case ChangeOutcome.NotTried:
                Assert.That(live, Is.EqualTo(change.Before), change.RuleId);
                Assert.That((result.Failure, result.IsInJournal), Is.EqualTo(((BucketFailure?)null, false)));
                break;
            default:
                Assert.That(result.Failure!.RuleId, Is.EqualTo(change.RuleId));
                Assert.That(live is null && change is { Before: not null, After: not null } && !result.IsInJournal, Is.False, $"{change.RuleId} is lost: {result}");
                Assert.That(live, Is.EqualTo(change.Before).Or.EqualTo(change.After).Or.Null, change.RuleId);
                Assert.That(!result.Failure.Reason.EndsWith("The old rule was left or put back.", StringComparison.Ordinal) || live == change.Before, $"{result} says what is not so");
                break;
        }
    }

    private static ApplyBench Bench(FaultyRun run)
    {
        var bench = new ApplyBench();
        foreach (var bucket in run.Fleet.Live)
        {
            Cloud(bench, bucket.Account).Hold(bucket.Bucket, [.. bucket.Rules]);
        }

        return bench;
    }

    private static ScriptedCloud Cloud(ApplyBench bench, string account) => account == TestFleet.First ? bench.First : bench.Second;
}
