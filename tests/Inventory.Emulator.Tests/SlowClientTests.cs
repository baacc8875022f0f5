using System.Collections.Concurrent;
using System.Text;
using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

/// <summary>A client that begins a request and does not end it is answered, or cut off, after a few seconds; others are served meanwhile.</summary>
[TestFixture]
public sealed class SlowClientTests
{
    private static readonly string[] Beginnings =
    [
        "GET /examplebucket/?inv",
        "GET /examplebucket/?inventory HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ",
        "PUT /examplebucket/?inventory&inventoryId=a HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\n<InventoryConf",
        "PUT /examplebucket?inventory&id=a HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{",
    ];

    private readonly ConcurrentQueue<string> _lines = new();

    [Test]
    public async Task It_is_given_up_and_others_are_served()
    {
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned with { Log = _lines.Enqueue });
        var endpoints = new[] { emulator.OssEndpoint, emulator.BosEndpoint };

        var slow = (from endpoint in endpoints from beginning in Beginnings select BeginAsync(endpoint, beginning)).ToArray();
        var other = await emulator.BosAsync("GET", "?inventory");
        var answers = await Task.WhenAll(slow);

        Assert.That(other.Status, Is.EqualTo(200));
        Assert.That(answers, Has.All.Match("^$|^HTTP/1.1 4[0-9][0-9] "));
        Assert.That(answers.Count(answer => answer.StartsWith("HTTP/1.1 408 ", StringComparison.Ordinal)), Is.Positive);
        Assert.That(_lines, Has.Count.EqualTo(answers.Length + 1), "A line for each, and one for the other.\n" + string.Join("\n", _lines));
        Assert.That(emulator.StoredRules(EmulatorWire.Oss, Samples.Source), Is.Empty);
        Assert.That(emulator.StoredRules(EmulatorWire.Bos, Samples.Source), Is.Empty);
    }

    /// <summary>The first line of what comes back; empty where the connection is closed without one.</summary>
    private static async Task<string> BeginAsync(Uri endpoint, string beginning) =>
        (await RawHttp.SendToEndAsync(endpoint, Encoding.ASCII.GetBytes(beginning))).Split("\r\n")[0];
}
