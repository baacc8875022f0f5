using System.Net;

namespace Inventory.Http.Tests;

/// <summary>Answers that are no HTTP, over a real socket: hostile, and the same the next time.</summary>
public sealed class NoHttpTests
{
    private const string Fine = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private static IEnumerable<TestCaseData> Heads =>
    [
        Case("no status line", "SSH-2.0-OpenSSH_9.9\r\n\r\n"),
        Case("a status that is none", "HTTP/1.1 fine OK\r\n\r\n"),
        Case("a header without a name", "HTTP/1.1 200 OK\r\n: x\r\n\r\n"),
        Case("a head beyond 64 KiB", $"HTTP/1.1 200 OK\r\nx-long: {new string('x', 100_000)}\r\n\r\n"),
    ];

    [TestCaseSource(nameof(Heads))]
    public async Task They_are_malformed_and_not_tried_again(string answer)
    {
        await using var server = new LoopbackServer(answer, Fine);
        using var client = Client();

        var error = Assert.CatchAsync<InventoryException>(() => client.SendAsync(Bench.Get() with { Authority = server.Authority }));

        Assert.That((error!.Kind, error.Attempts, error.IsTransient, error.HttpStatus), Is.EqualTo((InventoryErrorKind.MalformedResponse, 1, false, (int?)null)));
        Assert.That(error.Message, Does.Contain("cannot be read").And.Not.Contain("no answer"));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_they_say_commands_no_terminal()
    {
        await using var server = new LoopbackServer("\u001b[2J\u0007 no HTTP\r\n\r\n");
        using var client = Client();

        var error = Assert.CatchAsync<InventoryException>(() => client.SendAsync(Bench.Get() with { Authority = server.Authority }));

        Assert.That(error!.Message.Where(char.IsControl), Is.Empty);
    }

    [Test]
    public async Task A_body_in_chunks_that_are_none_is_malformed_and_keeps_its_head()
    {
        await using var server = new LoopbackServer("HTTP/1.1 200 OK\r\nx-sample-request-id: H-1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", Fine);
        using var client = Client();

        AssertMalformed(Assert.CatchAsync<InventoryException>(() => client.SendAsync(Bench.Get() with { Authority = server.Authority }))!);
    }

    [Test]
    public async Task A_compression_that_is_none_is_malformed_and_keeps_its_head()
    {
        await using var server = new LoopbackServer("HTTP/1.1 200 OK\r\nx-sample-request-id: H-1\r\nContent-Encoding: gzip\r\nContent-Length: 20\r\n\r\nabcdefghijklmnopqrst", Fine);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.GZip };
        using var client = Client(handler);

        AssertMalformed(Assert.CatchAsync<InventoryException>(() => client.SendAsync(Bench.Get() with { Authority = server.Authority }))!);
    }

    private static void AssertMalformed(InventoryException error) =>
        Assert.That((error.Kind, error.Attempts, error.HttpStatus, error.RequestId), Is.EqualTo((InventoryErrorKind.MalformedResponse, 1, 200, "H-1")));

    private static InventoryHttpClient Client(HttpMessageHandler? handler = null) =>
        new("sample", new SampleSigner(), new StaticCredentials(SampleCredentials.LongLived), new SampleErrors(), new() { BaseDelay = TimeSpan.Zero }, handler);

    private static TestCaseData Case(string name, string answer) => new TestCaseData(answer).SetArgDisplayNames(name);
}
