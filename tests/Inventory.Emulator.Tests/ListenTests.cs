using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

/// <summary>Where the emulator listens, and options that contradict each other.</summary>
[TestFixture]
public sealed class ListenTests
{
    [TestCase("0.0.0.0", "127.0.0.1")]
    [TestCase("127.0.0.1", "127.0.0.1")]
    [TestCase("127.0.0.2", "127.0.0.2")]
    public async Task The_endpoints_can_be_called_wherever_it_listens(string address, string host)
    {
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned with { ListenAddress = IPAddress.Parse(address) });

        var oss = await emulator.OssAsync("GET", "?inventory");
        var bos = await emulator.BosAsync("GET", "?inventory");

        Assert.That((oss.Status, bos.Status), Is.EqualTo((404, 200)));
        Assert.That((emulator.OssEndpoint.Host, emulator.BosEndpoint.Host), Is.EqualTo((host, host)));
    }

    [Test]
    public async Task Only_loopback_is_bound_unless_told_otherwise()
    {
        await using var emulator = await InventoryEmulator.StartAsync();

        var bound = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()
            .Where(listener => listener.Port == emulator.OssEndpoint.Port || listener.Port == emulator.BosEndpoint.Port)
            .Select(listener => listener.Address);

        Assert.That(bound, Is.EqualTo(new[] { IPAddress.Loopback, IPAddress.Loopback }));
    }

    [Test]
    public async Task All_of_IPv6_is_called_at_its_loopback()
    {
        Assume.That(Socket.OSSupportsIPv6);

        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned with { ListenAddress = IPAddress.IPv6Any });

        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(emulator.BosEndpoint, "/examplebucket?inventory"));
        Assert.That((emulator.BosEndpoint.Host, answer.StatusCode), Is.EqualTo(("[::1]", HttpStatusCode.OK)));
    }

    [TestCase("0.0.0.0", 1)]
    [TestCase("127.0.0.1", 0)]
    [TestCase("127.0.0.2", 0)]
    public async Task The_log_says_when_others_can_reach_it(string address, int lines)
    {
        var log = new List<string>();

        await using var emulator = await InventoryEmulator.StartAsync(new() { ListenAddress = IPAddress.Parse(address), Log = log.Add });

        Assert.That(log, Has.Count.EqualTo(lines).And.All.Contain($"listens on {address}, which is not loopback"));
    }

    [Test]
    public void A_bucket_that_is_listed_twice_fails_the_start_by_name() => AssertFails(
        new() { Buckets = [new("logs"), new("logs", "cn-beijing")] }, "Buckets: 'logs' is listed twice, and a bucket has one region and one owner. Leave one of them out.");

    [Test]
    public void A_custom_domain_that_is_listed_twice_fails_the_start_by_name() => AssertFails(
        new() { CustomDomains = new Dictionary<string, string> { ["a.test"] = "logs", ["A.test"] = "logs" } }, "CustomDomains: 'a.test' is listed twice");

    [TestCase("")]
    [TestCase(".")]
    public void An_empty_suffix_fails_the_start(string suffix) => AssertFails(new() { BosHostSuffixes = [suffix] }, "an ending is empty");

    private static void AssertFails(EmulatorOptions options, string message)
    {
        async Task StartAsync()
        {
            await using var emulator = await InventoryEmulator.StartAsync(options);
        }

        Assert.That(StartAsync, Throws.ArgumentException.With.Message.Contains(message));
    }
}
