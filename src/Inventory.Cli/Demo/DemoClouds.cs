using Inventory.AlibabaOss;
using Inventory.BaiduBos;
using Inventory.Documents;
using Inventory.Emulator;

namespace Inventory.Cli;

/// <summary>Both clouds on the emulator, each with a wire that prints what goes over it.</summary>
internal sealed class DemoClouds : IAsyncDisposable
{
    private const string AccountId = "100000000000000";

    private readonly InventoryEmulator _emulator;
    private readonly OssInventoryService _oss;
    private readonly BosInventoryService _bos;

    private DemoClouds(InventoryEmulator emulator, TextWriter output)
    {
        _emulator = emulator;
        OssWire = new(output, Handler());
        BosWire = new(output, Handler());
        _oss = new(
            new OssOptions
            {
                Endpoint = emulator.OssEndpoint.OriginalString,
                Region = "cn-hangzhou",
                AccessKeyId = EmulatorCredential.DefaultAccessKeyId,
                AccessKeySecret = EmulatorCredential.DefaultSecret,
                DestinationAccountId = AccountId,
                DestinationRoleArn = $"acs:ram::{AccountId}:role/inventory",
            },
            handler: OssWire);
        _bos = new(
            new BosOptions
            {
                Endpoint = emulator.BosEndpoint.OriginalString,
                Region = "bj",
                AccessKeyId = EmulatorCredential.DefaultAccessKeyId,
                SecretAccessKey = EmulatorCredential.DefaultSecret,
            },
            handler: BosWire);
    }

    public IInventoryService Oss => _oss;

    public IInventoryService Bos => _bos;

    public WirePrinter OssWire { get; }

    public WirePrinter BosWire { get; }

    public static async Task<DemoClouds> StartAsync(RuleDocument document, TextWriter output, CancellationToken cancellationToken)
    {
        string[] buckets = [EmulatorBucket.DefaultSource, document.SourceBucket ?? EmulatorBucket.DefaultSource, document.Rule.Destination.Bucket];
        var legal = buckets.Distinct().Where(name => OssCapabilities.Default.BucketName.Problem(name) is null);
        var emulator = await InventoryEmulator.StartAsync(
            new() { Buckets = [.. legal.Select(name => new EmulatorBucket(name))], AllowIncrementalInventory = true }, cancellationToken);
        await output.WriteLineAsync($"OSS is {emulator.OssEndpoint} and BOS is {emulator.BosEndpoint}: an emulator of both, on this machine.");
        return new(emulator, output);
    }

    public async ValueTask DisposeAsync()
    {
        _oss.Dispose();
        _bos.Dispose();
        OssWire.Dispose();
        BosWire.Dispose();
        await _emulator.DisposeAsync();
    }

    private static SocketsHttpHandler Handler() => new() { AllowAutoRedirect = false, UseCookies = false };
}
