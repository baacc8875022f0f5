using Inventory.AlibabaOss.Tests.Support;

namespace Inventory.AlibabaOss.Tests.Mapping;

/// <summary>What is no rule at all, as a file and as an answer.</summary>
[TestFixture]
public sealed class GarbageTests
{
    public static IEnumerable<TestCaseData> Garbage =>
    [
        Case("a DTD", "<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + OssRules.Xml(root: "<Owner>&e;</Owner>")),
        Case("entities that grow", "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>" + OssRules.Xml("&b;")),
        Case("deep nesting", string.Concat(Enumerable.Repeat("<InventoryConfiguration>", 5000)) + string.Concat(Enumerable.Repeat("</InventoryConfiguration>", 5000))),
        Case("a truncated document", OssRules.Xml()[..^10]),
        Case("HTML", "<!DOCTYPE html><html><body><br>503 Service Unavailable</body></html>"),
        Case("HTML without a type", "<html><body>captive portal</body></html>"),
        Case("nothing", ""),
        Case("white space", " \r\n\t"),
        Case("another root", "<ListBucketResult><Name>b</Name></ListBucketResult>"),
        Case("a text", "OK"),
        Case("JSON", "{\"Id\":\"r\"}"),
        Case("two roots", OssRules.Xml() + OssRules.Xml()),
        Case("half a character", OssRules.Xml("&#xD800;")),
        Case("a control character", OssRules.Xml("&#1;")),
    ];

    [TestCaseSource(nameof(Garbage))]
    public void A_file_is_refused_as_an_invalid_document(string garbage)
    {
        Assert.That(() => new OssXmlFormat().Read(garbage), Throws.InstanceOf<InventoryException>().With.Property("Kind").EqualTo(InventoryErrorKind.InvalidDocument));
        if (!garbage.StartsWith('{'))
        {
            Assert.That(() => new OssutilJsonFormat().Read(garbage), Throws.InstanceOf<InventoryException>().With.Property("Kind").EqualTo(InventoryErrorKind.InvalidDocument));
        }
    }

    [TestCaseSource(nameof(Garbage))]
    public void An_answer_is_refused_as_malformed_with_its_request_id(string garbage)
    {
        using var handler = new CannedHandler(new CannedAnswer(200, garbage));
        using var service = CannedOss.Service(handler);

        var found = Assert.ThrowsAsync<InventoryException>(() => service.FindAsync("examplebucket", "report1"));
        var listed = Assert.ThrowsAsync<InventoryException>(async () => await service.ListAsync("examplebucket").ToListAsync());

        Assert.That((found.Kind, found.RequestId), Is.EqualTo((InventoryErrorKind.MalformedResponse, CannedAnswer.RequestId)));
        Assert.That((listed.Kind, listed.RequestId), Is.EqualTo((InventoryErrorKind.MalformedResponse, CannedAnswer.RequestId)));
    }

    [TestCase("[]")]
    [TestCase("\"report1\"")]
    [TestCase("7")]
    [TestCase("{}")]
    [TestCase("{\"Id\": [\"a\", \"b\"], \"Destination\": 3, \"Schedule\": [1], \"IsEnabled\": {}, \"Filter\": \"x\", \"OptionalFields\": { \"Field\": [ {}, [], 1 ] } }")]
    public void JSON_of_another_shape_is_refused_as_an_invalid_document(string json)
    {
        Assert.That(() => new OssutilJsonFormat().Read(json), Throws.InstanceOf<InventoryException>().With.Property("Kind").EqualTo(InventoryErrorKind.InvalidDocument));
    }

    [TestCase("<ListInventoryConfigurationsResult><IsTruncated>true</IsTruncated></ListInventoryConfigurationsResult>")]
    [TestCase("<ListInventoryConfigurationsResult><IsTruncated>perhaps</IsTruncated></ListInventoryConfigurationsResult>")]
    [TestCase("<ListInventoryConfigurationsResult><IsTruncated>true</IsTruncated><NextContinuationToken>same</NextContinuationToken></ListInventoryConfigurationsResult>")]
    public void A_page_that_leads_nowhere_is_malformed(string page)
    {
        using var handler = new CannedHandler(new CannedAnswer(200, page));
        using var service = CannedOss.Service(handler);

        var failure = Assert.ThrowsAsync<InventoryException>(async () => await service.ListAsync("examplebucket").ToListAsync());

        Assert.That(failure.Kind, Is.EqualTo(InventoryErrorKind.MalformedResponse));
        Assert.That(handler.Requests, Has.Count.LessThanOrEqualTo(2));
    }

    private static TestCaseData Case(string name, string garbage) => new TestCaseData(garbage).SetArgDisplayNames(name);
}
