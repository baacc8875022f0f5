using Inventory.Conformance;
using Inventory.Emulator;

namespace Inventory.BaiduBos.Tests.Conformance;

/// <summary>The kit on BOS, over the emulator.</summary>
[TestFixture]
public sealed class BosConformance : InventoryServiceConformance
{
    private readonly RequestCounter _requests = new();
    private InventoryEmulator _emulator = null!;

    protected override string SourceBucket => EmulatorBucket.DefaultSource;

    protected override string DestinationBucket => EmulatorBucket.DefaultDestination;

    protected override string? MissingBucket => "conformance-no-such-bucket";

    protected override long? RequestCount => _requests.Count;

    protected override Func<string, string, string, Task>? SeedRaw => (bucket, ruleId, document) =>
    {
        _emulator.SeedRaw(EmulatorWire.Bos, bucket, document, ruleId);
        return Task.CompletedTask;
    };

    [OneTimeSetUp]
    public async Task Start() => _emulator = await InventoryEmulator.StartAsync();

    [OneTimeTearDown]
    public async Task Stop()
    {
        _requests.Dispose();
        await _emulator.DisposeAsync();
    }

    protected override IInventoryService CreateService() => new BosInventoryService(
        new()
        {
            Endpoint = _emulator.BosEndpoint.OriginalString,
            AccessKeyId = EmulatorCredential.DefaultAccessKeyId,
            SecretAccessKey = EmulatorCredential.DefaultSecret,
        },
        handler: _requests,
        time: new ImpatientTime());

    protected override InventoryRule? SampleOfSetting(string setting, InventoryRule baseline) => baseline.WithExtension(setting == nameof(BosInventoryExtension.Resource)
        ? new BosInventoryExtension { Resource = [$"{SourceBucket}/a*b"] }
        : new BosInventoryExtension { Unknown = [new("", "newer", "{\"level\":2}")] });

    protected override string? RawDocument(string ruleId, RawDocumentKind kind) => kind switch
    {
        RawDocumentKind.Known => Document(ruleId, "\"Weekly\""),
        RawDocumentKind.WithUnknownContent => Document(ruleId, "\"Weekly\",\"newer\":{\"level\":2}"),
        _ => Document(ruleId, "[\"Weekly\"]"),
    };

    private string Document(string ruleId, string schedule) =>
        $$"""{"id":"{{ruleId}}","status":"enabled","resource":["{{SourceBucket}}/*"],"schedule":{{schedule}},"destination":{"targetBucket":"{{DestinationBucket}}","format":"CSV"} }""";
}
