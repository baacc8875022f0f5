using System.Text;
using Inventory.AlibabaOss.Tests.Support;
using Inventory.Documents;

namespace Inventory.AlibabaOss.Tests.Mapping;

/// <summary>Pages that OSS never has: what is done for them is bounded.</summary>
[TestFixture]
public sealed class HugePageTests
{
    private static readonly OssAccessExtension NoOptions = new();

    [Test]
    public void More_rules_than_any_page_has_are_a_malformed_answer_before_one_is_read()
    {
        var body = Page("<InventoryConfiguration/>", 1024 * 1024 / 25);
        var redacted = 0;
        using var handler = new CannedHandler(new CannedAnswer(200, body));
        using var service = CannedOss.Service(handler);

        Assert.That(() => OssListPage.Read(Encoding.UTF8.GetBytes(body), NoOptions, text => $"{text}{redacted++}"), Throws.InstanceOf<InvalidDocumentException>());
        var error = Assert.CatchAsync<InventoryException>(async () => await service.ListAsync("examplebucket").ToListAsync());

        Assert.That(redacted, Is.Zero, "no rule was read, so none was set aside");
        Assert.That((error.Kind, error.RequestId, error.HttpStatus), Is.EqualTo((InventoryErrorKind.MalformedResponse, CannedAnswer.RequestId, 200)));
        Assert.That(error, Is.Not.InstanceOf<UnreadableRulesException>());
        Assert.That(error.Message, Does.Contain("more than 1000 are no page").And.Property(nameof(string.Length)).LessThan(1000));
    }

    [Test]
    public void As_many_rules_as_the_bound_are_read()
    {
        var page = OssListPage.Read(Encoding.UTF8.GetBytes(Page(OssRules.Xml(), OssListPage.MostRules)), NoOptions, text => text);

        Assert.That((page.Rules.Count, page.Unreadable), Is.EqualTo((1000, (IReadOnlyList<UnreadableRule>?)null)));
    }

    [Test]
    public void Pages_of_unreadable_rules_that_never_end_are_given_up()
    {
        var answers = Enumerable.Range(0, 12).Select(i => new CannedAnswer(200, Page("<InventoryConfiguration/>", 1000, $"<IsTruncated>true</IsTruncated><NextContinuationToken>{i}</NextContinuationToken>")));
        using var handler = new CannedHandler([.. answers]);
        using var service = CannedOss.Service(handler);

        var error = Assert.CatchAsync<InventoryException>(async () => await service.ListAsync("examplebucket").ToListAsync());

        Assert.That((error.Kind, error.RequestId, error.HttpStatus, error.Attempts), Is.EqualTo((InventoryErrorKind.MalformedResponse, CannedAnswer.RequestId, 200, 1)));
        Assert.That(error.Message, Does.Contain("more than 10000 rules"));
        Assert.That(handler.Requests, Has.Count.EqualTo(11));
    }

    [TestCase(8192, 2)]
    [TestCase(8193, 1)]
    public void A_token_that_no_address_can_hold_is_not_sent(int length, int requests)
    {
        var more = $"<IsTruncated>true</IsTruncated><NextContinuationToken>{new string('t', length)}</NextContinuationToken>";
        using var handler = new CannedHandler(new CannedAnswer(200, Page("", 0, more)), new CannedAnswer(200, Page("", 0, "<IsTruncated>no</IsTruncated>")));
        using var service = CannedOss.Service(handler);

        var error = Assert.CatchAsync<InventoryException>(async () => await service.ListAsync("examplebucket").ToListAsync());

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.MalformedResponse));
        Assert.That(handler.Requests, Has.Count.EqualTo(requests));
    }

    private static string Page(string rule, int count, string more = "<IsTruncated>false</IsTruncated>") =>
        $"<ListInventoryConfigurationsResult>{string.Concat(Enumerable.Repeat(rule, count))}{more}</ListInventoryConfigurationsResult>";
}
