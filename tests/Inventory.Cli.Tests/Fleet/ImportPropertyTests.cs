using Inventory.Planning;

namespace Inventory.Cli.Tests;

/// <summary>Imports of what both adapters read from their wires.</summary>
[TestFixture]
public sealed class ImportPropertyTests
{
    private const int Fleets = 200;

    private static readonly string[] Buckets = ["bucket-a", "bucket-b", "bucket-c"];

    [Test]
    public async Task Whatever_the_wires_hold_is_imported_whole_and_leaves_nothing_to_plan()
    {
        var rules = 0;
        for (var seed = 0; seed < Fleets; seed++)
        {
            await using var clouds = await WireClouds.StartAsync(Buckets, new RandomWire(seed).Rules(Buckets));
            var named = new DesiredState { Buckets = [.. Buckets.SelectMany(b => new[] { "oss", "bos" }, (bucket, account) => new DesiredBucket { Account = account, Bucket = bucket })] };
            var live = await new FleetReader(clouds.Service).ReadAsync(named);

            foreach (var format in Enum.GetValues<FleetFileFormat>())
            {
                var import = new FleetImporter(RuleFormats.Extensions).Import(live, format);

                var plan = new Planner(clouds.Service, RuleFormats.Extensions).Create(new DesiredStateReader(RuleFormats.Extensions).Read(import.Text, "fleet.yaml"), live, new() { Prune = true });
                Assert.That(import.IsWhole, Is.True, $"seed {seed}: {ImportText.Write(import)}");
                Assert.That((plan.IsEmpty, plan.Counts.Unchanged), Is.EqualTo((true, import.Rules)), $"seed {seed}: {PlanText.Write(plan)}");
                rules += import.Rules;
            }
        }

        Assert.That(rules, Is.GreaterThan(Fleets * 20));
    }
}
