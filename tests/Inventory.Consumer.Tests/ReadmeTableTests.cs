using System.Collections;
using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Inventory.AlibabaOss;
using Inventory.BaiduBos;
using Inventory.Emulator;
using Inventory.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Inventory.Consumer.Tests;

/// <summary>The tables of the README say what the library does: each name in them is looked up, each address is really sent to.</summary>
public sealed class ReadmeTableTests
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static object[][] Addresses => [.. Rows("Configuration", "| options | address |").Select(row => new object[] { row[0], row[1] })];

    [Test]
    public void The_keys_of_the_configuration_are_the_options()
    {
        var named = Rows("Configuration", "| key | what it says |").SelectMany(row => Code(row[0])).ToHashSet();
        var inText = Code(Readme.Section("Configuration")).ToHashSet();
        var options = new[] { typeof(OssOptions), typeof(BosOptions) }.SelectMany(t => t.GetProperties()).Where(p => p.CanWrite || p.PropertyType != typeof(string)).Select(p => p.Name).ToHashSet();

        Assert.That(named, Is.SubsetOf(options));
        Assert.That(options, Is.SubsetOf(inText));
        Assert.That(typeof(InventoryHttpOptions).GetProperties().Select(p => p.Name).Where(n => n != "EqualityContract"), Is.SubsetOf(inText));
    }

    [Test]
    public void The_environment_variables_are_those_that_are_read()
    {
        var named = Regex.Matches(Readme.Text, "\\b(?:OSS|BCE|BAIDUCLOUD)_[A-Z_]+\\b").Select(m => m.Value).ToHashSet();

        var read = new HashSet<string>();
        foreach (CloudOptions options in new CloudOptions[] { new OssOptions(), new BosOptions() })
        {
            var key = options.GetType().GetProperty("KeyInEnvironment", Any)!.GetValue(options)!;
            var sets = (IEnumerable)key.GetType().GetFields(Any).Select(f => f.GetValue(key)).First(v => v is IEnumerable<AccessKeyVariables>)!;
            read.UnionWith(sets.Cast<AccessKeyVariables>().SelectMany(s => new[] { s.AccessKeyId, s.SecretAccessKey, s.SessionToken }));
        }

        Assert.That(named, Is.EquivalentTo(read));
    }

    [TestCaseSource(nameof(Addresses))]
    public async Task An_address_is_the_one_that_is_sent_to(string options, string addresses)
    {
        var isBos = options.StartsWith("BOS", StringComparison.Ordinal);
        var settings = Code(options).SelectMany(c => c.Split(": ", 2) is [var key, var value] ? [(key, value)] : Array.Empty<(string, string)>()).ToList();
        var kinds = Code(options).Where(c => !c.Contains(": ", StringComparison.Ordinal)).Select(kind => ("EndpointKind", kind));
        var variants = new[] { settings }.Concat(kinds.Select(kind => settings.Where(s => s.Item1 != "EndpointKind").Append(kind).ToList())).ToList();

        foreach (var (variant, address) in variants.Zip(Code(addresses), (v, a) => (v, a)))
        {
            Assert.That(await SentToAsync(isBos, variant), Is.EqualTo(address.Replace("BUCKET", "examplebucket", StringComparison.Ordinal).TrimEnd('/')));
        }
    }

    [Test]
    public void There_are_addresses_of_both_clouds() =>
        Assert.That(Addresses.Select(a => ((string)a[0])[..3]), Does.Contain("OSS").And.Contain("BOS").And.Exactly(8).Items);

    [Test]
    public void The_log_events_are_those_of_the_code()
    {
        var rows = Rows("Seeing what happens", "| log event of an adapter | level | when |").Select(row => $"{row[0].Replace("`", "", StringComparison.Ordinal)} {row[1]}");

        Assert.That(rows, Is.EqualTo(Events(typeof(CloudOptions).Assembly)));
        foreach (var (id, name, level) in Events(typeof(DependencyInjection.InventoryOptions).Assembly).Select(e => e.Split(' ')).Select(e => (e[0], e[1], e[2])))
        {
            Assert.That(Readme.Text, Does.Contain($"{id} `{name}` ({level})"));
        }
    }

    [Test]
    public async Task The_names_of_spans_instruments_and_attributes_are_those_of_the_code()
    {
        var named = Code(Readme.Section("Seeing what happens"))
            .Select(c => c.StartsWith('.') ? $"inventory{c}" : c)
            .Where(c => Regex.IsMatch(c, "^(?:inventory|http|error|server)\\.[a-z_.]+$")).ToHashSet();
        var library = typeof(InventoryTelemetry).Assembly;
        var constants = library.GetTypes().Single(t => t.Name == "AttributeNames").GetFields(Any).Select(f => (string)f.GetRawConstantValue()!).ToHashSet();
        HashSet<string> spans = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == InventoryTelemetry.ActivitySourceName,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => spans.Add(activity.OperationName),
        };
        ActivitySource.AddActivityListener(listener);
        HashSet<string> instruments = [];
        using var meters = new System.Diagnostics.Metrics.MeterListener
        {
            InstrumentPublished = (instrument, _) => instruments.UnionWith(instrument.Meter.Name == InventoryTelemetry.MeterName ? [instrument.Name] : Array.Empty<string>()),
        };
        meters.Start();
        var service = new InMemory.InMemoryInventoryService();

        _ = await service.FindAsync("logs", "nightly");
        await service.DeleteAsync("logs", "nightly");
        _ = await service.PutAsync("logs", new() { Id = "a", Schedule = InventorySchedule.Daily, Destination = new() { Bucket = "reports" } });
        await foreach (var _ in service.ListAsync("logs"))
        {
        }

        string[] events = ["inventory.retry", "inventory.clock_correction"];
        Assert.That(named, Is.EquivalentTo(constants.Concat(spans).Concat(instruments).Concat(events)));
    }

    private static async Task<string> SentToAsync(bool isBos, IEnumerable<(string Key, string Value)> settings)
    {
        using var handler = new Capture();
        Dictionary<string, string?> section = new()
        {
            ["cloud:Region"] = isBos ? null : "cn-hangzhou",
            ["cloud:AccessKeyId"] = EmulatorCredential.DefaultAccessKeyId,
            [isBos ? "cloud:SecretAccessKey" : "cloud:AccessKeySecret"] = EmulatorCredential.DefaultSecret,
        };
        foreach (var (key, value) in settings)
        {
            section[$"cloud:{key}"] = value == "BUCKET" ? "examplebucket" : value;
        }

        var services = new ServiceCollection();
        var inventory = services.AddInventory(new ConfigurationBuilder().AddInMemoryCollection(section).Build());
        _ = isBos
            ? inventory.AddBaiduBos("cloud", bos => bos.Use<HttpMessageHandler>(handler).Configure(o => o.Transport = new() { MaxAttempts = 1 }))
            : inventory.AddAlibabaOss("cloud", oss => oss.Use<HttpMessageHandler>(handler).Configure(o => o.Transport = new() { MaxAttempts = 1 }));
        await using var container = services.BuildServiceProvider();
        _ = Assert.CatchAsync<InventoryException>(() => container.GetRequiredService<IInventoryService>().FindAsync("examplebucket", "nightly"));
        return handler.Sent!.GetLeftPart(UriPartial.Path).TrimEnd('/');
    }

    private static IEnumerable<string> Events(Assembly assembly) => assembly.GetTypes()
        .SelectMany(t => t.GetMethods(Any))
        .Select(m => m.GetCustomAttribute<LoggerMessageAttribute>())
        .OfType<LoggerMessageAttribute>()
        .OrderBy(a => a.EventId)
        .Select(a => $"{a.EventId} {a.EventName} {a.Level}");

    private static IEnumerable<string[]> Rows(string title, string header) => Readme.Section(title).Split('\n')
        .SkipWhile(line => line != header).Skip(2).TakeWhile(line => line.StartsWith('|')).Select(line => line.Trim('|', ' ').Split(" | "));

    private static IEnumerable<string> Code(string text) => Regex.Matches(text, "`([^`\n]+)`").Select(m => m.Groups[1].Value);

    private sealed class Capture : HttpMessageHandler
    {
        public Uri? Sent { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent = request.RequestUri;
            throw new HttpRequestException("Nobody is there.");
        }
    }
}
