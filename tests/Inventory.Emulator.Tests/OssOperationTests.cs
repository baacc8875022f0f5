using System.Xml.Linq;
using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

[TestFixture]
public sealed class OssOperationTests
{
    private InventoryEmulator _emulator = null!;

    [SetUp]
    public async Task Start() => _emulator = await InventoryEmulator.StartAsync(Samples.Unsigned);

    [TearDown]
    public async Task Stop() => await _emulator.DisposeAsync();

    [Test]
    public async Task A_put_answers_200_without_a_body_and_with_the_headers_of_the_service()
    {
        var answer = await _emulator.PutOssAsync(Samples.OssFull());

        Assert.That((answer.Status, answer.Body, answer.Header("Content-Length")), Is.EqualTo((200, "", "0")));
        Assert.That(answer.Header("x-oss-request-id"), Does.Match("^[0-9A-F]{24}$"));
        Assert.That(answer.Header("x-oss-server-time"), Does.Match("^[0-9]+$"));
        Assert.That(answer.Header("Server"), Is.EqualTo("AliyunOSS"));
        Assert.That(answer.Header("Date"), Is.EqualTo("Fri, 02 Jan 2026 03:04:05 GMT"));
    }

    [Test]
    public async Task A_get_answers_the_rule_with_its_storage_classes_in_another_order()
    {
        await _emulator.PutOssAsync(Samples.OssFull());

        var answer = await _emulator.OssAsync("GET", "?inventory&inventoryId=report1");

        Assert.That((answer.Status, answer.Header("Content-Type")), Is.EqualTo((200, "application/xml")));
        Assert.That(answer.Header("Transfer-Encoding"), Is.Null);
        Assert.That(answer.Body, Does.StartWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
        Assert.That(Elements(answer.Body), Is.EquivalentTo(Elements(Samples.OssFull().Replace("Standard,IA", "IA,Standard", StringComparison.Ordinal))));
    }

    [Test]
    public async Task A_rule_without_filter_comes_back_with_an_empty_one_and_a_lower_case_boolean()
    {
        await _emulator.PutOssAsync(Samples.OssMinimal());

        var answer = await _emulator.OssAsync("GET", "?inventory&inventoryId=report1");

        Assert.That(answer.Body, Does.Contain("<Filter><Prefix></Prefix></Filter>").And.Contain("<IsEnabled>true</IsEnabled>"));
        Assert.That(answer.Body, Does.Not.Contain("Encryption").And.Not.Contain("OptionalFields"));
    }

    [Test]
    public async Task Unknown_elements_are_neither_refused_nor_stored()
    {
        var put = await _emulator.PutOssAsync(Samples.OssMinimal().Replace("<IsEnabled>", "<enabled>true</enabled><Later><A/></Later><IsEnabled>", StringComparison.Ordinal));

        var stored = _emulator.StoredRules(EmulatorWire.Oss, Samples.Source).Single();
        Assert.That(put.Status, Is.EqualTo(200));
        Assert.That(stored.Document, Does.Not.Contain("enabled>").And.Not.Contain("Later"));
    }

    [Test]
    public async Task Empty_containers_as_one_client_sends_them_are_accepted()
    {
        var document = Samples.OssMinimal()
            .Replace("</Bucket>", "</Bucket><Prefix></Prefix><Encryption></Encryption>", StringComparison.Ordinal)
            .Replace("<Schedule>", "<Filter><Prefix></Prefix></Filter><OptionalFields></OptionalFields><Schedule>", StringComparison.Ordinal);

        var answer = await _emulator.PutOssAsync(document);

        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
    }

    [TestCase("<SSE-OSS/>")]
    [TestCase("<SSE-OSS></SSE-OSS>")]
    [TestCase("<SSE-OSS>\n  </SSE-OSS>")]
    public async Task Encryption_with_a_managed_key_comes_back_as_an_empty_element(string element)
    {
        await _emulator.PutOssAsync(Samples.OssFull().Replace("<SSE-KMS><KeyId>keyId</KeyId></SSE-KMS>", element, StringComparison.Ordinal));

        var answer = await _emulator.OssAsync("GET", "?inventory&inventoryId=report1");

        Assert.That(answer.Body, Does.Contain("<Encryption><SSE-OSS /></Encryption>"));
    }

    [Test]
    public async Task A_put_over_an_existing_rule_is_refused_and_the_rule_stays()
    {
        await _emulator.PutOssAsync(Samples.OssMinimal());

        var answer = await _emulator.PutOssAsync(Samples.OssFull());

        Assert.That((answer.Status, answer.Code), Is.EqualTo((409, "InventoryConfigurationAlreadyExists")));
        Assert.That(_emulator.StoredRules(EmulatorWire.Oss, Samples.Source).Single().Document, Does.Contain("Weekly"));
    }

    [Test]
    public async Task A_missing_rule_is_not_found_by_get_and_deleted_with_success()
    {
        var get = await _emulator.OssAsync("GET", "?inventory&inventoryId=none");
        var delete = await _emulator.OssAsync("DELETE", "?inventory&inventoryId=none");

        Assert.That((get.Status, get.Code, get.Xml("Message")), Is.EqualTo((404, "NoSuchInventory", "No Row found in Inventory Table.")));
        Assert.That(get.Xml("RequestId"), Is.EqualTo(get.Header("x-oss-request-id")));
        Assert.That((delete.Status, delete.Body), Is.EqualTo((204, "")));
    }

    [Test]
    public async Task A_delete_removes_the_rule_alone_that_it_names()
    {
        await _emulator.PutOssAsync(Samples.OssMinimal("a"), "a");
        await _emulator.PutOssAsync(Samples.OssMinimal("b"), "b");

        var answer = await _emulator.OssAsync("DELETE", "?inventory&inventoryId=a");

        Assert.That(answer.Status, Is.EqualTo(204));
        Assert.That(_emulator.StoredRules(EmulatorWire.Oss, Samples.Source).Single().Id, Is.EqualTo("b"));
    }

    [Test]
    public async Task A_list_of_a_bucket_without_rules_is_not_found()
    {
        var answer = await _emulator.OssAsync("GET", "?inventory");

        Assert.That((answer.Status, answer.Code), Is.EqualTo((404, "NoSuchInventory")));
    }

    [Test]
    public async Task Two_hundred_and_fifty_rules_come_in_three_pages_in_ordinal_order()
    {
        for (var number = 1; number <= 250; number++)
        {
            _emulator.SeedRaw(EmulatorWire.Oss, Samples.Source, Samples.OssMinimal($"report{number}"));
        }

        var ids = new List<string>();
        var sizes = new List<int>();
        for (string? query = "?inventory"; query is not null;)
        {
            var page = XDocument.Parse((await _emulator.OssAsync("GET", query)).Body).Root!;
            var read = page.Elements("InventoryConfiguration").Select(rule => rule.Element("Id")!.Value).ToArray();
            ids.AddRange(read);
            sizes.Add(read.Length);
            var next = page.Element("NextContinuationToken")?.Value;
            Assert.That(page.Element("IsTruncated")!.Value, Is.EqualTo(next is null ? "false" : "true"));
            Assert.That(next, Is.Null.Or.EqualTo(read[^1]));
            query = next is null ? null : $"?inventory&continuation-token={next}";
        }

        Assert.That(string.Join(' ', sizes), Is.EqualTo("100 100 50"));
        Assert.That(ids, Is.EqualTo(Enumerable.Range(1, 250).Select(number => $"report{number}").Order(StringComparer.Ordinal)));
    }

    [Test]
    public async Task Exactly_one_page_is_not_truncated_and_an_empty_token_means_the_first_page()
    {
        for (var number = 0; number < 100; number++)
        {
            _emulator.SeedRaw(EmulatorWire.Oss, Samples.Source, Samples.OssMinimal($"r{number}"));
        }

        var answer = await _emulator.OssAsync("GET", "?continuation-token&inventory");

        Assert.That(answer.Xml("IsTruncated"), Is.EqualTo("false"));
        Assert.That(answer.Xml("NextContinuationToken"), Is.Null);
        Assert.That(XDocument.Parse(answer.Body).Root!.Elements("InventoryConfiguration").Count(), Is.EqualTo(100));
    }

    [Test]
    public async Task A_page_goes_on_behind_a_token_whose_rule_is_gone()
    {
        await _emulator.PutOssAsync(Samples.OssMinimal("a"), "a");
        await _emulator.PutOssAsync(Samples.OssMinimal("c"), "c");

        var answer = await _emulator.OssAsync("GET", "?inventory&continuation-token=b");

        Assert.That((answer.Xml("Id"), answer.Xml("ContinuationToken")), Is.EqualTo(("c", "b")));
    }

    [Test]
    public async Task A_full_bucket_refuses_the_next_rule()
    {
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned with { OssRuleLimit = 1 });
        await emulator.PutOssAsync(Samples.OssMinimal("a"), "a");

        var answer = await emulator.PutOssAsync(Samples.OssMinimal("b"), "b");

        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "InventoryExceedLimit")));
    }

    [TestCase("PUT")]
    [TestCase("GET")]
    [TestCase("DELETE")]
    public async Task A_bucket_that_does_not_exist_is_not_found(string method)
    {
        var answer = await RawHttp.SendAsync(_emulator.OssEndpoint, method, "/no-such-bucket/?inventory&inventoryId=report1", Samples.OssMinimal());

        Assert.That((answer.Status, answer.Code, answer.Header("x-oss-ec")), Is.EqualTo((404, "NoSuchBucket", "0015-00000101")));
        Assert.That((answer.Xml("EC"), answer.Xml("BucketName")), Is.EqualTo(("0015-00000101", "no-such-bucket")));
    }

    [TestCase("GET", "/examplebucket/?acl", "GetBucketAcl")]
    [TestCase("PUT", "/examplebucket/?lifecycle", "PutBucketLifecycle")]
    [TestCase("DELETE", "/examplebucket/?max-keys=1&website=", "DeleteBucketWebsite")]
    [TestCase("GET", "/examplebucket/?versions", "ListObjectVersions")]
    [TestCase("POST", "/examplebucket/?delete", "DeleteMultipleObjects")]
    [TestCase("PUT", "/examplebucket/key", "PutObject")]
    [TestCase("GET", "/examplebucket/a/b?acl", "GetObjectACL")]
    [TestCase("PUT", "/examplebucket/key?partNumber=1&uploadId=x", "UploadPart")]
    [TestCase("GET", "/?regions", "DescribeRegions")]
    [TestCase("GET", "/?tag-key=a", "GET of the service with the query 'tag-key'")]
    [TestCase("DELETE", "/", "DELETE of the service")]
    [TestCase("DELETE", "/examplebucket/?inventoryId=report1", "DELETE of a bucket with the query 'inventoryId'")]
    [TestCase("DELETE", "/examplebucket/?&", "DELETE of a bucket")]
    [TestCase("DELETE", "/examplebucket/?Inventory", "DELETE of a bucket with the query 'Inventory'")]
    [TestCase("PUT", "/examplebucket/?inventoryId=report1", "PUT of a bucket with the query 'inventoryId'")]
    [TestCase("POST", "/examplebucket/?inventory&inventoryId=report1", "POST of a bucket with the query 'inventory'")]
    [TestCase("DELETE", "/examplebucket/key?inventory&inventoryId=report1", "DeleteObject")]
    public async Task What_is_neither_about_a_rule_nor_about_a_bucket_is_named_and_does_nothing(string method, string target, string name)
    {
        await _emulator.PutOssAsync(Samples.OssMinimal());

        var answer = await RawHttp.SendAsync(_emulator.OssEndpoint, method, target, Samples.OssFull());

        Assert.That((answer.Status, answer.Code), Is.EqualTo((501, "NotImplemented")));
        Assert.That(answer.Xml("Message"), Does.StartWith(name + " is not implemented here"));
        Assert.That(_emulator.StoredRules(EmulatorWire.Oss, Samples.Source), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_head_request_carries_its_error_in_a_header()
    {
        var answer = await _emulator.OssAsync("HEAD", "?inventory&inventoryId=report1");

        var error = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(answer.Header("x-oss-err")!));
        Assert.That((answer.Status, answer.Body), Is.EqualTo((501, "")));
        Assert.That(error, Does.Contain("<Code>NotImplemented</Code>"));
    }

    [Test]
    public async Task A_plus_in_the_query_is_a_space()
    {
        await RawHttp.SendAsync(_emulator.OssEndpoint, "PUT", "/examplebucket/?inventory&inventoryId=a+b%2Bc", Samples.OssMinimal("a b+c"));

        var answer = await _emulator.OssAsync("GET", "?inventoryId=a%20b%2bc&inventory=");

        Assert.That(answer.Xml("Id"), Is.EqualTo("a b+c"));
    }

    [Test]
    public async Task A_wrong_digest_is_refused_and_a_right_one_is_not()
    {
        var wrong = await RawHttp.SendAsync(
            _emulator.OssEndpoint, "PUT", "/examplebucket/?inventory&inventoryId=report1", Samples.OssMinimal(), ("Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg=="));
        var right = await RawHttp.SendAsync(
            _emulator.OssEndpoint, "DELETE", "/examplebucket/?inventory&inventoryId=report1", (string?)null, ("Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg=="));

        Assert.That((wrong.Status, wrong.Code), Is.EqualTo((400, "InvalidDigest")));
        Assert.That(right.Status, Is.EqualTo(204));
    }

    private static string[] Elements(string document) =>
        [.. XDocument.Parse(document).Descendants().Where(element => !element.HasElements).Select(element => $"{element.Parent!.Name}/{element.Name}={element.Value}")];
}
