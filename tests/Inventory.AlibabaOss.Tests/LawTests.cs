using FsCheck;
using FsCheck.Fluent;
using Inventory.AlibabaOss.Tests.Support;
using Microsoft.FSharp.Core;

namespace Inventory.AlibabaOss.Tests;

/// <summary>The laws, over rules of everything that OSS holds.</summary>
[TestFixture]
public sealed class LawTests
{
    private const ulong Seed = 20260320;

    [Test]
    public void What_is_written_as_XML_and_as_JSON_is_read_as_normalizing_promised()
    {
        using var handler = new CannedHandler(CannedAnswer.NoSuchInventory);
        using var service = CannedOss.Service(handler, o => o.DestinationAccountId = o.DestinationRoleArn = null);
        var xml = new OssXmlFormat();
        var json = new OssutilJsonFormat();

        var cases = Check(OssRuleGenerator.Held, 5000, rule =>
        {
            var promised = service.Normalize(rule);
            Assert.That(xml.Read(xml.Write(new(rule))).Rule, Is.EqualTo(promised));
            Assert.That(json.Read(json.Write(new(rule))).Rule, Is.EqualTo(promised));
        });

        Assert.That(cases, Is.EqualTo(5000));
        Assert.That(handler.Requests, Is.Empty);
    }

    [Test]
    public void Normalizing_twice_gives_what_normalizing_once_gives()
    {
        using var handler = new CannedHandler(CannedAnswer.NoSuchInventory);
        using var service = CannedOss.Service(handler);

        var cases = Check(Gen.OneOf(OssRuleGenerator.Held, OssRuleGenerator.Kept), 5000, rule =>
        {
            var once = service.Normalize(rule);
            Assert.That(service.Normalize(once), Is.EqualTo(once));
        });

        Assert.That(cases, Is.EqualTo(5000));
    }

    [Test]
    public async Task What_is_put_is_found_as_normalizing_promised()
    {
        await using var cloud = await OssCloud.StartAsync(new()
        {
            AllowIncrementalInventory = true,
            OssAllowKmsWithoutKeyId = true,
            OssStorageClasses = ["Standard", "IA", "Archive", "ColdArchive", "DeepColdArchive", OssRuleGenerator.NewClass],
            OssOptionalFields = [.. InventoryField.Known.Select(f => f.Text), OssRuleGenerator.NewField],
        });
        HashSet<string> ids = [];

        var cases = await CheckAsync(OssRuleGenerator.Kept, 300, async rule =>
        {
            var result = await cloud.Service.PutAsync(OssCloud.Source, rule);
            var found = await cloud.Service.FindAsync(OssCloud.Source, rule.Id);

            Assert.That(found, Is.EqualTo(cloud.Service.Normalize(rule)));
            Assert.That(result.Outcome, Is.EqualTo(ids.Add(rule.Id) ? PutOutcome.Created : result.Previous == found ? PutOutcome.Unchanged : PutOutcome.Replaced));
        });

        Assert.That(cases, Is.EqualTo(300));
        Assert.That((await cloud.Service.ListAsync(OssCloud.Source).ToListAsync()).Select(r => r.Id), Is.EquivalentTo(ids));
    }

    private static int Check(Gen<InventoryRule> rules, int cases, Action<InventoryRule> holds)
    {
        TestContext.Out.WriteLine($"{cases} cases; replay: new Rnd({Seed})");
        var seen = 0;
        var config = Config.QuickThrowOnFailure.WithMaxTest(cases).WithEndSize(30).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(Seed), FSharpOption<int>.None)));
        FsCheck.Check.One(config, Prop.ForAll(rules.ToArbitrary(), rule =>
        {
            seen++;
            holds(rule);
        }));
        return seen;
    }

    private static async Task<int> CheckAsync(Gen<InventoryRule> rules, int cases, Func<InventoryRule, Task> holds)
    {
        await TestContext.Out.WriteLineAsync($"{cases} cases; replay: new Rnd({Seed})");
        var seen = 0;
        foreach (var rule in rules.Sample(cases, new Rnd(Seed), 30))
        {
            seen++;
            await holds(rule);
        }

        return seen;
    }
}
