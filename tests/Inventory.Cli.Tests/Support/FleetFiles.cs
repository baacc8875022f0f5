using System.Globalization;
using Inventory.Emulator;

namespace Inventory.Cli.Tests;

/// <summary>A folder with a fleet file, beside an emulator of both clouds.</summary>
internal sealed class FleetFiles : IAsyncDisposable
{
    /// <summary>Two rules for a bucket on each cloud; BOS gets one of them with a change.</summary>
    public const string Both = """
        version: 1
        accounts:
          oss: { buckets: [examplebucket] }
          bos: { buckets: [examplebucket] }
        rules:
          weekly: { schedule: Weekly, destination: { bucket: destbucket, prefix: reports/ } }
          daily: { schedule: Daily, destination: { bucket: destbucket } }
        assignments:
          - { account: oss, buckets: ["*"], rules: [weekly, daily] }
          - { account: bos, buckets: ["*"], rules: [weekly, daily], accept: [schedule=EveryThreeDays] }
        """;

    private readonly TemporaryFolder _folder = new();

    private FleetFiles(InventoryEmulator emulator) => Emulator = emulator;

    public InventoryEmulator Emulator { get; }

    public string Folder => _folder.Path;

    /// <summary>Where the emulator is, as options of fleet commands.</summary>
    public string[] OnEmulator => [.. OnOss, "--emulator", $"bos={Emulator.BosEndpoint.GetLeftPart(UriPartial.Authority)}"];

    /// <summary>Where the emulator of one cloud is.</summary>
    public string[] OnOss => ["--emulator", string.Create(CultureInfo.InvariantCulture, $"oss={Emulator.OssEndpoint.Port}")];

    /// <summary>Starts the emulator, and writes <c>fleet.yaml</c>.</summary>
    public static async Task<FleetFiles> StartAsync(string fleet = Both, EmulatorOptions? options = null)
    {
        var files = new FleetFiles(await InventoryEmulator.StartAsync(options ?? new()));
        _ = files.Write("fleet.yaml", fleet);
        return files;
    }

    public string Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Puts a rule to <c>examplebucket</c> as somebody else would.</summary>
    public async Task PutAsync(string provider, string rule)
    {
        var endpoint = provider == "oss" ? Emulator.OssEndpoint : Emulator.BosEndpoint;
        var run = await Program.RunAsync("put", rule, "-p", provider, "-b", "examplebucket", "--emulator", endpoint.GetLeftPart(UriPartial.Authority));
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Emulator.ClearRequests();
    }

    /// <summary>Runs a command in the folder.</summary>
    public Task<Run> RunAsync(params string[] arguments) => RunAsync(new(), arguments);

    /// <summary>Runs a command in the folder, in surroundings of its own.</summary>
    public Task<Run> RunAsync(Surroundings surroundings, params string[] arguments) => Program.RunAsync(surroundings with { Folder = Folder }, arguments);

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        _folder.Dispose();
    }
}
