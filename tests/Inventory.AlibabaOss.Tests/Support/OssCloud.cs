using Inventory.Emulator;

namespace Inventory.AlibabaOss.Tests.Support;

/// <summary>An emulator of OSS for one test, and services that speak to it.</summary>
internal sealed class OssCloud : IAsyncDisposable
{
    public const string Source = EmulatorBucket.DefaultSource;
    public const string Destination = EmulatorBucket.DefaultDestination;
    public const string AccountId = "100000000000000";
    public const string RoleArn = "acs:ram::100000000000000:role/AliyunOSSRole";

    private readonly List<OssInventoryService> _services = [];

    private OssCloud(InventoryEmulator emulator)
    {
        Emulator = emulator;
        Service = NewService();
    }

    public InventoryEmulator Emulator { get; }

    public OssInventoryService Service { get; }

    public IReadOnlyList<RecordedRequest> Requests => Emulator.Requests;

    public static async Task<OssCloud> StartAsync(EmulatorOptions? options = null) => new(await InventoryEmulator.StartAsync(options));

    public OssOptions Options() => new()
    {
        Region = "cn-hangzhou",
        Endpoint = Emulator.OssEndpoint.ToString(),
        AccessKeyId = EmulatorCredential.DefaultAccessKeyId,
        AccessKeySecret = EmulatorCredential.DefaultSecret,
        DestinationAccountId = AccountId,
        DestinationRoleArn = RoleArn,
        Transport = new() { BaseDelay = TimeSpan.FromMilliseconds(1) },
    };

    public OssInventoryService NewService(Action<OssOptions>? change = null, HttpMessageHandler? handler = null, TimeProvider? time = null)
    {
        var options = Options();
        change?.Invoke(options);
        var service = new OssInventoryService(options, handler: handler, time: time);
        _services.Add(service);
        return service;
    }

    /// <summary>Puts a document into the source bucket as it is.</summary>
    public void Seed(string document, string? id = null) => Emulator.SeedRaw(EmulatorWire.Oss, Source, document, id);

    /// <summary>The bodies of the puts that were sent, in order.</summary>
    public IReadOnlyList<string> PutBodies() => [.. Requests.Where(r => r.Method == "PUT").Select(r => r.Body)];

    public async ValueTask DisposeAsync()
    {
        _services.ForEach(s => s.Dispose());
        await Emulator.DisposeAsync();
    }
}
