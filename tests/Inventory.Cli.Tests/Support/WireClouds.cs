using Inventory.AlibabaOss;
using Inventory.BaiduBos;
using Inventory.Emulator;

namespace Inventory.Cli.Tests;

/// <summary>Both clouds of an emulator that is seeded with rules as the wires write them, as accounts oss and bos.</summary>
internal sealed class WireClouds : IAsyncDisposable
{
    private readonly InventoryEmulator _emulator;
    private readonly OssInventoryService _oss;
    private readonly BosInventoryService _bos;

    private WireClouds(InventoryEmulator emulator)
    {
        _emulator = emulator;
        _oss = new(new OssOptions
        {
            Region = "cn-hangzhou",
            Endpoint = emulator.OssEndpoint.ToString(),
            AccessKeyId = EmulatorCredential.DefaultAccessKeyId,
            AccessKeySecret = EmulatorCredential.DefaultSecret,
            DestinationAccountId = "100000000000000",
            DestinationRoleArn = "acs:ram::100000000000000:role/inventory",
        });
        _bos = new(new BosOptions
        {
            Region = "bj",
            Endpoint = emulator.BosEndpoint.ToString(),
            AccessKeyId = EmulatorCredential.DefaultAccessKeyId,
            SecretAccessKey = EmulatorCredential.DefaultSecret,
        });
    }

    public static async Task<WireClouds> StartAsync(IEnumerable<string> buckets, IEnumerable<SeededRule> rules) =>
        new(await InventoryEmulator.StartAsync(new() { Buckets = [.. buckets.Select(b => new EmulatorBucket(b))], Rules = [.. rules] }));

    public IInventoryService Service(string account) => account == "oss" ? _oss : _bos;

    public async ValueTask DisposeAsync()
    {
        _oss.Dispose();
        _bos.Dispose();
        await _emulator.DisposeAsync();
    }
}
