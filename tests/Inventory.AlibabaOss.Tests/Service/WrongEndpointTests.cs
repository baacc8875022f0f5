using Inventory.AlibabaOss.Tests.Support;
using Inventory.Emulator;
using Inventory.Tests.Hostile;

namespace Inventory.AlibabaOss.Tests.Service;

/// <summary>A bucket that is asked for where it is not: OSS says so with the code of missing rights, or with a redirect.</summary>
[TestFixture]
public sealed class WrongEndpointTests
{
    private const string Endpoint = "<Endpoint>oss-cn-beijing.aliyuncs.com</Endpoint>";
    private const string Said = "The bucket you are attempting to access must be addressed using the specified endpoint.";

    [TestCaseSource(typeof(RuleOperation), nameof(RuleOperation.All))]
    public async Task A_bucket_of_another_region_is_not_found_there(RuleOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);

        // No document says what OSS makes of the region in a V4 signature; a V1 signature has none.
        await using var cloud = await OssCloud.StartAsync();
        cloud.Seed(OssRules.Xml("target"));
        var port = cloud.Emulator.OssEndpoint.Port;
        using var handler = Loopback.To(port);
        var service = cloud.NewService(o => (o.Region, o.Endpoint, o.SignatureVersion) = ("cn-beijing", $"http://oss-cn-beijing.aliyuncs.com:{port}", OssSignatureVersion.V1), handler);

        var failure = await operation.FailAsync(service, OssCloud.Source);

        Assert.That((failure.Kind, failure.HttpStatus, failure.ServiceCode, failure.Bucket), Is.EqualTo((InventoryErrorKind.BucketNotFound, 403, "AccessDenied", OssCloud.Source)));
        Assert.That(failure.RequestId, Has.Length.EqualTo(24));
        Assert.That(failure.Message, Does.Contain("must be addressed using the specified endpoint"));
        Assert.That(cloud.Requests, Has.Count.EqualTo(1));
        Assert.That(cloud.Emulator.StoredRules(EmulatorWire.Oss, OssCloud.Source).Select(r => r.Id), Is.EqualTo(["target"]));
    }

    [TestCase(403, "AccessDenied", Said, Endpoint, InventoryErrorKind.BucketNotFound)]
    [TestCase(403, "AccessDenied", Said, "", InventoryErrorKind.BucketNotFound)]
    [TestCase(403, "AccessDenied", "No.", Endpoint, InventoryErrorKind.BucketNotFound)]
    [TestCase(301, "AccessDenied", "No.", "", InventoryErrorKind.BucketNotFound)]
    [TestCase(307, "AccessDenied", "No.", Endpoint, InventoryErrorKind.BucketNotFound)]
    [TestCase(403, "AccessDenied", "The bucket you access does not belong to you.", "", InventoryErrorKind.AccessDenied)]
    [TestCase(403, "UserDisable", "No.", Endpoint, InventoryErrorKind.AccessDenied)]
    [TestCase(404, "NoSuchBucket", "No.", Endpoint, InventoryErrorKind.BucketNotFound)]
    [TestCase(403, "SignatureDoesNotMatch", Said, Endpoint, InventoryErrorKind.AuthenticationFailed)]
    public async Task The_right_endpoint_is_told_where_OSS_tells_it(int status, string code, string message, string more, InventoryErrorKind kind)
    {
        foreach (var operation in RuleOperation.All)
        {
            using var handler = new CannedHandler(CannedAnswer.Error(status, code, message, more));
            using var service = CannedOss.Service(handler);

            var failure = await operation.FailAsync(service, OssCloud.Source);

            Assert.That((failure.Kind, failure.RequestId), Is.EqualTo((kind, CannedAnswer.RequestId)), operation.Name);
            Assert.That(failure.Diagnostics.GetValueOrDefault("Endpoint"), Is.EqualTo(more.Length > 0 ? "oss-cn-beijing.aliyuncs.com" : null));
            Assert.That(failure.Message.Contains(" Endpoint oss-cn-beijing.aliyuncs.com.", StringComparison.Ordinal), Is.EqualTo(more.Length > 0), failure.Message);
            Assert.That(handler.Requests, Has.Count.EqualTo(1));
        }
    }
}
