using Inventory.Emulator;
using Inventory.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Inventory.Consumer.Tests;

/// <summary>What people get wrong in configuration: each fails the start with one message that names the key and the way out.</summary>
public sealed class ConfigurationMistakeTests
{
    // What is written, what the message names, and what it says to do.
    private static readonly object[][] Mistakes =
    [
        ["a typo in a key", "Inventory:oss:Regoin=cn-beijing", "Inventory:oss:Regoin", "Region"],
        ["a typo in a key of the other cloud", "Inventory:bos:Enpoint=bj.bcebos.com", "Inventory:bos:Enpoint", "Endpoint"],
        ["a typo in a key of the transport", "Inventory:oss:Transport:MaxAttempt=3", "Inventory:oss:Transport:MaxAttempt", "MaxAttempts"],
        ["a typo in the provider", "Inventory:Provider=os", "Inventory:Provider", "oss, bos, memory"],
        ["a provider of another library", "Inventory:Provider=s3", "Inventory:Provider", "oss, bos, memory"],
        ["no provider", "Inventory:Provider=", "Inventory:Provider", "oss, bos, memory"],
        ["a typo in the key of the provider", "Inventory:Provder=bos", "Inventory:Provder", "oss, bos, memory"],
        ["a section that nobody added", "Inventory:cos:Region=ap-beijing", "Inventory:cos", "oss, bos, memory"],
        ["a host for a region", "Inventory:oss:Region=oss-cn-hangzhou", "Inventory:oss:Region", "without oss-"],
        ["a typo in a region", "Inventory:oss:Region=cn_hangzhou", "Inventory:oss:Region", "cn-hangzhou"],
        ["a region in capitals on BOS", "Inventory:bos:Region=BJ;Inventory:Provider=bos", "Inventory:bos:Region", "as in bj"],
        ["no secret", "Inventory:oss:AccessKeySecret=", "Inventory:oss:AccessKeyId and AccessKeySecret", "Give both"],
        ["no secret on BOS", "Inventory:bos:SecretAccessKey=;Inventory:Provider=bos", "Inventory:bos:AccessKeyId and SecretAccessKey", "Give both"],
        ["no key at all", "Inventory:oss:AccessKeySecret=;Inventory:oss:AccessKeyId=", "Inventory:oss:AccessKeyId", "OSS_ACCESS_KEY_ID"],
        ["no key at all on BOS", "Inventory:bos:SecretAccessKey=;Inventory:bos:AccessKeyId=;Inventory:Provider=bos", "Inventory:bos:AccessKeyId", "BCE_ACCESS_KEY_ID"],
        ["the name of the other cloud's secret", "Inventory:oss:SecretAccessKey=x", "Inventory:oss:SecretAccessKey", "AccessKeySecret"],
        ["a secret with a line end", "Inventory:oss:AccessKeySecret=secret\n", "Inventory:oss:AccessKeyId and AccessKeySecret", "line end"],
        ["a text for a number", "Inventory:oss:Transport:MaxAttempts=three", "Inventory:oss:Transport:MaxAttempts", "whole number"],
        ["a number out of range", "Inventory:oss:Transport:MaxAttempts=0", "Inventory:oss:Transport:MaxAttempts", "1 or more"],
        ["seconds without the rest of the time", "Inventory:oss:ReplaceDeadline=30", "Inventory:oss:ReplaceDeadline", "00:00:30"],
        ["a time that is none", "Inventory:oss:Transport:AttemptTimeout=10s", "Inventory:oss:Transport:AttemptTimeout", "00:00:30"],
        ["an addressing that is none", "Inventory:oss:Addressing=Paths", "Inventory:oss:Addressing", "VirtualHosted, Path, CustomDomain"],
        ["a custom domain without its bucket", "Inventory:oss:Addressing=CustomDomain", "Inventory:oss:CustomDomainBucket", "Name it"],
        ["an endpoint with a path", "Inventory:oss:Endpoint=https://example.com/examplebucket", "Inventory:oss:Endpoint", "without a path"],
        ["an endpoint that is none", "Inventory:oss:Endpoint=ftp://example.com", "Inventory:oss:Endpoint", "http(s) URL"],
        ["an IP address before which no bucket can stand", "Inventory:oss:Addressing=VirtualHosted", "Inventory:oss:Endpoint", "choose Path"],
        ["one accepted change where a list belongs", "Inventory:oss:Accept=drop=OptionalFields", "Inventory:oss:Accept", "list"],
        ["an accepted change that drops nothing", "Inventory:oss:Accept:0=drop=Columns", "Inventory:oss:Accept", "OptionalFields"],
        ["an accepted change to a value that is none", "Inventory:oss:Accept:0=schedule=Hourly", "Inventory:oss:Accept", "EveryThreeDays"],
        ["encryption dropped by configuration", "Inventory:oss:Accept:0=drop=Destination.Encryption", "Inventory:oss:Accept", "ConvertTo"],
        ["a role that is none", "Inventory:oss:DestinationRoleArn=inventory", "Inventory:oss:DestinationRoleArn", "acs:ram::"],
        ["an account that is none", "Inventory:oss:DestinationAccountId=me", "Inventory:oss:DestinationAccountId", "digits"],
        ["a feature that is none", "Inventory:bos:AllowUnproven:0=ManyPrefixes", "Inventory:bos:AllowUnproven:0", "MultiplePrefixFilter"],
        ["a feature that is not unproven", "Inventory:bos:AllowUnproven:0=SizeField;Inventory:Provider=bos", "Inventory:bos:AllowUnproven", "MultiplePrefixFilter"],
        ["a list where a value belongs", "Inventory:oss:Region:0=cn-hangzhou", "Inventory:oss:Region", "one value"],
    ];

    private static readonly string[] Variables =
        ["OSS_ACCESS_KEY_ID", "OSS_ACCESS_KEY_SECRET", "BCE_ACCESS_KEY_ID", "BCE_SECRET_ACCESS_KEY", "BAIDUCLOUD_ACCESS_KEY", "BAIDUCLOUD_SECRET_KEY"];

    private InventoryEmulator _emulator = null!;

    [OneTimeSetUp]
    public async Task StartEmulator()
    {
        _emulator = await InventoryEmulator.StartAsync(new());

        // A developer's own keys may not help out here.
        Array.ForEach(Variables, variable => Environment.SetEnvironmentVariable(variable, null));
    }

    [OneTimeTearDown]
    public async Task StopEmulator() => await _emulator.DisposeAsync();

    [TestCaseSource(nameof(Mistakes))]
    public void A_mistake_fails_the_start_with_one_message_that_names_the_key_and_the_way_out(string mistake, string lines, string key, string wayOut)
    {
        using var host = KeeperHost.CreateBuilder(Apps.On(_emulator, lines.Split(';'))).Build();

        var error = Assert.ThrowsAsync<InvalidConfigurationException>(() => host.StartAsync(), mistake)!;

        TestContext.Out.WriteLine(error.Message);
        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.InvalidConfiguration));
        Assert.That(error.Message, Does.Contain(key).And.Contain(wayOut));
        Assert.That(error.ToString(), Does.Not.Contain(EmulatorCredential.DefaultSecret));
    }

    [Test]
    public void There_are_25_or_more() => Assert.That(Mistakes.Select(m => m[0]).Distinct().Count(), Is.GreaterThanOrEqualTo(25));

    [Test]
    public void Two_providers_of_one_name_fail_before_the_start()
    {
        var builder = KeeperHost.CreateBuilder([]);
        var inventory = new ServiceCollection().AddInventory(builder.Configuration.GetSection("Inventory")).AddAlibabaOss("cloud");

        Assert.That(() => inventory.AddBaiduBos("Cloud"), Throws.InstanceOf<InventoryException>().With.Message.Contains("Give one of them another name"));
    }

    [Test]
    public void A_handler_that_follows_redirects_fails_the_start()
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = true };
        var builder = Host.CreateApplicationBuilder(Apps.On(_emulator));
        _ = builder.Services.AddInventory(builder.Configuration.GetSection("Inventory")).AddAlibabaOss("oss", oss => oss.Use<HttpMessageHandler>(handler)).AddBaiduBos();
        using var host = builder.Build();

        Assert.That(() => host.StartAsync(), Throws.InstanceOf<InventoryException>().With.Message.Contains("Inventory:oss").And.Message.Contains("AllowAutoRedirect"));
    }

    [Test]
    public async Task Credentials_and_handlers_of_the_application_are_used()
    {
        var asked = 0;
        using var handler = new CountingHandler();
        var builder = Host.CreateApplicationBuilder(Apps.On(_emulator, "Inventory:oss:AccessKeyId=", "Inventory:oss:AccessKeySecret="));
        _ = builder.Services.AddInventory(builder.Configuration.GetSection("Inventory")).AddBaiduBos().AddAlibabaOss("oss", oss => oss
            .Use<HttpMessageHandler>(handler)
            .Use<ICredentialsProvider>(_ => new Credentials(() => asked++)));
        using var host = builder.Build();
        await host.StartAsync();

        _ = await host.Services.GetRequiredService<IInventoryService>().FindAsync("examplebucket", "nightly");

        Assert.That((asked, handler.Count), Is.EqualTo((1, 1)));
    }

    private sealed class CountingHandler() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Credentials(Action asked) : ICredentialsProvider
    {
        public ValueTask<CloudCredentials> GetAsync(CancellationToken cancellationToken = default)
        {
            asked();
            return ValueTask.FromResult(new CloudCredentials(EmulatorCredential.DefaultAccessKeyId, EmulatorCredential.DefaultSecret));
        }
    }
}
