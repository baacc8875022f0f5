using Inventory.AlibabaOss.Tests.Support;
using Inventory.Conformance;
using Inventory.Emulator;

namespace Inventory.AlibabaOss.Tests;

/// <summary>The kit on this adapter, over the emulator.</summary>
[TestFixture]
public sealed class OssConformance : InventoryServiceConformance
{
    private OssCloud _cloud = null!;
    private CountingHandler _counter = null!;

    protected override string SourceBucket => OssCloud.Source;

    protected override string DestinationBucket => OssCloud.Destination;

    protected override string? MissingBucket => "no-such-bucket";

    protected override long? RequestCount => _counter.Count;

    protected override Func<string, string, string, Task>? SeedRaw => (bucket, ruleId, document) =>
    {
        _cloud.Emulator.SeedRaw(EmulatorWire.Oss, bucket, document, ruleId);
        return Task.CompletedTask;
    };

    /// <summary>More than two pages.</summary>
    protected override int RulesOfALongList => 201;

    /// <summary>As many as a bucket holds.</summary>
    protected override int MostRulesToPut => 1000;

    [OneTimeSetUp]
    public async Task Start()
    {
        _counter = new CountingHandler(new SocketsHttpHandler { AllowAutoRedirect = false });
        _cloud = await OssCloud.StartAsync(new() { AllowIncrementalInventory = true, OssAllowKmsWithoutKeyId = true });
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _cloud.DisposeAsync();
        _counter.Dispose();
    }

    protected override IInventoryService CreateService() => _cloud.NewService(handler: _counter);

    protected override InventoryRule? SampleOfSetting(string setting, InventoryRule baseline) => setting switch
    {
        nameof(OssInventoryExtension.IncrementalInventory) => baseline.WithExtension(new OssInventoryExtension { IncrementalInventory = new() { OptionalFields = ["SequenceNumber", "Size"] } }),
        nameof(OssInventoryExtension.AutoDelete) => baseline with { Schedule = InventorySchedule.Once, Extensions = [new OssInventoryExtension { AutoDelete = true }] },
        _ => baseline.WithExtension(new OssInventoryExtension { Unknown = [new("", "Newer", "<Newer>x</Newer>")] }),
    };

    protected override string? RawDocument(string ruleId, RawDocumentKind kind) => kind switch
    {
        RawDocumentKind.Known => OssRules.Xml(ruleId),
        RawDocumentKind.WithUnknownContent => OssRules.Xml(ruleId, root: "<Newer level=\"2\"><Deep>x</Deep></Newer>"),
        _ => $"<InventoryConfiguration><Id>{ruleId}</Id><IsEnabled>perhaps</IsEnabled></InventoryConfiguration>",
    };

    private sealed class CountingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private long _count;

        public long Count => Interlocked.Read(ref _count);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _ = Interlocked.Increment(ref _count);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
