using Inventory.AlibabaOss.Tests.Support;
using Inventory.Http;

namespace Inventory.AlibabaOss.Tests.Service;

/// <summary>Which endpoint the options mean, and which slips in them are named.</summary>
[TestFixture]
public sealed class EndpointTests
{
    [TestCase(OssEndpointKind.Public, BucketAddressing.Auto, "https://examplebucket.oss-cn-hangzhou.aliyuncs.com/?inventory")]
    [TestCase(OssEndpointKind.Internal, BucketAddressing.Auto, "https://examplebucket.oss-cn-hangzhou-internal.aliyuncs.com/?inventory")]
    [TestCase(OssEndpointKind.DualStack, BucketAddressing.Auto, "https://examplebucket.cn-hangzhou.oss.aliyuncs.com/?inventory")]
    [TestCase(OssEndpointKind.Accelerate, BucketAddressing.Auto, "https://examplebucket.oss-accelerate.aliyuncs.com/?inventory")]
    [TestCase(OssEndpointKind.AccelerateOverseas, BucketAddressing.Auto, "https://examplebucket.oss-accelerate-overseas.aliyuncs.com/?inventory")]
    [TestCase(OssEndpointKind.Internal, BucketAddressing.VirtualHosted, "https://examplebucket.oss-cn-hangzhou-internal.aliyuncs.com/?inventory")]
    [TestCase(OssEndpointKind.Internal, BucketAddressing.Path, "https://oss-cn-hangzhou-internal.aliyuncs.com/examplebucket/?inventory")]
    public async Task A_region_and_a_kind_are_this_address_and_the_region_is_signed(OssEndpointKind kind, BucketAddressing addressing, string list)
    {
        using var handler = new CannedHandler(new CannedAnswer(200), CannedAnswer.NoSuchInventory);
        using var service = CannedOss.Service(handler, o => (o.EndpointKind, o.Addressing) = (kind, addressing));

        _ = await service.PutAsync(OssCloud.Source, OssRules.Plain);
        _ = await service.FindAsync(OssCloud.Source, "report1");
        _ = await service.ListAsync(OssCloud.Source).ToListAsync();
        await service.DeleteAsync(OssCloud.Source, "report1");

        var rule = $"{list}&inventoryId=report1";
        Assert.That(handler.Requests.Select(r => $"{r.Method} {r.SentUri}"), Is.EqualTo((string[])[$"PUT {rule}", $"GET {rule}", $"GET {list}", $"DELETE {rule}"]));
        Assert.That(handler.Requests.Select(r => r.Headers["Host"]), Has.All.EqualTo(new Uri(list).Authority));
        Assert.That(handler.Requests.Select(r => r.Headers["Authorization"]), Has.All.Contains("/cn-hangzhou/oss/aliyun_v4_request,"));
    }

    [TestCase("oss-cn-hangzhou.aliyuncs.com", BucketAddressing.Auto, "https://examplebucket.oss-cn-hangzhou.aliyuncs.com/?inventory")]
    [TestCase("http://oss-cn-hangzhou.aliyuncs.com", BucketAddressing.Auto, "http://examplebucket.oss-cn-hangzhou.aliyuncs.com/?inventory")]
    [TestCase("localhost:8080", BucketAddressing.Auto, "http://localhost:8080/examplebucket/?inventory")]
    [TestCase("https://localhost:8080", BucketAddressing.Auto, "https://localhost:8080/examplebucket/?inventory")]
    [TestCase("10.0.0.7", BucketAddressing.Auto, "https://10.0.0.7/examplebucket/?inventory")]
    [TestCase("[2001:db8::7]:8443", BucketAddressing.Auto, "https://[2001:db8::7]:8443/examplebucket/?inventory")]
    [TestCase("inventory.example.com", BucketAddressing.CustomDomain, "https://inventory.example.com/?inventory")]
    [TestCase("http://inventory.example.com", BucketAddressing.CustomDomain, "http://inventory.example.com/?inventory")]
    [TestCase("examplebucket.oss-cn-hangzhou.aliyuncs.com", BucketAddressing.CustomDomain, "https://examplebucket.oss-cn-hangzhou.aliyuncs.com/?inventory")]
    public async Task An_endpoint_of_its_own_is_this_address(string endpoint, BucketAddressing addressing, string list)
    {
        using var handler = new CannedHandler(CannedAnswer.NoSuchInventory);
        using var service = CannedOss.Service(handler, o => (o.Endpoint, o.Addressing, o.CustomDomainBucket) = (endpoint, addressing, addressing == BucketAddressing.CustomDomain ? OssCloud.Source : null));

        _ = await service.ListAsync(OssCloud.Source).ToListAsync();

        Assert.That(handler.Requests.Single().SentUri, Is.EqualTo(list));
    }

    [Test]
    public void A_kind_beside_an_endpoint_is_named_with_both() =>
        Assert.That(Problems(o => (o.EndpointKind, o.Endpoint) = (OssEndpointKind.Internal, "oss-cn-hangzhou.aliyuncs.com")), Is.EqualTo(
            ["EndpointKind and Endpoint: both say where OSS is, Internal and 'oss-cn-hangzhou.aliyuncs.com'. Give one of them."]));

    [Test]
    public void A_kind_that_there_is_not_is_named_with_those_that_there_are() =>
        Assert.That(Problems(o => o.EndpointKind = (OssEndpointKind)7), Is.EqualTo(
            ["EndpointKind: there is no '7'. Write one of Public, Internal, DualStack, Accelerate, AccelerateOverseas."]));

    [TestCase(OssEndpointKind.Internal)]
    [TestCase(OssEndpointKind.Accelerate)]
    public void No_kind_makes_up_for_a_missing_region(OssEndpointKind kind) =>
        Assert.That(Problems(o => (o.EndpointKind, o.Region) = (kind, null)), Is.EqualTo(["Region: it is missing. Name the region, such as cn-hangzhou."]));

    [TestCase("photos.oss-cn-hangzhou.aliyuncs.com", "photos", "oss-cn-hangzhou.aliyuncs.com")]
    [TestCase("https://photos.oss-cn-hangzhou-internal.aliyuncs.com/", "photos", "oss-cn-hangzhou-internal.aliyuncs.com")]
    [TestCase("http://Photos.OSS-cn-hangzhou.aliyuncs.com:80", "photos", "oss-cn-hangzhou.aliyuncs.com")]
    [TestCase("photos.cn-hangzhou.oss.aliyuncs.com", "photos", "cn-hangzhou.oss.aliyuncs.com")]
    [TestCase("photos.oss-accelerate.aliyuncs.com", "photos", "oss-accelerate.aliyuncs.com")]
    [TestCase("s3.oss-cn-hangzhou.aliyuncs.com", "s3", "oss-cn-hangzhou.aliyuncs.com")]
    public void An_endpoint_that_names_a_bucket_already_is_refused_with_the_remedy(string endpoint, string bucket, string host)
    {
        var problems = Problems(o => o.Endpoint = endpoint);

        Assert.That(problems, Is.EqualTo(
        [
            $"Endpoint: '{bucket}.{host}' has '{bucket}' where a bucket's name goes, and a second one would come before it. "
            + $"Write '{host}'; or, for this one bucket alone, set Addressing to CustomDomain and CustomDomainBucket to '{bucket}'.",
        ]));
    }

    [Test]
    public void A_custom_domain_that_names_another_bucket_is_refused() =>
        Assert.That(
            Problems(o => (o.Endpoint, o.Addressing, o.CustomDomainBucket) = ("photos.oss-cn-hangzhou.aliyuncs.com", BucketAddressing.CustomDomain, "videos")),
            Is.EqualTo(
                ["Endpoint and CustomDomainBucket: the host 'photos.oss-cn-hangzhou.aliyuncs.com' is bucket 'photos', and not 'videos'. Name one bucket."]));

    [TestCase("oss-cn-hangzhou", "is not a region's id. Write cn-hangzhou, without oss-.")]
    [TestCase("oss-cn-hangzhou-internal", "is not a region's id. Write cn-hangzhou, without oss-.")]
    [TestCase("oss-accelerate", "is not a region's id. Write it as in cn-hangzhou, without oss-.")]
    [TestCase("cn-hangzhou-internal", "is not a region's id. Write cn-hangzhou, and set EndpointKind to Internal.")]
    [TestCase("oss-cn-hangzhou.aliyuncs.com", "is an endpoint, not a region's id. Write cn-hangzhou, or give it as the Endpoint.")]
    [TestCase("https://oss-cn-hangzhou-internal.aliyuncs.com/", "is an endpoint, not a region's id. Write cn-hangzhou, or give it as the Endpoint.")]
    [TestCase("cn-hangzhou.oss.aliyuncs.com", "is an endpoint, not a region's id. Write cn-hangzhou, or give it as the Endpoint.")]
    [TestCase("https://cn-hangzhou", "is not a region's id, but looks like an endpoint. Give it as the Endpoint, and the region as in cn-hangzhou.")]
    [TestCase("inventory.example.com", "is not a region's id, but looks like an endpoint. Give it as the Endpoint, and the region as in cn-hangzhou.")]
    [TestCase("CN-Hangzhou", "is not a region's id. Write it as in cn-hangzhou, without oss-.")]
    [TestCase("cn-hangzhou ", "is not a region's id. Write it as in cn-hangzhou, without oss-.")]
    [TestCase("oss-cn-hzfinance", "is not a region's id. Write it as in cn-hangzhou, without oss-.")]
    [TestCase("beijing", "is no region of OSS. Write it as in cn-hangzhou.")]
    [TestCase("bj", "is no region of OSS. Write it as in cn-hangzhou.")]
    public void A_slip_in_the_region_is_named_with_what_to_write(string region, string said) =>
        Assert.That(Problems(o => o.Region = region), Is.EqualTo([$"Region: '{region}' {said}"]));

    [TestCase("oss-cn-beijing.aliyuncs.com")]
    [TestCase("https://oss-cn-beijing-internal.aliyuncs.com")]
    [TestCase("cn-beijing.oss.aliyuncs.com")]
    public void A_region_and_the_endpoint_of_another_are_named_with_both(string endpoint) =>
        Assert.That(Problems(o => (o.Region, o.Endpoint) = ("cn-hangzhou", endpoint)), Is.EqualTo(
            [$"Region and Endpoint: 'cn-hangzhou' and '{endpoint}' are two regions. Give one of them."]));

    [TestCase("cn-hangzhou-finance", "oss-cn-hzjbp-a-internal.aliyuncs.com")]
    [TestCase("cn-hangzhou-finance", "oss-cn-hzfinance.aliyuncs.com")]
    [TestCase("cn-shenzhen-finance-1", "oss-cn-szfinance.aliyuncs.com")]
    [TestCase("cn-shanghai-finance-1", "oss-cn-shanghai-finance-1-pub.aliyuncs.com")]
    [TestCase("cn-shanghai-finance-1", "oss-cn-shanghai-finance-1-internal.aliyuncs.com")]
    [TestCase("beijing", "storage.private.example")]
    public async Task A_host_that_is_not_called_by_its_region_takes_the_region_that_is_stated(string region, string endpoint)
    {
        using var handler = new CannedHandler(CannedAnswer.NoSuchInventory);
        using var service = CannedOss.Service(handler, o => (o.Region, o.Endpoint) = (region, endpoint));

        _ = await service.FindAsync(OssCloud.Source, "report1");

        Assert.That(handler.Requests.Single().Headers["Authorization"], Does.Contain($"/{region}/oss/aliyun_v4_request"));
    }

    [TestCase("oss-cn-hzfinance.aliyuncs.com")]
    [TestCase("oss-cn-hzjbp-b-internal.aliyuncs.com")]
    public void Such_a_host_does_not_tell_the_region(string endpoint) =>
        Assert.That(Problems(o => (o.Region, o.Endpoint) = (null, endpoint)), Has.Exactly(1).Contains($"the endpoint '{endpoint}' does not tell it"));

    [Test]
    public void A_password_in_a_text_that_is_no_endpoint_is_not_told()
    {
        const string text = "https://user:watched-secret-of-a-test@oss-cn-hangzhou.aliyuncs.com";

        var problems = Problems(o => (o.Region, o.Endpoint, o.EndpointKind) = (text, text, OssEndpointKind.Internal)).ToList();

        Assert.That(problems, Has.Count.EqualTo(3));
        Assert.That(problems, Has.None.Contains("watched-secret-of-a-test").And.All.Contains("is not shown"));
    }

    [Test]
    public void What_is_quoted_forges_no_line_and_is_cut()
    {
        var key = new string('k', 61);

        var problems = Problems(o =>
        {
            (o.Region, o.DestinationRoleArn, o.DestinationAccountId) = (key, "r\n  forged\u202E", "1\r\n  forged");
            (o.AccessKeyId, o.AccessKeySecret, o.SecurityToken, o.UseEcsRamRole, o.EcsRamRoleName) = (null, null, null, true, "role\n  forged");
            o.Accept.Add("drop=x\n  forged");
            o.Accept.Add("schedule=x\n  forged");
            o.Accept.Add("x\n  forged");
        }).ToList();

        Assert.That(problems, Has.Count.EqualTo(7), string.Join('|', problems));
        Assert.That(problems, Has.None.Contains(key));
        Assert.That(problems.Any(p => p.Contains('\u202E', StringComparison.Ordinal)), Is.False);
        Assert.That(problems[0], Does.Contain($"'{key[..60]}…'"));
    }

    private static IEnumerable<string> Problems(Action<OssOptions> change)
    {
        using var handler = new CannedHandler();
        var error = Assert.Catch<InventoryException>(() => CannedOss.Service(handler, change).Dispose());

        Assert.That(error!.Kind, Is.EqualTo(InventoryErrorKind.InvalidConfiguration));
        return error.Message.Split("\n  ").Skip(1);
    }
}
