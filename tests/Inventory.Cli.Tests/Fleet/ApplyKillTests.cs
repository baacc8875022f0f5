using Inventory.Emulator;
using Inventory.Planning;

namespace Inventory.Cli.Tests;

/// <summary><c>inventory apply</c>, killed while it replaces rules, and <c>--recover</c> after it.</summary>
[TestFixture]
public sealed class ApplyKillTests
{
    private const int Rounds = 20;
    private const int RulesABucket = 5;

    private static readonly string[] Buckets = ["bucket-a", "bucket-b", "bucket-c", "bucket-d"];

    [Test]
    public async Task Twenty_times_every_rule_is_in_its_old_or_its_new_form_afterwards_none_missing_and_none_doubled()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        TestContext.Out.WriteLine($"Seed {seed}.");
        await using var fleet = await FleetFiles.StartAsync(options: new() { Buckets = [.. Buckets.Append("destbucket").Select(name => new EmulatorBucket(name))] });
        var forms = new[] { Fleet("Weekly"), Fleet("EveryThreeDays") };
        _ = fleet.Write("fleet.yaml", forms[0]);
        Assert.That((await fleet.RunAsync(["apply", "fleet.yaml", .. fleet.OnEmulator])).ExitCode, Is.Zero);

        // Wide enough for a kill between the delete and the put of a replacement.
        fleet.Emulator.Faults.Add("*:*:*=delay-after:5ms");
        Dictionary<RecoveryOutcome, int> outcomes = [];
        for (var round = 1; round <= Rounds; round++)
        {
            _ = fleet.Write("fleet.yaml", forms[round % 2]);
            await KillAsync(fleet, random);

            var recovered = await fleet.RunAsync(["apply", "fleet.yaml", "--recover", "--settle", "500ms", "--output", "json", .. fleet.OnEmulator]);

            Assert.That(recovered.ExitCode, Is.Zero, $"round {round}: {recovered.Output}{recovered.Error}");
            foreach (var entry in RecoveryJson.Parse(recovered.Output).Entries)
            {
                outcomes[entry.Outcome] = outcomes.GetValueOrDefault(entry.Outcome) + 1;
            }

            Check(fleet, round);
        }

        TestContext.Out.WriteLine(string.Join(", ", outcomes.Select(o => $"{o.Key} {o.Value}")));
        Assert.That(outcomes.GetValueOrDefault(RecoveryOutcome.PutNew), Is.Positive, "some were killed between the delete and the put");
        Assert.That((await fleet.RunAsync(["apply", "fleet.yaml", "--force", .. fleet.OnEmulator])).ExitCode, Is.Zero);
        Assert.That((await fleet.RunAsync(["plan", "fleet.yaml", .. fleet.OnEmulator])).ExitCode, Is.Zero);
    }

    /// <summary>Starts an apply, and kills it at a random one of its writes.</summary>
    private static async Task KillAsync(FleetFiles fleet, Random random)
    {
        fleet.Emulator.ClearRequests();
        var writes = random.Next(1, Buckets.Length * RulesABucket * 2);
        using var process = Program.Start(["apply", Path.Combine(fleet.Folder, "fleet.yaml"), "--force", "--journal", Path.Combine(fleet.Folder, ".inventory-journal"), .. fleet.OnEmulator]);
        while (!process.HasExited && fleet.Emulator.Requests.Count(r => r.Method != "GET") < writes)
        {
            await Task.Yield();
        }

        process.Kill();
        await process.WaitForExitAsync();
    }

    private static void Check(FleetFiles fleet, int round)
    {
        foreach (var (wire, bucket) in Buckets.SelectMany(b => new[] { (EmulatorWire.Oss, b), (EmulatorWire.Bos, b) }))
        {
            var rules = fleet.Emulator.StoredRules(wire, bucket);
            Assert.That(rules.Select(r => r.Id), Is.EquivalentTo(Ids()), $"round {round}: {wire} {bucket}");
            Assert.That(rules, Has.All.Matches<StoredRule>(r => IsOneForm(wire, r.Document)), $"round {round}: {wire} {bucket}");
        }
    }

    /// <summary>The two forms differ in two members: a rule of both would be neither.</summary>
    private static bool IsOneForm(string wire, string document) => wire == EmulatorWire.Oss
        ? document.Contains("<Prefix>Weekly/</Prefix>", StringComparison.Ordinal) == document.Contains("<Frequency>Weekly</Frequency>", StringComparison.Ordinal)
            && document.Contains("<Prefix>Daily/</Prefix>", StringComparison.Ordinal) != document.Contains("<Frequency>Weekly</Frequency>", StringComparison.Ordinal)
        : document.Contains("\"Weekly/\"", StringComparison.Ordinal) == document.Contains("\"Weekly\"", StringComparison.Ordinal);

    private static IEnumerable<string> Ids() => Enumerable.Range(0, RulesABucket).Select(n => $"rule{n}");

    private static string Fleet(string bosSchedule)
    {
        var ossSchedule = bosSchedule == "Weekly" ? "Weekly" : "Daily";
        var rules = string.Concat(Ids().Select(id => $"  {id}: {{ schedule: {ossSchedule}, destination: {{ bucket: destbucket, prefix: {ossSchedule}/ }} }}\n"));
        var buckets = string.Join(", ", Buckets);
        return $"version: 1\naccounts: {{ oss: {{ buckets: [{buckets}] }}, bos: {{ buckets: [{buckets}] }} }}\nrules:\n{rules}assignments:\n"
            + $"  - {{ account: oss, buckets: ['*'], rules: [{string.Join(", ", Ids())}] }}\n"
            + $"  - {{ account: bos, buckets: ['*'], rules: [{string.Join(", ", Ids())}], set: {{ schedule: {bosSchedule}, destination: {{ prefix: {bosSchedule}/ }} }} }}\n";
    }
}
