using Inventory.AlibabaOss.Tests.Support;

namespace Inventory.AlibabaOss.Tests.Service;

/// <summary>Ids that URLs, signatures and XML each write in their own way.</summary>
[TestFixture]
public sealed class IdTests
{
    [TestCase("with space")]
    [TestCase(" leading and trailing ")]
    [TestCase("   ")]
    [TestCase("plus+plus")]
    [TestCase("percent%2Fsign%")]
    [TestCase("a&b=c")]
    [TestCase("日志清单")]
    [TestCase("📦🚀")]
    [TestCase("single'double\"back`quote")]
    [TestCase("<Id>&amp;]]></Id>")]
    [TestCase("a/b//c/../d")]
    [TestCase("?query#fragment")]
    [TestCase("..")]
    [TestCase("~!*()[]{}|^\\")]
    [TestCase("İıßé\u0301\u00A0\u2028\u200D")]
    public async Task A_rule_of_this_id_is_put_found_replaced_listed_and_deleted(string id)
    {
        await using var cloud = await OssCloud.StartAsync();
        var rule = OssRules.Plain with { Id = id };
        var changed = rule with { IsEnabled = false };

        var created = await cloud.Service.PutAsync(OssCloud.Source, rule);
        var found = await cloud.Service.FindAsync(OssCloud.Source, id);
        var replaced = await cloud.Service.PutAsync(OssCloud.Source, changed);
        var listed = await cloud.Service.ListAsync(OssCloud.Source).SingleAsync();
        await cloud.Service.DeleteAsync(OssCloud.Source, id);

        Assert.That((created.Outcome, replaced.Outcome), Is.EqualTo((PutOutcome.Created, PutOutcome.Replaced)));
        Assert.That((found, listed), Is.EqualTo((rule, changed)));
        Assert.That(await cloud.Service.FindAsync(OssCloud.Source, id), Is.Null);
    }
}
