using System.Text;
using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

/// <summary>Clients that close their side of the connection.</summary>
[TestFixture]
public sealed class HalfCloseTests
{
    private const string Target = "/examplebucket/?inventory&inventoryId=report1";

    private InventoryEmulator _emulator = null!;

    [SetUp]
    public async Task Start() => _emulator = await InventoryEmulator.StartAsync(Samples.Unsigned);

    [TearDown]
    public async Task Stop() => await _emulator.DisposeAsync();

    [Test]
    public async Task A_client_that_has_no_more_to_say_gets_its_answer([Range(1, 20)] int round)
    {
        var id = $"report{round}";

        var put = await SendAndCloseAsync(_emulator.OssEndpoint, Put(Samples.OssMinimal(id), id));
        var get = await SendAndCloseAsync(_emulator.OssEndpoint, $"GET {Target.Replace("report1", id, StringComparison.Ordinal)} HTTP/1.1\r\nHost: a\r\n\r\n");
        var list = await SendAndCloseAsync(_emulator.BosEndpoint, "GET /examplebucket?inventory HTTP/1.1\r\nHost: a\r\n\r\n");

        Assert.That(new[] { put, get, list }, Is.All.StartsWith("HTTP/1.1 200 OK\r\n"));
        Assert.That(get, Does.Contain($"<Id>{id}</Id>"));
        Assert.That(_emulator.StoredRules(EmulatorWire.Oss, Samples.Source), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_client_that_closes_within_its_body_has_asked_for_nothing()
    {
        var put = Put(Samples.OssMinimal(), "report1");

        var answer = await SendAndCloseAsync(_emulator.OssEndpoint, put[..^10]);

        Assert.That(answer, Does.StartWith("HTTP/1.1 400 ").Or.Empty);
        Assert.That(_emulator.StoredRules(EmulatorWire.Oss, Samples.Source), Is.Empty);
    }

    [TestCase("GET /examplebucket/?inventory HTTP/1.1\r\nHost: a\r\n")]
    [TestCase("GET")]
    [TestCase("")]
    public async Task A_client_that_closes_within_its_head_is_let_go(string head)
    {
        var answer = await SendAndCloseAsync(_emulator.OssEndpoint, head);

        Assert.That(answer, Does.StartWith("HTTP/1.1 400 ").Or.Empty);
        Assert.That(_emulator.Requests, Is.Empty);
    }

    [Test]
    public async Task Two_requests_at_once_are_both_answered()
    {
        const string Get = "GET /examplebucket/?inventory HTTP/1.1\r\nHost: a\r\n\r\n";

        var answers = await SendAndCloseAsync(_emulator.OssEndpoint, Get + Get);

        Assert.That(answers.Split("HTTP/1.1 404 "), Has.Length.EqualTo(3));
    }

    private static string Put(string document, string id) =>
        $"PUT {Target.Replace("report1", id, StringComparison.Ordinal)} HTTP/1.1\r\nHost: a\r\nContent-Length: {Encoding.UTF8.GetByteCount(document)}\r\n\r\n{document}";

    private static Task<string> SendAndCloseAsync(Uri endpoint, string request) => RawHttp.SendToEndAsync(endpoint, Encoding.UTF8.GetBytes(request), isAll: true);
}
