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
