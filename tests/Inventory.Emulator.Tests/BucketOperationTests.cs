using System.Text.Json;
using System.Xml.Linq;
using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

/// <summary>What comes with a bucket, on both wires.</summary>
[TestFixture]
public sealed class BucketOperationTests
{
    private InventoryEmulator _emulator = null!;

    [SetUp]
    public async Task Start() => _emulator = await InventoryEmulator.StartAsync(Samples.Unsigned);

    [TearDown]
    public async Task Stop() => await _emulator.DisposeAsync();

    [TestCase("oss")]
    [TestCase("bos")]
    public async Task A_bucket_is_created_holds_rules_and_goes_with_them(string wire)
    {
        var missing = await SendAsync(wire, "HEAD", "/made");
        var created = await SendAsync(wire, "PUT", "/made");
        var there = await SendAsync(wire, "HEAD", "/made");
        _emulator.SeedRaw(wire, "made", wire == "oss" ? Samples.OssMinimal() : Samples.Bos(), "a");
        var deleted = await SendAsync(wire, "DELETE", "/made");
        var gone = await SendAsync(wire, "DELETE", "/made");
        _ = await SendAsync(wire, "PUT", "/made");

        Assert.That((missing.Status, created.Status, there.Status, deleted.Status, gone.Status), Is.EqualTo((404, 200, 200, 204, 404)));
        Assert.That((created.Header("Location"), created.Body, deleted.Body, gone.Code), Is.EqualTo(("/made", "", "", "NoSuchBucket")));
        Assert.That(_emulator.StoredRules(wire, "made"), Is.Empty);
    }

    [TestCase("oss", "bos")]
    [TestCase("bos", "oss")]
    public async Task A_bucket_exists_on_the_wire_that_it_was_created_on_alone(string wire, string other)
    {
        _ = await SendAsync(wire, "PUT", "/made");
        _ = await SendAsync(wire, "DELETE", "/destbucket");

        var elsewhere = await SendAsync(other, "GET", "/made?inventory");
        var left = await SendAsync(other, "HEAD", "/destbucket");

        Assert.That((elsewhere.Code, left.Status), Is.EqualTo(("NoSuchBucket", 200)));
    }

    [TestCase("oss")]
    [TestCase("bos")]
    public async Task A_bucket_that_exists_is_not_created_again_and_keeps_its_rules(string wire)
    {
        _emulator.SeedRaw(wire, Samples.Source, wire == "oss" ? Samples.OssMinimal() : Samples.Bos(), "a");

        var answer = await SendAsync(wire, "PUT", "/examplebucket");

        Assert.That((answer.Status, answer.Code), Is.EqualTo((409, "BucketAlreadyExists")));
        Assert.That(_emulator.StoredRules(wire, Samples.Source), Has.Count.EqualTo(1));
    }

    [TestCase("oss", "/Bad_Name")]
    [TestCase("bos", "/-bad")]
    public async Task A_name_that_is_none_is_refused(string wire, string target)
    {
        var answer = await SendAsync(wire, "PUT", target);

        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "InvalidBucketName")));
    }

    [TestCase("oss", "DELETE", "?inventory", 400)]
    [TestCase("oss", "DELETE", "?inventory&inventoryId=", 400)]
    [TestCase("oss", "PUT", "?inventory", 400)]
    [TestCase("oss", "DELETE", "?x", 501)]
    [TestCase("oss", "DELETE", "?x-oss-something=1", 501)]
    [TestCase("bos", "DELETE", "?inventory", 400)]
    [TestCase("bos", "DELETE", "?inventory=&id", 400)]
    [TestCase("bos", "DELETE", "?id=rule-1", 501)]
    [TestCase("bos", "DELETE", "?&", 501)]
    public async Task A_query_that_lost_something_never_deletes_a_bucket(string wire, string method, string query, int status)
    {
        var answer = await SendAsync(wire, method, "/examplebucket" + query);
        var there = await SendAsync(wire, "HEAD", "/examplebucket");

        Assert.That((answer.Status, there.Status), Is.EqualTo((status, 200)));
    }

    [TestCase("oss", "?acl")]
    [TestCase("oss", "?bucketInfo")]
    [TestCase("oss", "?location")]
    [TestCase("oss", "?list-type=2")]
    [TestCase("bos", "?acl")]
    [TestCase("bos", "?location")]
    [TestCase("bos", "")]
    public async Task Whatever_a_client_asks_to_see_if_a_bucket_exists_a_missing_one_is_not_found(string wire, string query)
    {
        var answer = await SendAsync(wire, "GET", "/missing" + query);

        Assert.That((answer.Status, answer.Code), Is.EqualTo((404, "NoSuchBucket")));
    }

    [Test]
    public async Task The_location_and_the_info_of_a_bucket_are_those_of_its_region()
    {
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned with { Buckets = [new("logs", "cn-beijing", "42")] });

        var location = await RawHttp.SendAsync(emulator.OssEndpoint, "GET", "/logs/?location");
        var info = await RawHttp.SendAsync(emulator.OssEndpoint, "GET", "/logs/?bucketInfo");
        var bos = await RawHttp.SendAsync(emulator.BosEndpoint, "GET", "/v1/logs?location");

        Assert.That(location.Xml("LocationConstraint"), Is.EqualTo("oss-cn-beijing"));
        Assert.That((info.Xml("Name"), info.Xml("Location"), info.Xml("ID"), info.Xml("Grant")), Is.EqualTo(("logs", "oss-cn-beijing", "42", "private")));
        Assert.That((info.Xml("ExtranetEndpoint"), info.Xml("CreationDate")), Is.EqualTo(("oss-cn-beijing.aliyuncs.com", "2026-01-02T03:04:05.000Z")));
        Assert.That(bos.Body, Is.EqualTo("""{"locationConstraint":"bj"}"""));
    }

    [Test]
    public async Task A_bucket_is_created_in_the_region_of_the_host_and_has_rules_there()
    {
        var created = await RawHttp.SendAsync(_emulator.OssEndpoint, "PUT", "/", (string?)null, ("Host", "made.oss-cn-beijing.aliyuncs.com"));
        var elsewhere = await RawHttp.SendAsync(_emulator.OssEndpoint, "GET", "/?inventory", (string?)null, ("Host", "made.oss-cn-hangzhou.aliyuncs.com"));
        var bos = await RawHttp.SendAsync(_emulator.BosEndpoint, "PUT", "/v1", """{"enableMultiAZ":false}""", ("Host", "made.gz.bcebos.com"));
        var location = await SendAsync("bos", "GET", "/made?location");

        Assert.That((created.Status, elsewhere.Code, bos.Status), Is.EqualTo((200, "AccessDenied", 200)));
        Assert.That((await SendAsync("oss", "GET", "/made/?location")).Xml("LocationConstraint"), Is.EqualTo("oss-cn-beijing"));
        Assert.That(location.Json("locationConstraint"), Is.EqualTo("gz"));
    }

    [Test]
    public async Task A_list_of_buckets_says_nothing_of_pages_where_all_are_in_it()
    {
        var answer = await SendAsync("oss", "GET", "/");

        var root = XDocument.Parse(answer.Body).Root!;
        Assert.That(Names(answer), Is.EqualTo("destbucket examplebucket"));
        Assert.That((root.Name.LocalName, root.Element("IsTruncated"), root.Element("MaxKeys")), Is.EqualTo(("ListAllMyBucketsResult", (XElement?)null, (XElement?)null)));
        Assert.That(root.Element("Owner")!.Element("ID")!.Value, Is.Not.Empty);
    }

    [TestCase("?prefix=exam&max-keys=1", "examplebucket", null)]
    [TestCase("?prefix=examplebucket2", "", null)]
    [TestCase("?max-keys=1", "destbucket", "destbucket")]
    [TestCase("?max-keys=1&marker=destbucket", "examplebucket", null)]
    [TestCase("?marker=z&x-oss-expires=1", "", null)]
    public async Task A_list_of_buckets_keeps_to_prefix_marker_and_max_keys(string query, string names, string? next)
    {
        var answer = await SendAsync("oss", "GET", "/" + query);

        Assert.That((Names(answer), answer.Xml("NextMarker"), answer.Xml("IsTruncated")), Is.EqualTo((names, next, next is null ? null : "true")));
    }

    [TestCase("/?max-keys=0")]
    [TestCase("/?max-keys=1001")]
    [TestCase("/examplebucket/?max-keys=x")]
    [TestCase("/examplebucket/?list-type=3")]
    public async Task A_page_without_a_sensible_size_is_refused(string target)
    {
        Assert.That((await SendAsync("oss", "GET", target)).Code, Is.EqualTo("InvalidArgument"));
    }

    [Test]
    public async Task The_other_wire_lists_its_buckets_in_its_own_words()
    {
        var answer = await SendAsync("bos", "GET", "/");

        var buckets = JsonDocument.Parse(answer.Body).RootElement.GetProperty("buckets").EnumerateArray().Select(bucket => bucket.GetRawText());
        Assert.That(buckets, Is.EqualTo(new[] { "destbucket", "examplebucket" }.Select(name =>
            $$"""{"name":"{{name}}","location":"bj","creationDate":"2026-01-02T03:04:05Z"}""")));
        Assert.That(answer.Body, Does.StartWith("{\"owner\":{\"id\":\""));
    }

    [TestCase("?delimiter=%2F&prefix=a%26b&max-keys=5", "<Prefix>a&amp;b</Prefix><Marker></Marker><MaxKeys>5</MaxKeys><Delimiter>/</Delimiter><IsTruncated>false</IsTruncated>")]
    [TestCase("?list-type=2&prefix=", "<Prefix></Prefix><StartAfter></StartAfter><MaxKeys>100</MaxKeys><Delimiter></Delimiter><IsTruncated>false</IsTruncated><KeyCount>0</KeyCount>")]
    public async Task A_list_of_objects_is_empty_so_that_a_bucket_can_be_torn_down(string query, string body)
    {
        var answer = await SendAsync("oss", "GET", "/examplebucket/" + query);

        Assert.That(answer.Body, Does.EndWith($"<ListBucketResult><Name>examplebucket</Name>{body}</ListBucketResult>"));
    }

    [Test]
    public async Task So_it_is_on_the_other_wire()
    {
        var answer = await SendAsync("bos", "GET", "/examplebucket?maxKeys=1000");
        var wrong = await SendAsync("bos", "GET", "/examplebucket?maxKeys=1001");

        Assert.That(answer.Body, Is.EqualTo(
            """{"name":"examplebucket","prefix":"","delimiter":"","marker":"","maxKeys":1000,"isTruncated":false,"contents":[]}"""));
        Assert.That(wrong.Code, Is.EqualTo("InvalidArgument"));
    }

    [Test]
    public async Task A_new_bucket_can_be_the_target_of_a_rule()
    {
        var missing = await _emulator.PutOssAsync(Samples.OssMinimal().Replace("destbucket", "made", StringComparison.Ordinal));
        _ = await SendAsync("oss", "PUT", "/made");
        var found = await _emulator.PutOssAsync(Samples.OssMinimal().Replace("destbucket", "made", StringComparison.Ordinal));

        Assert.That((missing.Xml("EC"), found.Status), Is.EqualTo(("0020-00000032", 200)));
    }

    [Test]
    public async Task Of_fifty_creations_at_once_one_is_let_through([Values("oss", "bos")] string wire)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => SendAsync(wire, "PUT", "/made")));

        Assert.That(answers.Count(answer => answer.Status == 200), Is.EqualTo(1));
        Assert.That(answers.Count(answer => answer.Code == "BucketAlreadyExists"), Is.EqualTo(49));
    }

    private Task<RawAnswer> SendAsync(string wire, string method, string target, string? body = null) =>
        RawHttp.SendAsync(wire == "oss" ? _emulator.OssEndpoint : _emulator.BosEndpoint, method, target, body);

    private static string Names(RawAnswer answer) =>
        string.Join(' ', XDocument.Parse(answer.Body).Root!.Element("Buckets")!.Elements("Bucket").Select(bucket => bucket.Element("Name")!.Value));
}
