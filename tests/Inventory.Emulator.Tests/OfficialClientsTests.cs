using System.Diagnostics;
using System.Text.Json;
using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

/// <summary>
/// Two official clients, as npm installs them, against the emulator: what they do is in the scripts of the folder Clients. Run by name alone
/// (<c>--filter TestCategory=OfficialClients</c>), since it needs node, npm and a registry.
/// </summary>
[TestFixture]
[Explicit("It installs packages from npm.")]
[Category("OfficialClients")]
public sealed class OfficialClientsTests
{
    private const string CustomDomain = "inventory.example.com";
    private const string Crowded = "crowded-bucket";

    private static readonly EmulatorCredential LongLived = new("official-client", "official-client-secret-0123456789");
    private static readonly EmulatorCredential Temporary = LongLived with { SessionToken = "temporary/token+of=client==" };
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private ScratchFolder _folder = null!;
    private string _clients = null!;

    [OneTimeSetUp]
    public async Task Install()
    {
        var (node, npm) = (Find("node"), Find("npm"));
        if (node is null && npm is null)
        {
            Assert.Ignore("Neither node nor npm is on the PATH.");
        }

        Assert.That(new[] { node, npm }, Has.None.Null, "Of node and npm one is on the PATH and the other is not.");
        _folder = new();
        _clients = _folder.Path("clients");
        Directory.CreateDirectory(_clients);
        foreach (var file in Directory.GetFiles(Path.Combine(TestContext.CurrentContext.TestDirectory, "Clients")))
        {
            File.Copy(file, Path.Combine(_clients, Path.GetFileName(file)));
        }

        var (exitCode, output) = await RunAsync("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-save");
        Assert.That(exitCode, Is.Zero, output);
    }

    [OneTimeTearDown]
    public void Remove() => _folder?.Dispose();

    [TestCase(false)]
    [TestCase(true)]
    public async Task Ali_oss_cannot_tell_it_from_the_service(bool isTemporary)
    {
        await using var emulator = await StartAsync();

        await CheckAsync("ali-oss.js", emulator.OssEndpoint, isTemporary);

        Assert.That(emulator.StoredRules(EmulatorWire.Oss, EmulatorBucket.DefaultSource), Is.Empty);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task The_sdk_of_Baidu_cannot_tell_it_from_the_service(bool isTemporary)
    {
        await using var emulator = await StartAsync();
        for (var i = 0; i < 250; i++)
        {
            emulator.SeedRaw(EmulatorWire.Bos, Crowded, Samples.Bos($"r{i}"));
        }

        await CheckAsync("baiducloud-sdk.js", emulator.BosEndpoint, isTemporary);

        Assert.That(emulator.StoredRules(EmulatorWire.Bos, EmulatorBucket.DefaultSource), Is.Empty);
    }

    private static Task<InventoryEmulator> StartAsync() => InventoryEmulator.StartAsync(new()
    {
        Credentials = [LongLived, Temporary],
        Buckets = [new(EmulatorBucket.DefaultSource), new(EmulatorBucket.DefaultDestination), new(Crowded)],
        CustomDomains = new Dictionary<string, string> { [CustomDomain] = EmulatorBucket.DefaultSource },
    });

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { program, program + ".exe", program + ".cmd" }, Path.Combine)
        .FirstOrDefault(File.Exists);

    private async Task CheckAsync(string script, Uri endpoint, bool isTemporary)
    {
        var server = JsonSerializer.Serialize(new
        {
            endpoint,
            id = LongLived.AccessKeyId,
            secret = LongLived.Secret,
            token = isTemporary ? Temporary.SessionToken : null,
            bucket = EmulatorBucket.DefaultSource,
            destination = EmulatorBucket.DefaultDestination,
            customDomain = CustomDomain,
            crowded = Crowded,
        });

        var (exitCode, output) = await RunAsync("node", script, server);

        TestContext.Out.WriteLine(output);
        Assert.That(exitCode, Is.Zero, output);
        Assert.That(output, Does.Match("[1-9][0-9]{2,} passed, 0 failed"));
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(program)!, arguments) { WorkingDirectory = _clients, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, string.Join('\n', texts));
    }
}
