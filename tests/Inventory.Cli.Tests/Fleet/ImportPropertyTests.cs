using Inventory.AlibabaOss;
using Inventory.BaiduBos;
using Inventory.Emulator;
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
            await using var emulator = await InventoryEmulator.StartAsync(new() { Buckets = [.. Buckets.Select(b => new EmulatorBucket(b))], Rules = [.. new RandomWire(seed).Rules(Buckets)] });
            using var oss = Oss(emulator);
            using var bos = Bos(emulator);
            IInventoryService Service(string account) => account == "oss" ? oss : bos;
            var named = new DesiredState { Buckets = [.. Buckets.SelectMany(b => new[] { "oss", "bos" }, (bucket, account) => new DesiredBucket { Account = account, Bucket = bucket })] };
            var live = await new FleetReader(Service).ReadAsync(named);

            foreach (var format in Enum.GetValues<FleetFileFormat>())
            {
                var import = new FleetImporter(RuleFormats.Extensions).Import(live, format);

                var plan = new Planner(Service, RuleFormats.Extensions).Create(new DesiredStateReader(RuleFormats.Extensions).Read(import.Text, "fleet.yaml"), live, new() { Prune = true });
                Assert.That(import.IsWhole, Is.True, $"seed {seed}: {ImportText.Write(import)}");
                Assert.That((plan.IsEmpty, plan.Counts.Unchanged), Is.EqualTo((true, import.Rules)), $"seed {seed}: {PlanText.Write(plan)}");
                rules += import.Rules;
            }
        }

        Assert.That(rules, Is.GreaterThan(Fleets * 20));
    }

    private static OssInventoryService Oss(InventoryEmulator emulator) => new(new OssOptions
    {
        Region = "cn-hangzhou",
        Endpoint = emulator.OssEndpoint.ToString(),
        AccessKeyId = EmulatorCredential.DefaultAccessKeyId,
        AccessKeySecret = EmulatorCredential.DefaultSecret,
        DestinationAccountId = "100000000000000",
        DestinationRoleArn = "acs:ram::100000000000000:role/inventory",
    });

    private static BosInventoryService Bos(InventoryEmulator emulator) => new(new BosOptions
    {
        Region = "bj",
        Endpoint = emulator.BosEndpoint.ToString(),
        AccessKeyId = EmulatorCredential.DefaultAccessKeyId,
        SecretAccessKey = EmulatorCredential.DefaultSecret,
    });
}
