using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Inventory.Documents;

namespace Inventory.BaiduBos.Tests.Laws;

/// <summary>What holds for every rule.</summary>
[TestFixture]
public sealed class LawTests
{
    private const int Rules = 100_000;
    private const int Puts = 2_000;
    private const string Source = "src";

    [Test]
    public void What_is_read_from_a_written_rule_is_what_normalizing_promised_and_normalizing_that_changes_nothing()
    {
        using var service = Service();
        var kept = 0;

        PropertyRun.Check(Rules, Holdable(service), rule =>
        {
            kept += rule.Extensions.Count;
            var body = Encoding.UTF8.GetBytes(JsonNodes.Write(BosRuleMapper.ToWire(rule, Source), isIndented: false));
            var promised = service.Normalize(rule);
            Assert.That(BosAnswers.ReadOne(body, Source), Is.EqualTo(promised));
            Assert.That(service.Normalize(promised), Is.EqualTo(promised));
        }, size: 8);

        TestContext.Out.WriteLine($"{kept} with an extension.");
        Assert.That(kept, Is.GreaterThan(Rules / 10));
    }

    [Test]
    public void A_rule_written_to_a_file_is_read_back()
    {
        using var service = Service();
        var format = new BosJsonFormat();

        PropertyRun.Check(Rules, Holdable(service, rule => rule.Extension<BosInventoryExtension>()?.Resource.IsEmpty != false), rule =>
        {
            var back = format.Read(format.Write(new(rule, Source)));
            Assert.That(back, Is.EqualTo(new RuleDocument(service.Normalize(rule), Source)));
        }, size: 8);
    }

    [Test]
    public async Task What_is_found_after_a_put_is_what_normalizing_promised()
    {
        await using var bos = await EmulatedBos.StartAsync(new() { Buckets = [new(Source), new("abc"), new("dst-bucket"), new("0-9"), new(new string('x', 63))], BosRuleLimit = int.MaxValue });
        var service = bos.NewService(options => options.AllowUnproven.Add(InventoryFeature.MultiplePrefixFilter));
        HashSet<string> ids = [];

        await PropertyRun.CheckAsync(Puts, RuleGenerator.Named, async rule =>
        {
            var result = await service.PutAsync(Source, rule);
            var found = await service.FindAsync(Source, rule.Id);

            Assert.That(found, Is.EqualTo(service.Normalize(rule)));
            Assert.That(result.Outcome, Is.EqualTo(ids.Add(rule.Id) ? PutOutcome.Created : result.Previous == found ? PutOutcome.Unchanged : PutOutcome.Replaced));
        });

        Assert.That(bos.Stored(Source).Select(r => r.Id), Is.EquivalentTo(ids));
    }

    private static BosInventoryService Service()
    {
        var options = ScriptedBos.Options();
        options.AllowUnproven.Add(InventoryFeature.MultiplePrefixFilter);
        return ScriptedBos.Service(new(), options);
    }

    /// <summary>Rules that validate: of those that contradict themselves nothing is promised.</summary>
    private static Gen<InventoryRule> Holdable(BosInventoryService service, Func<InventoryRule, bool>? also = null) => RuleGenerator.Any.Where(rule =>
        service.Validate(rule).All(v => v.Severity != ViolationSeverity.Error)
        && !BosRuleMapper.IsPrefixes(rule.Extension<BosInventoryExtension>()?.Resource ?? [], Source)
        && also?.Invoke(rule) != false);
}
