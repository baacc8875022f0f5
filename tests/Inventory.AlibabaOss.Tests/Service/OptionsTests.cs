using Inventory.AlibabaOss.Tests.Support;

namespace Inventory.AlibabaOss.Tests.Service;

/// <summary>What configuration may say.</summary>
[TestFixture]
public sealed class OptionsTests
{
    [Test]
    public void Everything_that_is_wrong_with_the_options_is_said_at_once()
    {
        var options = new OssOptions
        {
            Region = "oss-cn-hangzhou",
            AccessKeyId = "id",
            DestinationRoleArn = "role",
            DestinationAccountId = "me",
            ReplaceDeadline = TimeSpan.Zero,
        };
        options.Accept.Add("drop=Everything and more");
        options.Accept.Add("drop=Destination.Encryption");

        var failure = Assert.Catch<InventoryException>(() => new OssInventoryService(options));

        Assert.That((failure.Kind, failure.Provider), Is.EqualTo((InventoryErrorKind.InvalidConfiguration, "oss")));
        Assert.That(failure.Message.Split('\n'), Has.Length.EqualTo(8));
        Assert.That(failure.Message, Does.Contain("Region: 'oss-cn-hangzhou'").And.Contain("AccessKeyId and AccessKeySecret").And.Contain("DestinationRoleArn: 'role'")
            .And.Contain("DestinationAccountId: 'me'").And.Contain("drop=Everything").And.Contain("drop=Destination.Encryption").And.Contain("ReplaceDeadline"));
    }

    [TestCase("oss-cn-hangzhou.aliyuncs.com", "cn-hangzhou")]
    [TestCase("https://oss-cn-shanghai-internal.aliyuncs.com", "cn-shanghai")]
    [TestCase("http://oss-us-east-1.aliyuncs.com/", "us-east-1")]
    [TestCase("eu-central-1.oss.aliyuncs.com", "eu-central-1")]
    public async Task The_region_is_taken_from_a_regional_endpoint(string endpoint, string region)
    {
        using var handler = new CannedHandler(CannedAnswer.NoSuchInventory);
        using var service = CannedOss.Service(handler, o => (o.Region, o.Endpoint) = (null, endpoint));

        _ = await service.FindAsync(OssCloud.Source, "report1");

        Assert.That(handler.Requests.Single().Headers["Authorization"], Does.Contain($"/{region}/oss/aliyun_v4_request"));
    }

    [TestCase("oss-accelerate.aliyuncs.com")]
    [TestCase("oss-accelerate-overseas.aliyuncs.com")]
    [TestCase("oss.aliyuncs.com")]
    [TestCase("inventory.example.com")]
    [TestCase("10.0.0.7")]
    public void A_region_that_the_endpoint_does_not_tell_must_be_stated(string endpoint)
    {
        var options = new OssOptions { Endpoint = endpoint, AccessKeyId = "id", AccessKeySecret = "secret" };

        Assert.That(() => new OssInventoryService(options), Throws.InstanceOf<InventoryException>().With.Message.Contains("V4 signatures need it"));
    }

    [TestCase("ftp://oss-cn-hangzhou.aliyuncs.com")]
    [TestCase("https://oss-cn-hangzhou.aliyuncs.com/path")]
    [TestCase("https://user@oss-cn-hangzhou.aliyuncs.com")]
    [TestCase("not an endpoint")]
    public void An_endpoint_that_is_none_is_refused(string endpoint)
    {
        var options = new OssOptions { Region = "cn-hangzhou", Endpoint = endpoint, AccessKeyId = "id", AccessKeySecret = "secret" };

        Assert.That(() => new OssInventoryService(options), Throws.InstanceOf<InventoryException>().With.Message.Contains("Endpoint: "));
    }

    [Test]
    public async Task What_is_empty_is_not_given()
    {
        using var handler = new CannedHandler(CannedAnswer.NoSuchInventory);
        using var service = CannedOss.Service(handler, o =>
            (o.Endpoint, o.CustomDomainBucket, o.EcsRamRoleName, o.SecurityToken, o.DestinationRoleArn, o.DestinationAccountId) = ("", "", "", "", "", ""));

        _ = await service.FindAsync(OssCloud.Source, "report1");

        Assert.That(handler.Requests.Single().SentUri, Does.StartWith("https://examplebucket.oss-cn-hangzhou.aliyuncs.com/"));
        Assert.That(handler.Requests.Single().Headers.Keys, Has.None.EqualTo("x-oss-security-token"));
    }

    [TestCase("cn-hangzhou\n")]
    [TestCase("CN-HANGZHOU")]
    [TestCase("cn hangzhou")]
    [TestCase("cn-hangzhou.aliyuncs.com")]
    public void A_region_that_is_no_id_is_refused(string region)
    {
        var options = new OssOptions { Region = region, AccessKeyId = "id", AccessKeySecret = "secret" };

        Assert.That(() => new OssInventoryService(options), Throws.InstanceOf<InventoryException>().With.Message.Contains("Region: "));
    }

    [Test]
    public async Task A_change_that_the_options_accept_is_made_sent_and_reported()
    {
        await using var cloud = await OssCloud.StartAsync();
        var service = cloud.NewService(o => o.Accept.Add("schedule=Weekly"));
        var rule = OssRules.Plain with { Schedule = InventorySchedule.EveryThreeDays };

        var result = await service.PutAsync(OssCloud.Source, rule);

        Assert.That(cloud.PutBodies().Single(), Does.Contain("<Frequency>Weekly</Frequency>"));
        Assert.That(result.Warnings.Single().Kind, Is.EqualTo(RuleViolationKind.AcceptedChange));
        Assert.That(await service.FindAsync(OssCloud.Source, rule.Id), Is.EqualTo(service.Normalize(rule)));
    }
}
