using Inventory.AlibabaOss.Tests.Support;
using Inventory.Http;

namespace Inventory.AlibabaOss.Tests.Service;

/// <summary>Where a request goes: the exact address and host.</summary>
[TestFixture]
public sealed class AddressTests
{
    [TestCase(null, "cn-hangzhou", BucketAddressing.Auto, "https://examplebucket.oss-cn-hangzhou.aliyuncs.com", "examplebucket.oss-cn-hangzhou.aliyuncs.com", "/")]
    [TestCase("oss-cn-hangzhou-internal.aliyuncs.com", null, BucketAddressing.Auto,
        "https://examplebucket.oss-cn-hangzhou-internal.aliyuncs.com", "examplebucket.oss-cn-hangzhou-internal.aliyuncs.com", "/")]
    [TestCase("cn-hangzhou.oss.aliyuncs.com", null, BucketAddressing.VirtualHosted,
        "https://examplebucket.cn-hangzhou.oss.aliyuncs.com", "examplebucket.cn-hangzhou.oss.aliyuncs.com", "/")]
    [TestCase("https://oss-accelerate.aliyuncs.com", "cn-hangzhou", BucketAddressing.Auto,
        "https://examplebucket.oss-accelerate.aliyuncs.com", "examplebucket.oss-accelerate.aliyuncs.com", "/")]
    [TestCase("https://oss.private.example:8443", "cn-hangzhou", BucketAddressing.Path, "https://oss.private.example:8443", "oss.private.example:8443", "/examplebucket/")]
    [TestCase("http://10.0.0.7", "cn-hangzhou", BucketAddressing.Auto, "http://10.0.0.7", "10.0.0.7", "/examplebucket/")]
    [TestCase("https://inventory.example.com", "cn-hangzhou", BucketAddressing.CustomDomain, "https://inventory.example.com", "inventory.example.com", "/")]
    public async Task The_four_operations_go_to_this_address(string? endpoint, string? region, BucketAddressing addressing, string authority, string host, string path)
    {
        using var handler = new CannedHandler(new CannedAnswer(200), CannedAnswer.NoSuchInventory);
        using var service = CannedOss.Service(handler, o => (o.Endpoint, o.Region, o.Addressing, o.CustomDomainBucket) = (endpoint, region, addressing, addressing == BucketAddressing.CustomDomain ? OssCloud.Source : null));

        _ = await service.PutAsync(OssCloud.Source, OssRules.Plain);
        _ = await service.FindAsync(OssCloud.Source, "report1");
        _ = await service.ListAsync(OssCloud.Source).ToListAsync();
        await service.DeleteAsync(OssCloud.Source, "report1");

        Assert.That(handler.Requests.Select(r => $"{r.Method} {r.SentUri}"), Is.EqualTo((string[])
        [
            $"PUT {authority}{path}?inventory&inventoryId=report1",
            $"GET {authority}{path}?inventory&inventoryId=report1",
            $"GET {authority}{path}?inventory",
            $"DELETE {authority}{path}?inventory&inventoryId=report1",
        ]));
        Assert.That(handler.Requests.Select(r => r.Headers["Host"]), Has.All.EqualTo(host));
        Assert.That(handler.Requests.Select(r => r.Headers["Authorization"]), Has.All.Contains("/cn-hangzhou/oss/aliyun_v4_request,Signature="));
    }

    [Test]
    public async Task An_id_and_a_token_are_percent_encoded_as_RFC_3986_says()
    {
        const string id = "a b+c%2F/&=?#'\"~!*()汉📦";
        const string encoded = "a%20b%2Bc%252F%2F%26%3D%3F%23%27%22~%21%2A%28%29%E6%B1%89%F0%9F%93%A6";
        var page = $"<ListInventoryConfigurationsResult><IsTruncated>true</IsTruncated><NextContinuationToken>{id.Replace("&", "&amp;", StringComparison.Ordinal)}</NextContinuationToken></ListInventoryConfigurationsResult>";
        using var handler = new CannedHandler(CannedAnswer.NoSuchInventory, new CannedAnswer(200, page), CannedAnswer.NoSuchInventory);
        using var service = CannedOss.Service(handler);

        _ = await service.FindAsync(OssCloud.Source, id);
        _ = await service.ListAsync(OssCloud.Source).ToListAsync();

        const string address = "https://examplebucket.oss-cn-hangzhou.aliyuncs.com/?inventory";
        Assert.That(handler.Requests.Select(r => r.SentUri), Is.EqualTo((string[])
        [
            $"{address}&inventoryId={encoded}",
            address,
            $"{address}&continuation-token={encoded}",
        ]));
    }

    [TestCase(BucketAddressing.Path, "examplebucket.oss-cn-hangzhou.aliyuncs.com")]
    [TestCase(BucketAddressing.VirtualHosted, "localhost")]
    [TestCase(BucketAddressing.CustomDomain, "inventory.example.com")]
    public async Task The_service_verifies_the_signature_of_every_form_of_address(BucketAddressing addressing, string host)
    {
        await using var cloud = await OssCloud.StartAsync(new()
        {
            CustomDomains = new Dictionary<string, string> { ["inventory.example.com"] = OssCloud.Source },
        });
        var port = cloud.Emulator.OssEndpoint.Port;
        using var handler = Loopback.To(port);
        var service = cloud.NewService(
            o => (o.Endpoint, o.Addressing, o.CustomDomainBucket) =
                ($"http://{(addressing == BucketAddressing.Path ? "127.0.0.1" : host)}:{port}", addressing, addressing == BucketAddressing.CustomDomain ? OssCloud.Source : null),
            handler);

        _ = await service.PutAsync(OssCloud.Source, OssRules.Plain);
        _ = await service.PutAsync(OssCloud.Source, OssRules.Plain with { IsEnabled = false });

        Assert.That(await service.FindAsync(OssCloud.Source, "report1"), Is.EqualTo(OssRules.Plain with { IsEnabled = false }));
        Assert.That(cloud.Requests.Select(r => r.Header("Host")).Distinct().Single(), Is.EqualTo(addressing switch
        {
            BucketAddressing.Path => $"127.0.0.1:{port}",
            BucketAddressing.VirtualHosted => $"examplebucket.localhost:{port}",
            _ => $"inventory.example.com:{port}",
        }));
    }
}
