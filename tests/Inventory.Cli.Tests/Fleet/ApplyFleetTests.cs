using System.Collections.Concurrent;
using System.Text;
using Inventory.Emulator;
using Inventory.Planning;

namespace Inventory.Cli.Tests;

/// <summary><c>inventory apply</c> on a fleet of 340 buckets on OSS and 60 on BOS, ten rules each.</summary>
[TestFixture]
public sealed class ApplyFleetTests
{
    private const int OssBuckets = 340;
    private const int BosBuckets = 60;
    private const int RulesABucket = 10;

    [Test]
    public async Task Three_buckets_of_400_that_fail_in_different_ways_are_three_entries_and_397_are_done()
    {
        var names = Names("oss", OssBuckets).Concat(Names("bos", BosBuckets)).Where(name => name != "oss-007").Append("destbucket");
        await using var fleet = await FleetFiles.StartAsync(Fleet(), new() { Buckets = [.. names.Select(name => new EmulatorBucket(name))] });
        fleet.Emulator.Faults.Add("oss:put:100=403,code=AccessDenied");
        fleet.Emulator.Faults.Add("bos:put:50=503");

        var run = await fleet.RunAsync(["apply", "fleet.yaml", .. fleet.OnEmulator, "--concurrency", "32", "--output", "json", "--set", "bos:Transport:MaxAttempts=1"]);

        var result = ApplyJson.Parse(run.Output);
        Assert.That(run.ExitCode, Is.EqualTo(3), run.Error);
        Assert.That(result.Failures.Select(f => f.Kind), Is.EquivalentTo(new[] { InventoryErrorKind.BucketNotFound, InventoryErrorKind.AccessDenied, InventoryErrorKind.Unavailable }));
        Assert.That(result.Failures, Has.All.Matches<BucketFailure>(f => f is { Reason.Length: > 0, RequestId.Length: > 0 }));
        Assert.That(result.Failures.Select(f => (f.Account, f.Bucket)).Distinct().Count(), Is.EqualTo(3));
        Assert.That(result.Buckets.Count(b => !b.IsFailed && b.Changes.Count(c => c.Outcome == ChangeOutcome.Done) == RulesABucket), Is.EqualTo(397));
        Assert.That(run.Error.Split('\n').Count(line => line.Contains("failed: ", StringComparison.Ordinal)), Is.GreaterThanOrEqualTo(3));
    }

    [Test]
    public async Task All_of_it_is_done_with_a_list_a_bucket_and_a_put_a_rule_and_on_BOS_a_look_before_each_and_the_next_plan_is_empty()
    {
        var names = Names("oss", OssBuckets).Concat(Names("bos", BosBuckets)).Append("destbucket");
        ConcurrentQueue<string> log = [];
        await using var fleet = await FleetFiles.StartAsync(Fleet(), new() { Buckets = [.. names.Select(name => new EmulatorBucket(name))], Log = log.Enqueue });

        var run = await fleet.RunAsync(["apply", "fleet.yaml", .. fleet.OnEmulator, "--concurrency", "32"]);
        var requests = log.Select(line => line.Split(' ')).CountBy(words => $"{words[0]} {words[1]}").ToDictionary();
        var plan = await fleet.RunAsync(["plan", "fleet.yaml", .. fleet.OnEmulator, "--concurrency", "32"]);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(requests, Is.EquivalentTo(new Dictionary<string, int>
        {
            ["oss GET"] = OssBuckets,
            ["oss PUT"] = OssBuckets * RulesABucket,
            ["bos GET"] = BosBuckets + (BosBuckets * RulesABucket),
            ["bos PUT"] = BosBuckets * RulesABucket,
        }));
        Assert.That((plan.ExitCode, plan.Output.Split(" Plan ")[0]), Is.EqualTo((0, "No changes. Rules: 4000 unchanged.")));
    }

    private static IEnumerable<string> Names(string cloud, int count) => Enumerable.Range(0, count).Select(n => $"{cloud}-{n:D3}");

    private static string Fleet()
    {
        string[] ids = [.. Enumerable.Range(0, RulesABucket).Select(n => $"rule{n}")];
        var text = new StringBuilder("version: 1\naccounts:\n");
        _ = text.Append("  oss: { buckets: [").AppendJoin(", ", Names("oss", OssBuckets)).Append("] }\n  bos: { buckets: [").AppendJoin(", ", Names("bos", BosBuckets)).Append("] }\nrules:\n");
        foreach (var id in ids)
        {
            _ = text.Append("  ").Append(id).Append(": { schedule: Weekly, destination: { bucket: destbucket, prefix: ").Append(id).Append("/ } }\n");
        }

        _ = text.Append("assignments:\n");
        foreach (var account in new[] { "oss", "bos" })
        {
            _ = text.Append("  - { account: ").Append(account).Append(", buckets: ['*'], rules: [").AppendJoin(", ", ids).Append("] }\n");
        }

        return text.ToString();
    }
}
