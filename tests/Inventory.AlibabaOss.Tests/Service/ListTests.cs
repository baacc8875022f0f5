using System.Globalization;
using Inventory.AlibabaOss.Tests.Support;

namespace Inventory.AlibabaOss.Tests.Service;

/// <summary>Listing across pages.</summary>
[TestFixture]
public sealed class ListTests
{
    [Test]
    public async Task A_bucket_without_rules_lists_none_and_is_not_an_error()
    {
        await using var cloud = await OssCloud.StartAsync();

        var rules = await cloud.Service.ListAsync(OssCloud.Source).ToListAsync();

        Assert.That(rules, Is.Empty);
        Assert.That(cloud.Requests.Single().ErrorCode, Is.EqualTo("NoSuchInventory"));
    }

    [TestCase(250, 3)]
    [TestCase(100, 1)]
    [TestCase(101, 2)]
    public async Task Every_rule_of_every_page_is_listed_once_in_the_services_order(int count, int pages)
    {
        await using var cloud = await OssCloud.StartAsync();
        var ids = Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"汉 {i}/+%")).ToList();
        ids.ForEach(id => cloud.Seed(OssRules.Xml(id)));

        var listed = await cloud.Service.ListAsync(OssCloud.Source).Select(r => r.Id).ToListAsync();

        Assert.That(listed, Is.EqualTo(ids.Order(StringComparer.Ordinal)));
        Assert.That(cloud.Requests, Has.Count.EqualTo(pages));
        Assert.That(cloud.Requests.Select(r => r.Status), Has.All.EqualTo(200));
    }

    [TestCase("<ListInventoryConfigurationsResult xmlns=\"http://doc.oss-cn-hangzhou.aliyuncs.com\">", "</ListInventoryConfigurationsResult>", "")]
    [TestCase("<o:ListInventoryConfigurationsResult xmlns:o=\"urn:o\">", "</o:ListInventoryConfigurationsResult>", "o:")]
    public async Task Pages_in_a_namespace_are_read_to_the_last(string open, string close, string prefix)
    {
        using var handler = new CannedHandler(
            new(200, $"{open}{Prefixed(OssRules.Xml("a"))}{Prefixed("<IsTruncated>true</IsTruncated><NextContinuationToken>a</NextContinuationToken>")}{close}"),
            new(200, $"{open}{Prefixed(OssRules.Xml("b"))}{Prefixed("<IsTruncated>false</IsTruncated>")}{close}"));
        using var service = CannedOss.Service(handler);

        var listed = await service.ListAsync(OssCloud.Source).ToListAsync();

        Assert.That(listed, Is.EqualTo(new[] { "a", "b" }.Select(id => service.Normalize(OssRules.Plain with { Id = id }))));
        Assert.That(handler.Requests, Has.Count.EqualTo(2));
        Assert.That(handler.Requests[1].SentUri, Does.EndWith("continuation-token=a"));

        string Prefixed(string xml) => xml.Replace("</", "\0", StringComparison.Ordinal).Replace("<", $"<{prefix}", StringComparison.Ordinal).Replace("\0", $"</{prefix}", StringComparison.Ordinal);
    }

    [TestCase("")]
    [TestCase("<html><body>Not found</body></html>")]
    [TestCase("<Error><Code>NoSuchKey</Code><Message>No.</Message></Error>")]
    [TestCase("<Error><Code>BrandNew</Code><Message>No.</Message></Error>")]
    public void A_404_that_speaks_of_no_rule_is_an_error_and_never_an_empty_list(string body)
    {
        using var handler = new CannedHandler(new CannedAnswer(404, body));
        using var service = CannedOss.Service(handler);

        var failure = Assert.CatchAsync<InventoryException>(async () => _ = await service.ListAsync(OssCloud.Source).ToListAsync());

        Assert.That((failure.Kind, failure.HttpStatus, failure.RequestId), Is.EqualTo((InventoryErrorKind.Unexpected, 404, CannedAnswer.RequestId)));
    }

    [Test]
    public async Task A_caller_that_has_seen_enough_asks_for_no_further_page()
    {
        await using var cloud = await OssCloud.StartAsync(new() { OssPageSize = 2 });
        Enumerable.Range(0, 9).ToList().ForEach(i => cloud.Seed(OssRules.Xml(string.Create(CultureInfo.InvariantCulture, $"r{i}"))));

        var first = await cloud.Service.ListAsync(OssCloud.Source).Take(3).CountAsync();

        Assert.That(first, Is.EqualTo(3));
        Assert.That(cloud.Requests, Has.Count.EqualTo(2));
    }
}
