using Inventory.Emulator;

namespace Inventory.BaiduBos.Tests;

/// <summary>An emulator of its own, and services that talk to it.</summary>
internal sealed class EmulatedBos : IAsyncDisposable
{
    public const string Source = EmulatorBucket.DefaultSource;
    public const string Destination = EmulatorBucket.DefaultDestination;

    private readonly List<BosInventoryService> _services = [];

    private EmulatedBos(InventoryEmulator emulator)
    {
        Emulator = emulator;
        Service = NewService();
    }

    public InventoryEmulator Emulator { get; }

    /// <summary>A service with the key that the emulator knows, and default options otherwise. It does not wait between looks and attempts.</summary>
    public BosInventoryService Service { get; }

    public IReadOnlyList<RecordedRequest> Requests => Emulator.Requests;

    public static async Task<EmulatedBos> StartAsync(EmulatorOptions? options = null) => new(await InventoryEmulator.StartAsync(options));

    /// <summary>Options that reach the emulator.</summary>
    public BosOptions Options() => new()
    {
        Endpoint = Emulator.BosEndpoint.OriginalString,
        AccessKeyId = EmulatorCredential.DefaultAccessKeyId,
        SecretAccessKey = EmulatorCredential.DefaultSecret,
    };

    public BosInventoryService NewService(Action<BosOptions>? change = null)
    {
        var options = Options();
        change?.Invoke(options);
        var service = new BosInventoryService(options, time: new ImpatientTime());
        _services.Add(service);
        return service;
    }

    public void Seed(string document, string? id = null, string bucket = Source) => Emulator.SeedRaw(EmulatorWire.Bos, bucket, document, id);

    public IReadOnlyList<StoredRule> Stored(string bucket = Source) => Emulator.StoredRules(EmulatorWire.Bos, bucket);

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services)
        {
            service.Dispose();
        }

        await Emulator.DisposeAsync();
    }
}
