using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

[TestFixture]
public sealed class AddressingTests
{
    private static readonly EmulatorOptions Options = Samples.Unsigned with
    {
        CustomDomains = new Dictionary<string, string> { ["Inventory.example.com"] = "examplebucket" },
    };

    [TestCase("examplebucket.oss-cn-hangzhou.aliyuncs.com", "/", 404, "NoSuchInventory")]
    [TestCase("EXAMPLEBUCKET.oss-cn-hangzhou-internal.aliyuncs.com:80", "/", 404, "NoSuchInventory")]
    [TestCase("examplebucket.cn-hangzhou.oss.aliyuncs.com", "/", 404, "NoSuchInventory")]
    [TestCase("examplebucket.oss-accelerate.aliyuncs.com", "/", 404, "NoSuchInventory")]
    [TestCase("examplebucket.localhost", "/", 404, "NoSuchInventory")]
    [TestCase("inventory.example.com", "/", 404, "NoSuchInventory")]
    [TestCase("127.0.0.1:8080", "/examplebucket/", 404, "NoSuchInventory")]
    [TestCase("127.0.0.1:8080", "/examplebucket", 404, "NoSuchInventory")]
    [TestCase("examplebucket.oss-cn-beijing.aliyuncs.com", "/", 403, "AccessDenied")]
    [TestCase("oss-cn-hangzhou.aliyuncs.com", "/examplebucket/", 403, "SecondLevelDomainForbidden")]
    [TestCase("other.oss-cn-hangzhou.aliyuncs.com", "/", 404, "NoSuchBucket")]
    [TestCase("127.0.0.1", "/UPPER/", 400, "InvalidBucketName")]
    public async Task An_OSS_bucket_is_found_by_host_or_path(string host, string path, int status, string code)
    {
        await using var emulator = await InventoryEmulator.StartAsync(Options);

        var answer = await RawHttp.SendAsync(emulator.OssEndpoint, "GET", path + "?inventory", (string?)null, ("Host", host));

        Assert.That((answer.Status, answer.Code), Is.EqualTo((status, code)), answer.Body);
        Assert.That(answer.Xml("HostId"), Is.EqualTo(host));
    }

    [TestCase("examplebucket.oss.test", "/", 404, "NoSuchInventory")]
    [TestCase("EXAMPLEBUCKET.oss.test:9000", "/", 404, "NoSuchInventory")]
    [TestCase("examplebucket.eu.oss.test", "/", 404, "NoSuchInventory")]
    [TestCase("oss.test", "/examplebucket/", 404, "NoSuchInventory")]
    [TestCase("localhost:9000", "/examplebucket/", 404, "NoSuchInventory")]
    [TestCase("examplebucket.localhost", "/examplebucket/", 404, "NoSuchInventory")]
    public async Task An_OSS_bucket_is_found_by_the_longest_suffix_of_the_options(string host, string path, int status, string code)
    {
        await using var emulator = await InventoryEmulator.StartAsync(Options with { OssHostSuffixes = [".oss.test", "eu.oss.test"] });

        var answer = await RawHttp.SendAsync(emulator.OssEndpoint, "GET", path + "?inventory", (string?)null, ("Host", host));

        Assert.That((answer.Status, answer.Code), Is.EqualTo((status, code)), answer.Body);
    }

    [TestCase("examplebucket.bos.test:9001", "/", 200, "")]
    [TestCase("examplebucket.bos.test", "/v1", 200, "")]
    [TestCase("bos.test", "/v1/examplebucket", 200, "")]
    [TestCase("other.bos.test", "/", 404, "NoSuchBucket")]
    public async Task A_BOS_bucket_is_found_by_the_suffixes_of_the_options(string host, string path, int status, string code)
    {
        await using var emulator = await InventoryEmulator.StartAsync(Options with { BosHostSuffixes = ["bos.test"] });

        var answer = await RawHttp.SendAsync(emulator.BosEndpoint, "GET", path + "?inventory", (string?)null, ("Host", host));

        Assert.That((answer.Status, answer.Code), Is.EqualTo((status, code)), answer.Body);
    }

    [TestCase("examplebucket.bj.bcebos.com", "/", 200, "")]
    [TestCase("examplebucket.bj.bcebos.com", "/v1", 200, "")]
    [TestCase("examplebucket.localhost", "/v1/", 200, "")]
    [TestCase("inventory.example.com", "/", 200, "")]
    [TestCase("bj.bcebos.com", "/examplebucket", 200, "")]
    [TestCase("127.0.0.1:8080", "/v1/examplebucket", 200, "")]
    [TestCase("su.bcebos.com", "/examplebucket", 404, "NoSuchBucket")]
    [TestCase("other.bj.bcebos.com", "/", 404, "NoSuchBucket")]
    [TestCase("127.0.0.1", "/a_b", 400, "InvalidBucketName")]
    public async Task A_BOS_bucket_is_found_by_host_or_path(string host, string path, int status, string code)
    {
        await using var emulator = await InventoryEmulator.StartAsync(Options);

        var answer = await RawHttp.SendAsync(emulator.BosEndpoint, "GET", path + "?inventory", (string?)null, ("Host", host));

        Assert.That((answer.Status, answer.Code), Is.EqualTo((status, code)), answer.Body);
    }
}
