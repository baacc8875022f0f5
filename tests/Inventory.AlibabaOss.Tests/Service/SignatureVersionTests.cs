using Inventory.AlibabaOss.Tests.Support;
using Inventory.Emulator;

namespace Inventory.AlibabaOss.Tests.Service;

/// <summary>Requests that are signed with V1, for whoever asks for it.</summary>
[TestFixture]
public sealed class SignatureVersionTests
{
    private const string Secret = "v1-secret-0123456789";
    private const string Token = "v1/to+ken==";

    [Test]
    public void V4_is_what_nobody_has_to_ask_for() => Assert.That(new OssOptions().SignatureVersion, Is.EqualTo(OssSignatureVersion.V4).And.EqualTo(default(OssSignatureVersion)));

    [TestCase(null)]
    [TestCase(Token)]
    public async Task Every_operation_is_accepted_with_a_long_lived_key_and_with_a_temporary_one(string? token)
    {
        await using var cloud = await OssCloud.StartAsync(new() { Credentials = [new("v1-key", Secret, token)], OssPageSize = 1 });
        var service = cloud.NewService(o =>
        {
            (o.AccessKeyId, o.AccessKeySecret, o.SecurityToken) = ("v1-key", Secret, token);
            (o.SignatureVersion, o.Region) = (OssSignatureVersion.V1, null);
        });
        var ids = (string[])["a b", "日志+1"];

        foreach (var id in ids)
        {
            _ = await service.PutAsync(OssCloud.Source, OssRules.Plain with { Id = id });
            _ = await service.PutAsync(OssCloud.Source, OssRules.Plain with { Id = id, IsEnabled = false });
        }

        var listed = await service.ListAsync(OssCloud.Source).ToListAsync();
        await service.DeleteAsync(OssCloud.Source, "a b");

        Assert.That(listed.Select(r => (r.Id, r.IsEnabled)), Is.EquivalentTo(ids.Select(id => (id, false))));
        Assert.That(cloud.Emulator.StoredRules(EmulatorWire.Oss, OssCloud.Source), Has.Count.EqualTo(1));
        Assert.That(cloud.Requests.Select(r => r.Header("Authorization")), Has.All.Match("^OSS v1-key:[A-Za-z0-9+/]{27}=$"));
        Assert.That(cloud.Requests.Select(r => r.Header("x-oss-security-token")), Has.All.EqualTo(token));
        Assert.That(cloud.Requests.SelectMany(r => r.Headers).Select(h => h.Key.ToLowerInvariant()), Has.None.EqualTo("x-oss-date").And.None.EqualTo("x-oss-content-sha256"));
        Assert.That(cloud.Requests.Count(r => r.Status == 403), Is.Zero);
    }

    [Test]
    public async Task A_wrong_secret_is_refused_and_in_no_text()
    {
        await using var cloud = await OssCloud.StartAsync(new() { Credentials = [new("v1-key", "right", Token)] });
        var service = cloud.NewService(o =>
        {
            (o.AccessKeyId, o.AccessKeySecret, o.SecurityToken) = ("v1-key", Secret, Token);
            o.SignatureVersion = OssSignatureVersion.V1;
        });

        var failure = Assert.ThrowsAsync<InventoryException>(() => service.PutAsync(OssCloud.Source, OssRules.Plain));

        Assert.That((failure.Kind, failure.ServiceCode), Is.EqualTo((InventoryErrorKind.AuthenticationFailed, "SignatureDoesNotMatch")));
        Assert.That($"{failure} {failure.ServiceMessage} {string.Join(' ', failure.Diagnostics)}", Does.Not.Contain(Secret).And.Not.Contain(Token));
    }

    [TestCase("10.0.0.7", OssEndpointKind.Public, "https://10.0.0.7/examplebucket/?inventory")]
    [TestCase("storage.example.com", OssEndpointKind.Public, "https://examplebucket.storage.example.com/?inventory")]
    [TestCase("oss-accelerate.aliyuncs.com", OssEndpointKind.Public, "https://examplebucket.oss-accelerate.aliyuncs.com/?inventory")]
    [TestCase(null, OssEndpointKind.Accelerate, "https://examplebucket.oss-accelerate.aliyuncs.com/?inventory")]
    [TestCase(null, OssEndpointKind.AccelerateOverseas, "https://examplebucket.oss-accelerate-overseas.aliyuncs.com/?inventory")]
    public async Task A_place_that_is_stated_needs_no_region(string? endpoint, OssEndpointKind kind, string list)
    {
        using var handler = new CannedHandler(CannedAnswer.NoSuchInventory);
        using var service = CannedOss.Service(handler, o => (o.SignatureVersion, o.Region, o.Endpoint, o.EndpointKind) = (OssSignatureVersion.V1, null, endpoint, kind));

        _ = await service.ListAsync(OssCloud.Source).ToListAsync();

        Assert.That(handler.Requests.Single().SentUri, Is.EqualTo(list));
    }

    [TestCase(OssEndpointKind.Public)]
    [TestCase(OssEndpointKind.Internal)]
    [TestCase(OssEndpointKind.DualStack)]
    public void A_place_that_is_derived_from_the_region_does(OssEndpointKind kind) =>
        Assert.That(Problems(o => (o.Region, o.EndpointKind) = (null, kind)), Is.EqualTo(["Region: it is missing. Name the region, such as cn-hangzhou."]));

    [Test]
    public void A_region_that_is_given_is_looked_at_all_the_same() =>
        Assert.That(Problems(o => (o.Region, o.Endpoint) = ("oss-cn-hangzhou", "10.0.0.7")).Single(), Does.StartWith("Region: 'oss-cn-hangzhou' is not a region's id."));

    [Test]
    public void A_version_that_there_is_not_is_named_with_those_that_there_are() =>
        Assert.That(Problems(o => o.SignatureVersion = (OssSignatureVersion)2), Is.EqualTo(["SignatureVersion: there is no '2'. Write one of V4, V1."]));

    private static string[] Problems(Action<OssOptions> change)
    {
        var options = new OssOptions { Region = "cn-hangzhou", AccessKeyId = "id", AccessKeySecret = "secret", SignatureVersion = OssSignatureVersion.V1 };
        change(options);
        return [.. Assert.Throws<InvalidConfigurationException>(() => new OssInventoryService(options))!.Problems];
    }
}
