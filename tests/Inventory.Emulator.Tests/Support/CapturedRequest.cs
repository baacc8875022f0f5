using System.Text;
using System.Text.Json;

namespace Inventory.Emulator.Tests.Support;

/// <summary>What an official client sent, with invented credentials, at <see cref="Moment"/>.</summary>
public sealed record CapturedRequest(
    string Client, string Version, string Case, string Wire, string Signature, string Addressing, string Operation, byte[] Head, byte[] Body)
{
    public static DateTimeOffset Moment { get; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static IReadOnlyList<CapturedRequest> All { get; } = Load();

    /// <summary>The server as the clients found it.</summary>
    public static EmulatorOptions Server(TimeProvider? clock = null) => new()
    {
        Clock = clock ?? new FixedClock(Moment),
        Credentials =
        [
            new("interop-fake-ak", "interop-fake-sk-0123456789abcdef"),
            new("interop-fake-ak", "interop-fake-sk-0123456789abcdef", "interop/fake+sts=token=="),
        ],
        Buckets = [new("inv-src"), new("inv-dst")],
        CustomDomains = new Dictionary<string, string> { ["inventory.example.com"] = "inv-src" },
        AllowIncrementalInventory = true,
    };

    public override string ToString() => $"{Client} {Case}";

    public Task<RawAnswer> SendAsync(InventoryEmulator emulator)
    {
        ArgumentNullException.ThrowIfNull(emulator);
        return RawHttp.SendAsync(Wire == EmulatorWire.Oss ? emulator.OssEndpoint : emulator.BosEndpoint, Head, Body);
    }

    /// <summary>The same request with one character of its signature changed.</summary>
    public CapturedRequest WithFlippedSignature()
    {
        var head = Encoding.UTF8.GetString(Head);
        var start = head.IndexOf("authorization:", StringComparison.OrdinalIgnoreCase);
        var end = head.IndexOf("\r\n", start, StringComparison.Ordinal) - 3;
        var flipped = head[end] == 'a' ? 'b' : 'a';
        return this with { Head = Encoding.UTF8.GetBytes(head[..end] + flipped + head[(end + 1)..]) };
    }

    private static CapturedRequest[] Load()
    {
        using var stream = typeof(CapturedRequest).Assembly.GetManifestResourceStream("captured-requests.json")!;
        using var document = JsonDocument.Parse(stream);
        return
        [
            .. document.RootElement.EnumerateArray().Select(one => new CapturedRequest(
                one.GetProperty("client").GetString()!,
                one.GetProperty("version").GetString()!,
                one.GetProperty("case").GetString()!,
                one.GetProperty("wire").GetString()!,
                one.GetProperty("signature").GetString()!,
                one.GetProperty("addressing").GetString()!,
                one.GetProperty("operation").GetString()!,
                one.GetProperty("head").GetBytesFromBase64(),
                one.GetProperty("body").GetBytesFromBase64())),
        ];
    }
}
