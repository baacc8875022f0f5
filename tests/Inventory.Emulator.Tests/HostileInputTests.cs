using System.Text;
using Inventory.Emulator.Http;
using Inventory.Emulator.Oss;
using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

[TestFixture]
public sealed class HostileInputTests
{
    private const string OssTarget = "/examplebucket/?inventory&inventoryId=report1";
    private const string BosTarget = "/examplebucket?inventory&id=rule-1";

    private static readonly string[] XmlBodies =
    [
        "",
        "<",
        "report1",
        "<Other/>",
        "<InventoryConfiguration>",
        "<InventoryConfiguration><Id>report1</Id><Id>report1</Id></InventoryConfiguration>",
        "<!DOCTYPE a [<!ENTITY b 'c'>]><InventoryConfiguration><Id>&b;</Id></InventoryConfiguration>",
        "<!DOCTYPE a SYSTEM \"file:///etc/hostname\"><InventoryConfiguration/>",
        "<InventoryConfiguration><Id>&#1;</Id></InventoryConfiguration>",
        "<InventoryConfiguration><Id>a&b</Id></InventoryConfiguration>",
        string.Concat(Enumerable.Repeat("<InventoryConfiguration>", 10_000)),
        "<InventoryConfiguration>" + string.Concat(Enumerable.Repeat("<a>", 20)) + string.Concat(Enumerable.Repeat("</a>", 20)) + "</InventoryConfiguration>",
        "<InventoryConfiguration><Id>" + new string('a', 300_000) + "</Id></InventoryConfiguration>",
    ];

    private static readonly string[] JsonBodies =
    [
        "", "{", "rule", "{\"id\":}", new('[', 10_000), "{\"a\":" + new string('[', 20) + new string(']', 20) + "}", "{\"id\":\"" + new string('a', 300_000) + "\"}",
    ];

    private InventoryEmulator _emulator = null!;

    [SetUp]
    public async Task Start() => _emulator = await InventoryEmulator.StartAsync(Samples.Unsigned);

    [TearDown]
    public async Task Stop() => await _emulator.DisposeAsync();

    [Test]
    public async Task Xml_that_is_not_a_rule_is_malformed([Range(0, 12)] int index)
    {
        var answer = await RawHttp.SendAsync(_emulator.OssEndpoint, "PUT", OssTarget, XmlBodies[index]);

        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "MalformedXML")), answer.Body);
    }

    [Test]
    public async Task Json_that_is_not_a_rule_is_malformed([Range(0, 6)] int index)
    {
        var answer = await RawHttp.SendAsync(_emulator.BosEndpoint, "PUT", BosTarget, JsonBodies[index]);

        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "MalformedJSON")), answer.Body);
    }

    [TestCase("""{"id":"rule-1","\ud800":1}""")]
    [TestCase("""{"id":"\ud800"}""")]
    [TestCase("""{"destination":[{"\udc00":{}}]}""")]
    public async Task Half_a_character_in_a_name_or_a_text_is_malformed(string body)
    {
        var answer = await RawHttp.SendAsync(_emulator.BosEndpoint, "PUT", BosTarget, body);

        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "MalformedJSON")), answer.Body);
    }

    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("7")]
    public async Task Json_that_is_no_object_is_inappropriate(string body)
    {
        var answer = await RawHttp.SendAsync(_emulator.BosEndpoint, "PUT", BosTarget, body);

        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "InappropriateJSON")), answer.Body);
    }

    [Test]
    public async Task Bodies_that_are_not_UTF_8_are_malformed()
    {
        var xml = Encoding.Latin1.GetBytes(Samples.OssFull().Replace("Pics/", "é/", StringComparison.Ordinal));
        var json = Encoding.Latin1.GetBytes(Samples.Bos().Replace("logs/", "é/", StringComparison.Ordinal));

        var oss = await RawHttp.SendAsync(_emulator.OssEndpoint, "PUT", OssTarget, xml);
        var bos = await RawHttp.SendAsync(_emulator.BosEndpoint, "PUT", BosTarget, json);

        Assert.That((oss.Status, oss.Code), Is.EqualTo((400, "MalformedXML")));
        Assert.That((bos.Status, bos.Code), Is.EqualTo((400, "MalformedJSON")));
    }

    [TestCase("UTF-16")]
    [TestCase("ISO-8859-1")]
    [TestCase("nope")]
    public async Task Xml_that_declares_another_encoding_than_its_own_is_malformed(string encoding)
    {
        var answer = await _emulator.PutOssAsync($"<?xml version=\"1.0\" encoding=\"{encoding}\"?>{Samples.OssMinimal()}");

        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "MalformedXML")), answer.Body);
    }

    [TestCase("<?xml version=\"1.0\"?>")]
    [TestCase("<?xml version=\"1.0\" encoding=\"utf-8\"?>")]
    [TestCase("\uFEFF<?xml version='1.0' encoding='UTF-8' standalone='yes'?>")]
    public async Task Xml_that_declares_its_own_encoding_or_none_is_read(string declaration)
    {
        var answer = await _emulator.PutOssAsync(declaration + Samples.OssMinimal());

        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
    }

    [Test]
    public void Text_in_many_pieces_costs_no_more_than_its_length()
    {
        var body = Encoding.UTF8.GetBytes($"<InventoryConfiguration>{string.Concat(Enumerable.Repeat("x<b/>", 52_000))}</InventoryConfiguration>");
        var request = WireRequest.Create("PUT", OssTarget, [], body);
        var before = GC.GetAllocatedBytesForCurrentThread();

        OssDocument.Parse(request, out var error);

        Assert.That(error!.Message, Does.Contain("b occurs twice"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(body.Length * 200L));
    }

    [Test]
    public async Task Deep_nesting_on_BOS_does_not_fell_the_server()
    {
        await RawHttp.SendAsync(_emulator.BosEndpoint, "PUT", BosTarget, new string('[', 200_000));

        var answer = await _emulator.PutBosAsync(Samples.Bos());

        Assert.That(answer.Status, Is.EqualTo(200));
    }

    [TestCase("PUT", "/examplebucket/?inventory")]
    [TestCase("PUT", "/examplebucket/?inventory&inventoryId=")]
    [TestCase("GET", "/examplebucket/?inventory&inventoryId=")]
    [TestCase("DELETE", "/examplebucket/?inventory")]
    [TestCase("DELETE", "/examplebucket/?inventory&inventoryId=a&inventoryId=b")]
    [TestCase("GET", "/examplebucket/?inventory&inventoryId=%FF")]
    public async Task An_OSS_id_that_is_missing_doubled_or_not_UTF_8_is_refused(string method, string target)
    {
        var answer = await RawHttp.SendAsync(_emulator.OssEndpoint, method, target, Samples.OssMinimal());

        Assert.That((answer.Status, answer.Code, answer.Xml("EC")), Is.EqualTo((400, "InvalidArgument", "0020-00000044")), answer.Body);
    }

    [TestCase("PUT", "/examplebucket?inventory", "InvalidArgument")]
    [TestCase("DELETE", "/examplebucket?inventory", "InvalidArgument")]
    [TestCase("GET", "/examplebucket?inventory&id=", "InvalidArgument")]
    [TestCase("DELETE", "/examplebucket?inventory&id=a&id=b", "InvalidArgument")]
    [TestCase("GET", "/examplebucket?inventory&id=%FF", "InvalidURI")]
    public async Task A_BOS_id_that_is_missing_doubled_or_not_UTF_8_is_refused(string method, string target, string code)
    {
        var answer = await RawHttp.SendAsync(_emulator.BosEndpoint, method, target, Samples.Bos());

        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, code)), answer.Body);
    }

    [Test]
    public async Task A_chunked_put_is_asked_for_its_length()
    {
        var body = Encoding.UTF8.GetBytes("3\r\n<a>\r\n0\r\n\r\n");

        var oss = await RawHttp.SendAsync(_emulator.OssEndpoint, "PUT", OssTarget, body, ("Transfer-Encoding", "chunked"));
        var bos = await RawHttp.SendAsync(_emulator.BosEndpoint, "PUT", BosTarget, body, ("Transfer-Encoding", "chunked"));

        Assert.That((oss.Status, oss.Code), Is.EqualTo((411, "MissingContentLength")));
        Assert.That((bos.Status, bos.Code), Is.EqualTo((411, "MissingContentLength")));
    }

    [TestCase("GET", "/examplebucket/?inventory&inventoryId=%00%01%EF%BF%BE")]
    [TestCase("GET", "/examplebucket/?inventory&%zz=%&=&&&")]
    [TestCase("GET", "//?inventory")]
    [TestCase("GET", "/%FF/?inventory")]
    [TestCase("GET", "/../examplebucket/?inventory")]
    [TestCase("GET", "http://127.0.0.1/examplebucket/?inventory")]
    [TestCase("GET", "http://127.0.0.1?inventory")]
    [TestCase("OPTIONS", "*")]
    [TestCase("FOO", "/examplebucket/?inventory")]
    [TestCase("GET", "/examplebucket/\u0001", TestName = "{m}(a control character)")]
    public async Task A_strange_target_is_answered_with_a_refusal_of_the_client(string method, string target)
    {
        var oss = await RawHttp.SendAsync(_emulator.OssEndpoint, method, target);
        var bos = await RawHttp.SendAsync(_emulator.BosEndpoint, method, target);

        Assert.That(oss.Status, Is.InRange(400, 499).Or.EqualTo(501), oss.Body);
        Assert.That(bos.Status, Is.InRange(200, 499).Or.EqualTo(501), bos.Body);
    }

    [Test]
    public async Task Mutated_documents_are_stored_or_refused_and_never_fell_the_server()
    {
        var random = new Random(20260102);
        for (var round = 0; round < 300; round++)
        {
            var xml = Mutated(Samples.OssFull(), random);
            var json = Mutated(Samples.Bos(), random);

            var oss = await RawHttp.SendAsync(_emulator.OssEndpoint, "PUT", OssTarget, xml);
            var bos = await RawHttp.SendAsync(_emulator.BosEndpoint, "PUT", BosTarget, json);

            Assert.That(oss.Status, Is.AnyOf(200, 400, 403, 409), Encoding.UTF8.GetString(xml));
            Assert.That(bos.Status, Is.AnyOf(200, 400, 404), Encoding.UTF8.GetString(json));
        }
    }

    private static byte[] Mutated(string document, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(document);
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes[..random.Next(bytes.Length / 2, bytes.Length + 1)];
    }
}
