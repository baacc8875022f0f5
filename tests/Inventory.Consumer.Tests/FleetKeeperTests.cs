using Inventory.Emulator;
using Inventory.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Inventory.Consumer.Tests;

/// <summary>An application that applies a fleet file when it starts.</summary>
[TestFixture]
public sealed class FleetKeeperTests
{
    private const string Fleet = """
        version: 1
        accounts: { oss: { buckets: [examplebucket, gone] }, bos: { buckets: [examplebucket] }, nowhere: { buckets: [examplebucket] } }
        rules: { weekly: { schedule: Weekly, destination: { bucket: destbucket } } }
        assignments:
          - { account: oss, buckets: ["*"], rules: [weekly] }
          - { account: bos, buckets: ["*"], rules: [weekly] }
        """;

    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("inventory-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Every_bucket_that_can_be_read_has_its_rules_after_the_start_and_the_others_are_told()
    {
        await using var emulator = await InventoryEmulator.StartAsync();
        var told = new RecordingLoggerProvider();

        await StartAsync(emulator, told);
        await StartAsync(emulator, told);

        Assert.That(emulator.StoredRules("oss", "examplebucket").Select(r => r.Id), Is.EqualTo(["weekly"]));
        Assert.That(emulator.StoredRules("bos", "examplebucket").Select(r => r.Id), Is.EqualTo(["weekly"]));
        Assert.That(emulator.Requests.Count(r => r.Method == "PUT"), Is.EqualTo(2), "the second start writes nothing");
        var lines = told["Inventory.Consumer.FleetKeeper"].Entries.Select(e => e.Text).ToList();
        Assert.That(lines, Has.Member("2 rules were written, 0 are refused.").And.Member("0 rules were written, 0 are refused."));
        Assert.That(lines, Has.Some.StartsWith("oss/gone: ").And.Some.StartsWith("nowhere/examplebucket: "));
    }

    private async Task StartAsync(InventoryEmulator emulator, RecordingLoggerProvider told)
    {
        var file = Path.Combine(_folder, "fleet.yaml");
        await File.WriteAllTextAsync(file, Fleet);
        var builder = Host.CreateApplicationBuilder(Apps.On(emulator, "Inventory:Provider=oss"));
        _ = builder.Services.AddInventory(builder.Configuration.GetSection("Inventory")).AddAlibabaOss().AddBaiduBos().AddInMemory();
        _ = builder.Services.Configure<FleetKeeperOptions>(o => (o.File, o.Journal) = (file, Path.Combine(_folder, "journal")));
        _ = builder.Services.AddHostedService<FleetKeeper>();
        _ = builder.Logging.AddProvider(told);
        using var host = builder.Build();
        await host.StartAsync();
    }
}
