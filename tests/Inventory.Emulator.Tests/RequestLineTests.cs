using System.Collections.Concurrent;
using System.Text;
using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

/// <summary>Request lines that no service knows: refused as the client's mistake, in HTTP/1.1.</summary>
[TestFixture]
public sealed class RequestLineTests
{
    private const string Sound = "GET /examplebucket/?inventory HTTP/1.1\r\nHost: a\r\n\r\n";

    [TestCase("GET / HTTQ/1.1\r\n\r\n")]
    [TestCase("GET / HTTP/1.2\r\n\r\n")]
    [TestCase("GET / HTTP/9.9\r\nHost: a\r\n\r\n")]
    [TestCase("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")]
    [TestCase("GET /\r\n\r\n")]
    [TestCase("\u0016\u0003\u0001\r\n\r\n", TestName = "The_beginning_of_TLS_is_answered_400")]
    public async Task A_version_that_nobody_speaks_is_a_bad_request(string request)
    {
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned);

        var oss = await RawHttp.SendAsync(emulator.OssEndpoint, Encoding.Latin1.GetBytes(request), []);
        var bos = await RawHttp.SendAsync(emulator.BosEndpoint, Encoding.Latin1.GetBytes(request), []);

        Assert.That((oss.Status, bos.Status), Is.EqualTo((400, 400)));
    }

    [TestCase("GET / HTTQ/1.1\r\n\r\n")]
    [TestCase("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")]
    public async Task So_it_is_behind_a_sound_request(string request)
    {
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned);

        var answers = await RawHttp.SendToEndAsync(emulator.OssEndpoint, Encoding.Latin1.GetBytes(Sound + request));

        Assert.That(answers, Does.StartWith("HTTP/1.1 404 "));
        Assert.That(answers, Does.Contain("HTTP/1.1 400 ").And.Not.Contain("HTTP/1.1 505 "));
    }

    [TestCase("505")]
    [TestCase("505,code=HttpVersionNotSupported")]
    public async Task A_505_that_a_script_asks_for_is_one(string fault)
    {
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned);
        emulator.Faults.Add($"oss:*:1={fault}");

        var answers = await RawHttp.SendToEndAsync(emulator.OssEndpoint, Encoding.Latin1.GetBytes(Sound + "GET / HTTQ/1.1\r\n\r\n"));

        Assert.That(answers, Does.StartWith("HTTP/1.1 505 "));
        Assert.That(answers, Does.Contain("HTTP/1.1 400 "));
    }

    [TestCase("GET / HTTQ/1.1\r\n\r\n", 400)]
    [TestCase("GET /examplebucket/?inventory HTTP/1.1\r\n\r\n", 400)]
    [TestCase("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400)]
    public async Task What_the_server_refuses_by_itself_has_its_line_in_the_log_too(string request, int status)
    {
        var lines = new ConcurrentQueue<string>();
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned with { Log = lines.Enqueue });

        await RawHttp.SendAsync(emulator.BosEndpoint, Encoding.Latin1.GetBytes(request), []);
        await emulator.DisposeAsync();

        Assert.That(lines, Is.EqualTo(new[] { $"bos - - {status} (no request that HTTP knows, or not all of one in time)" }));
    }
}
