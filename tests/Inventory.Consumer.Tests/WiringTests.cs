using System.Globalization;
using Inventory.Emulator;
using Inventory.Tests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Inventory.Consumer.Tests;

/// <summary>What a container hands each adapter: the clock, the log, and a section that may change while the application runs.</summary>
[TestFixture("oss", "Inventory.AlibabaOss.OssInventoryService")]
[TestFixture("bos", "Inventory.BaiduBos.BosInventoryService")]
public sealed class WiringTests(string provider, string category)
{
    private InventoryEmulator _emulator = null!;

    [SetUp]
    public async Task StartEmulator() => _emulator = await InventoryEmulator.StartAsync(new());

    [TearDown]
    public async Task StopEmulator() => await _emulator.DisposeAsync();

    [TestCase("Region")]
    [TestCase("Endpoint")]
    [TestCase("Addressing")]
    [TestCase("CustomDomainBucket")]
    public async Task What_says_where_the_rules_are_may_not_change_while_the_application_runs(string key)
    {
        using var host = Build(out var log);
        await host.StartAsync();
        var inventory = host.Services.GetRequiredService<IInventoryService>();

        Change(host, key, key == "Endpoint" ? "http://127.0.0.1:9" : key == "Addressing" ? "VirtualHosted" : "other");
        _ = await inventory.FindAsync("examplebucket", "weekly");

        Assert.That(log["Inventory.DependencyInjection"].Lines, Has.One.StartsWith("Error 2").And.Contains($"Inventory:{provider}:{key} "));
    }

    [Test]
    public async Task What_the_section_accepts_may_change()
    {
        using var host = Build(out var log);
        await host.StartAsync();
        var inventory = host.Services.GetRequiredService<IInventoryService>();
        var rule = host.Services.GetRequiredService<InventoryRule>() with { Id = "other", Destination = new() { Bucket = "destbucket", Format = InventoryFormat.Orc } };
        var before = inventory.Validate(rule).Count(v => v.Severity == ViolationSeverity.Error);

        Change(host, "Accept:0", "format=CSV");
        var result = await inventory.PutAsync("examplebucket", rule);

        Assert.That(before, Is.EqualTo(1));
        Assert.That(result.Warnings.Select(w => w.Kind), Does.Contain(RuleViolationKind.AcceptedChange));
        Assert.That(log[category].Lines, Has.One.StartsWith("Warning 5"), "The accepted change is logged.");
    }

    [Test]
    public async Task A_key_may_change()
    {
        using var host = Build(out _);
        await host.StartAsync();
        var inventory = host.Services.GetRequiredService<IInventoryService>();

        Change(host, "AccessKeyId", "another-key");
        var error = Assert.CatchAsync<InventoryException>(() => inventory.FindAsync("examplebucket", "weekly"))!;

        Assert.That(error.Kind, Is.AnyOf(InventoryErrorKind.AuthenticationFailed, InventoryErrorKind.AccessDenied));
        Assert.That(_emulator.Requests[^1].Header("Authorization"), Does.Contain("another-key"));
    }

    [Test]
    public async Task Requests_are_logged_under_the_adapters_name()
    {
        using var host = Build(out var log);

        await host.StartAsync();

        Assert.That(log[category].Lines, Has.Some.StartsWith("Information 2"));
    }

    [Test]
    public async Task The_containers_clock_dates_the_signatures()
    {
        var builder = Builder();
        _ = builder.Services.AddSingleton<TimeProvider>(new AheadClock());
        using var host = builder.Build();

        await host.StartAsync();

        var dated = _emulator.Requests[0].Header(provider == "oss" ? "x-oss-date" : "x-bce-date")!;
        var date = DateTimeOffset.Parse(
            provider == "oss" ? DateTime.ParseExact(dated, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture).ToString("s") + "Z" : dated, CultureInfo.InvariantCulture);
        Assert.That(date - TimeProvider.System.GetUtcNow(), Is.EqualTo(TimeSpan.FromMinutes(10)).Within(TimeSpan.FromMinutes(2)));
    }

    [Test]
    public async Task What_only_a_put_would_miss_is_said_at_the_start()
    {
        using var host = Build(out var log, "Inventory:oss:DestinationRoleArn=");

        Assert.That(() => host.StartAsync(), provider == "oss" ? Throws.InstanceOf<InventoryRuleRejectedException>() : Throws.Nothing);

        Assert.That(log[category].Lines.Count(line => line.StartsWith("Warning 101", StringComparison.Ordinal)), Is.EqualTo(provider == "oss" ? 1 : 0));
        await Task.CompletedTask;
    }

    [Test]
    public async Task Two_accounts_have_an_endpoint_and_a_key_each()
    {
        var section = new Dictionary<string, string?>();
        foreach (var name in new[] { "one", "two" })
        {
            section[$"{name}:Region"] = provider == "oss" ? "cn-hangzhou" : "bj";
            section[$"{name}:Endpoint"] = (provider == "oss" ? _emulator.OssEndpoint : _emulator.BosEndpoint).ToString();
            section[$"{name}:AccessKeyId"] = $"key-of-{name}";
            section[$"{name}:{(provider == "oss" ? "AccessKeySecret" : "SecretAccessKey")}"] = "no-secret-of-anybody";
        }

        var services = new ServiceCollection();
        var inventory = services.AddInventory(new ConfigurationBuilder().AddInMemoryCollection(section).Build());
        _ = provider == "oss" ? inventory.AddAlibabaOss("one").AddAlibabaOss("two") : inventory.AddBaiduBos("one").AddBaiduBos("two");
        await using var container = services.BuildServiceProvider();

        foreach (var name in new[] { "one", "two" })
        {
            var error = Assert.CatchAsync<InventoryException>(() => container.GetRequiredKeyedService<IInventoryService>(name).FindAsync("examplebucket", "weekly"))!;
            Assert.That(error.Provider, Is.EqualTo(provider));
            Assert.That(error.Message, Does.StartWith($"'{name}' answered"), "which account it is");
        }

        Assert.That(_emulator.Requests.Select(r => r.Header("Authorization")!.Contains("key-of-one", StringComparison.Ordinal)), Is.EqualTo([true, false]));
    }

    private static void Change(IHost host, string key, string value)
    {
        var configuration = (IConfigurationRoot)host.Services.GetRequiredService<IConfiguration>();
        var provider = configuration["Inventory:Provider"];
        configuration[$"Inventory:{provider}:{key}"] = value;
        configuration.Reload();
    }

    private IHost Build(out RecordingLoggerProvider log, params string[] more)
    {
        var recorder = log = new RecordingLoggerProvider();
        var builder = Builder(more);
        _ = builder.Logging.AddProvider(recorder).SetMinimumLevel(LogLevel.Trace);
        return builder.Build();
    }

    private HostApplicationBuilder Builder(params string[] more)
    {
        // What is changed must not come back from a file or the command line when the configuration is read anew.
        var builder = KeeperHost.CreateBuilder(Apps.On(_emulator, [$"Inventory:Provider={provider}", .. more]));
        var stated = builder.Configuration.AsEnumerable().Where(p => p.Key.StartsWith("Inventory", StringComparison.Ordinal) || p.Key.StartsWith("Keeper", StringComparison.Ordinal)).ToList();
        builder.Configuration.Sources.Clear();
        _ = builder.Configuration.AddInMemoryCollection(stated);
        return builder;
    }

    private sealed class AheadClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromMinutes(10);
    }
}
