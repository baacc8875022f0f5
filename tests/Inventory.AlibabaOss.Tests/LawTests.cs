using System.Text;
using Inventory.AlibabaOss.Tests.Support;
using Inventory.Documents;

namespace Inventory.AlibabaOss.Tests;

/// <summary>The laws, over rules of everything that OSS holds.</summary>
[TestFixture]
public sealed class LawTests
{
    private const int Rules = 100_000;
    private const int Puts = 2_000;

    [Test]
    public void What_is_sent_is_read_as_normalizing_promised_and_normalizing_that_changes_nothing()
    {
        using var handler = new CannedHandler(CannedAnswer.NoSuchInventory);
        using var service = CannedOss.Service(handler);
        var access = (OssAccessExtension)service.Capabilities.DefaultAccess!;

        PropertyRun.Check(Rules, OssRuleGenerator.Held, rule =>
        {
            var body = Encoding.UTF8.GetBytes(XmlNodes.Write(OssRuleMapper.ToWire(rule, access), isIndented: false));
            var promised = service.Normalize(rule);
            Assert.That(OssListPage.ReadOne(body, access), Is.EqualTo(promised));
            Assert.That(service.Normalize(promised), Is.EqualTo(promised));
        }, size: 6);

        Assert.That(handler.Requests, Is.Empty);
    }

    [Test]
    public void What_is_written_as_XML_and_as_JSON_is_read_as_normalizing_promised()
    {
        using var handler = new CannedHandler(CannedAnswer.NoSuchInventory);
        using var service = CannedOss.Service(handler, o => o.DestinationAccountId = o.DestinationRoleArn = null);
        var xml = new OssXmlFormat();
        var json = new OssutilJsonFormat();

        PropertyRun.Check(Rules, OssRuleGenerator.Held, rule =>
        {
            var promised = service.Normalize(rule);
            Assert.That(xml.Read(xml.Write(new(rule))).Rule, Is.EqualTo(promised));
            Assert.That(json.Read(json.Write(new(rule))).Rule, Is.EqualTo(promised));
        }, size: 6);

        Assert.That(handler.Requests, Is.Empty);
    }

    [Test]
    public async Task What_is_put_is_found_as_normalizing_promised()
    {
        await using var cloud = await OssCloud.StartAsync(new()
        {
            AllowIncrementalInventory = true,
            OssAllowKmsWithoutKeyId = true,
            OssRuleLimit = int.MaxValue,
            OssStorageClasses = ["Standard", "IA", "Archive", "ColdArchive", "DeepColdArchive", OssRuleGenerator.NewClass],
            OssOptionalFields = [.. InventoryField.Known.Select(f => f.Text), OssRuleGenerator.NewField],
        });
        HashSet<string> ids = [];

        await PropertyRun.CheckAsync(Puts, OssRuleGenerator.Kept, async rule =>
        {
            var result = await cloud.Service.PutAsync(OssCloud.Source, rule);
            var found = await cloud.Service.FindAsync(OssCloud.Source, rule.Id);

            Assert.That(found, Is.EqualTo(cloud.Service.Normalize(rule)));
            Assert.That(result.Outcome, Is.EqualTo(ids.Add(rule.Id) ? PutOutcome.Created : result.Previous == found ? PutOutcome.Unchanged : PutOutcome.Replaced));
        });

        Assert.That((await cloud.Service.ListAsync(OssCloud.Source).ToListAsync()).Select(r => r.Id), Is.EquivalentTo(ids));
    }
}
