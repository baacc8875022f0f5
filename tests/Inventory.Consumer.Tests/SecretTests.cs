using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Inventory.AlibabaOss;
using Inventory.BaiduBos;
using Inventory.Emulator;
using Inventory.Http;
using Inventory.InMemory;
using Inventory.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Inventory.Consumer.Tests;

/// <summary>The watch over the run finds what it is there to find, and no object of the library tells a secret of its own.</summary>
public sealed partial class SecretTests
{
    private const string Secret = "watched-secret-of-a-test";

    private static readonly Assembly[] Library =
    [
        typeof(InventoryRule).Assembly, typeof(CloudOptions).Assembly, typeof(DependencyInjection.InventoryOptions).Assembly, typeof(OssOptions).Assembly,
        typeof(BosOptions).Assembly, typeof(InMemoryOptions).Assembly, typeof(InventoryEmulator).Assembly,
    ];

    private static IEnumerable<Type> SecretKeepers => Library
        .SelectMany(a => a.GetTypes())
        .Where(t => t is { IsAbstract: false, ContainsGenericParameters: false } && !typeof(Delegate).IsAssignableFrom(t) && SecretFields(t).Any())
        .Where(t => t != typeof(AccessKeyVariables)); // It names variables, and holds no key.

    [TestCaseSource(nameof(SecretKeepers))]
    public void What_keeps_a_secret_does_not_print_it(Type type)
    {
        var keeper = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Where(f => f.FieldType == typeof(string)))
        {
            field.SetValue(keeper, SecretFields(type).Contains(field) ? Secret : "abcdefgh");
        }

        Assert.That(keeper.ToString(), Does.Not.Contain(Secret));
    }

    [Test]
    public void There_are_such_things() =>
        Assert.That(SecretKeepers, Is.SupersetOf([typeof(OssOptions), typeof(BosOptions), typeof(CloudCredentials), typeof(EmulatorCredential)]));

    [Test]
    public async Task A_log_line_an_activity_and_an_exception_with_a_secret_are_found()
    {
        using var source = new ActivitySource("Inventory.Consumer.Tests");
        using var host = Host.CreateApplicationBuilder().Build();
        var log = host.Services.GetRequiredService<ILogger<SecretTests>>();

        source.StartActivity("leak")!.SetTag("header", Secret).Dispose();
        source.StartActivity("leak")!.AddEvent(new("retry", tags: new([new("authorization", "OSS4-HMAC-SHA256 Credential=a, Signature=" + new string('0', 64))]))).Dispose();
        Leak(log, Secret);
        _ = Assert.Throws<FormatException>(() => _ = Acceptance.Parse(Secret));

        try
        {
            await Task.FromException(new InventoryException(InventoryErrorKind.AccessDenied, Secret));
        }
        catch (InventoryException)
        {
            // The watch has seen it.
        }

        Assert.That(SecretWatchAttribute.Drain(), Has.Count.EqualTo(5));
    }

    [TestCase("oss")]
    [TestCase("bos")]
    public async Task A_whole_run_with_everything_logged_is_read_and_tells_nothing(string provider)
    {
        await using var emulator = await InventoryEmulator.StartAsync(new());
        var before = SecretWatchAttribute.LogLines;
        var builder = KeeperHost.CreateBuilder(Apps.On(emulator, $"Inventory:Provider={provider}", "Logging:LogLevel:Default=Trace", "Inventory:bos:SessionToken=wrong"));
        using var host = builder.Build();

        InventoryException? failure = null;
        try
        {
            await host.StartAsync();
        }
        catch (InventoryException e)
        {
            failure = e;
        }

        Assert.That(SecretWatchAttribute.LogLines, Is.GreaterThan(before));
        Assert.That(failure?.Kind, Is.EqualTo(provider == "bos" ? InventoryErrorKind.AuthenticationFailed : null), "The token of bos is wrong.");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Header}")]
    private static partial void Leak(ILogger logger, string header);

    private static IEnumerable<FieldInfo> SecretFields(Type type) => type
        .GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
        .Where(f => f.FieldType == typeof(string) && (Says(f.Name, "secret") || Says(f.Name, "token") || Says(f.Name, "signature") || Says(f.Name, "password")))
        .Where(f => !Says(f.Name, "continuation") && !Says(f.Name, "next"));

    private static bool Says(string name, string word) => name.Contains(word, StringComparison.OrdinalIgnoreCase);
}
