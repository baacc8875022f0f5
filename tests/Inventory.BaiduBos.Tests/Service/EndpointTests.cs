using Inventory.Http;

namespace Inventory.BaiduBos.Tests.Service;

/// <summary>Which endpoint the options mean, and which slips in them are named.</summary>
[TestFixture]
public sealed class EndpointTests
{
    [TestCase("fwh", null, BucketAddressing.Auto, "https://src-bucket.fwh.bcebos.com/?inventory")]
    [TestCase("hk-2", null, BucketAddressing.VirtualHosted, "https://src-bucket.hk-2.bcebos.com/?inventory")]
    [TestCase("bj", null, BucketAddressing.Path, "https://bj.bcebos.com/src-bucket?inventory")]
    [TestCase("bj", "bj.bcebos.com", BucketAddressing.Auto, "https://src-bucket.bj.bcebos.com/?inventory")]
    [TestCase(null, "bj.bcebos.com:443", BucketAddressing.Auto, "https://src-bucket.bj.bcebos.com/?inventory")]
    [TestCase(null, "bos.yq.baidubce.com", BucketAddressing.Auto, "https://src-bucket.bos.yq.baidubce.com/?inventory")]
    [TestCase(null, "localhost:8080", BucketAddressing.Auto, "http://localhost:8080/src-bucket?inventory")]
    [TestCase(null, "https://localhost:8080", BucketAddressing.Auto, "https://localhost:8080/src-bucket?inventory")]
    [TestCase(null, "10.0.0.7", BucketAddressing.Auto, "https://10.0.0.7/src-bucket?inventory")]
    [TestCase(null, "http://[2001:db8::7]:8080", BucketAddressing.Auto, "http://[2001:db8::7]:8080/src-bucket?inventory")]
    [TestCase(null, "http://files.example.com", BucketAddressing.CustomDomain, "http://files.example.com/?inventory")]
    [TestCase(null, "src-bucket.bj.bcebos.com", BucketAddressing.CustomDomain, "https://src-bucket.bj.bcebos.com/?inventory")]
    [TestCase(null, "src-bucket.cdn.bcebos.com", BucketAddressing.CustomDomain, "https://src-bucket.cdn.bcebos.com/?inventory")]
    public async Task A_region_or_an_endpoint_is_this_address(string? region, string? endpoint, BucketAddressing addressing, string list)
    {
        var handler = new ScriptedHandler(ScriptedHandler.Answer(200));
        var options = ScriptedBos.Options();
        (options.Region, options.Endpoint, options.Addressing, options.CustomDomainBucket) = (region, endpoint, addressing, addressing == BucketAddressing.CustomDomain ? ScriptedBos.Source : null);
        using var service = ScriptedBos.Service(handler, options);

        _ = await service.AllAsync(ScriptedBos.Source);
        await service.DeleteAsync(ScriptedBos.Source, "rule-1");

        Assert.That(handler.Sent.Select(s => $"{s.Method} {s.Uri.AbsoluteUri}"), Is.EqualTo((string[])[$"GET {list}", $"DELETE {list}&id=rule-1"]));
        Assert.That(handler.Sent.Select(s => s.Host), Is.All.EqualTo(new Uri(list).Authority));
    }

    [TestCase("photos.bj.bcebos.com", "photos", "bj.bcebos.com")]
    [TestCase("http://Photos.BJ.bcebos.com:80/", "photos", "bj.bcebos.com")]
    [TestCase("s3.bj.bcebos.com", "s3", "bj.bcebos.com")]
    public void An_endpoint_that_names_a_bucket_already_is_refused_with_the_remedy(string endpoint, string bucket, string host) =>
        Assert.That(Problems(o => o.Endpoint = endpoint), Is.EqualTo(
        [
            $"Endpoint: '{bucket}.{host}' has '{bucket}' where a bucket's name goes, and a second one would come before it. "
            + $"Write '{host}'; or, for this one bucket alone, set Addressing to CustomDomain and CustomDomainBucket to '{bucket}'.",
        ]));

    [Test]
    public void The_domain_of_a_cdn_is_refused_as_anything_but_a_bucket_s_own() =>
        Assert.That(Problems(o => o.Endpoint = "photos.cdn.bcebos.com"), Is.EqualTo(
        [
            "Endpoint: 'photos.cdn.bcebos.com' has 'photos' where a bucket's name goes, and a second one would come before it. "
            + "Set Addressing to CustomDomain and CustomDomainBucket to 'photos'.",
        ]));

    [Test]
    public void A_custom_domain_that_names_another_bucket_is_refused() =>
        Assert.That(
            Problems(o => (o.Endpoint, o.Addressing, o.CustomDomainBucket) = ("photos.bj.bcebos.com", BucketAddressing.CustomDomain, "videos")),
            Is.EqualTo(["Endpoint and CustomDomainBucket: the host 'photos.bj.bcebos.com' is bucket 'photos', and not 'videos'. Name one bucket."]));

    [Test]
    public void A_region_and_the_endpoint_of_another_are_named_with_both() =>
        Assert.That(Problems(o => (o.Region, o.Endpoint) = ("gz", "https://bj.bcebos.com")), Is.EqualTo(
            ["Region and Endpoint: 'gz' and 'https://bj.bcebos.com' are two regions. Give one of them."]));

    [TestCase("bj.bcebos.com", "is an endpoint, not a region's id. Write bj, or give it as the Endpoint.")]
    [TestCase("https://bj.bcebos.com/", "is an endpoint, not a region's id. Write bj, or give it as the Endpoint.")]
    [TestCase("https://bj", "is not a region's id, but looks like an endpoint. Give it as the Endpoint, or write the region as in bj.")]
    [TestCase("files.example.com", "is not a region's id, but looks like an endpoint. Give it as the Endpoint, or write the region as in bj.")]
    [TestCase("BJ", "is not a region's id. Write it as in bj.")]
    [TestCase("bj\n", "is not a region's id. Write it as in bj.")]
    [TestCase("cn-hangzhou", "looks like a region of another cloud. Those of BOS are written as in bj.")]
    public void A_slip_in_the_region_is_named_with_what_to_write(string region, string said) =>
        Assert.That(Problems(o => o.Region = region), Is.EqualTo([$"Region: '{region.Replace('\n', '\uFFFD')}' {said}"]));

    [Test]
    public void Where_an_endpoint_is_given_a_region_may_be_called_anything() =>
        Assert.That(() => ScriptedBos.Service(new ScriptedHandler(), new() { Region = "cn-private", Endpoint = "storage.private.example", AccessKeyId = "a", SecretAccessKey = "b" }).Dispose(), Throws.Nothing);

    private static IEnumerable<string> Problems(Action<BosOptions> change)
    {
        var options = ScriptedBos.Options();
        change(options);
        var error = Assert.Catch<InventoryException>(() => new BosInventoryService(options).Dispose());

        Assert.That(error!.Kind, Is.EqualTo(InventoryErrorKind.InvalidConfiguration));
        return error.Message.Split("\n  ").Skip(1);
    }
}
