using System.Text;
using Inventory.AlibabaOss.Tests.Support;
using Inventory.Http;
using Microsoft.Extensions.Configuration;

namespace Inventory.AlibabaOss.Tests.Service;

/// <summary>The options as configuration fills them in.</summary>
[TestFixture]
public sealed class BindingTests
{
    [Test]
    public void Every_option_can_stand_in_a_file()
    {
        var options = Bind("""
            {
              "Region": "cn-hangzhou", "Endpoint": "inventory.example.com", "Addressing": "customdomain", "CustomDomainBucket": "examplebucket",
              "AccessKeyId": "id", "AccessKeySecret": "secret", "SecurityToken": "token", "UseEcsRamRole": "true", "EcsRamRoleName": "role",
              "EndpointKind": "AccelerateOverseas", "SignatureVersion": "v1", "DestinationRoleArn": "arn", "DestinationAccountId": "1", "ReplaceDeadline": "00:00:45",
              "Accept": [ "schedule=Weekly" ],
              "Transport": { "MaxAttempts": 0, "BaseDelay": "00:00:01", "MaxDelay": "00:00:02", "AttemptTimeout": "00:00:03", "TotalTimeout": "30", "MaxResponseBytes": 5 }
            }
            """);

        Assert.That((options.Region, options.Endpoint, options.Addressing, options.CustomDomainBucket), Is.EqualTo(
            ("cn-hangzhou", "inventory.example.com", BucketAddressing.CustomDomain, "examplebucket")));
        Assert.That((options.AccessKeyId, options.AccessKeySecret, options.SecurityToken), Is.EqualTo(("id", "secret", "token")));
        Assert.That((options.UseEcsRamRole, options.EcsRamRoleName, options.EndpointKind, options.SignatureVersion), Is.EqualTo(
            (true, "role", OssEndpointKind.AccelerateOverseas, OssSignatureVersion.V1)));
        Assert.That((options.DestinationRoleArn, options.DestinationAccountId, options.ReplaceDeadline), Is.EqualTo(("arn", "1", TimeSpan.FromSeconds(45))));
        Assert.That(options.Accept, Is.EqualTo(["schedule=Weekly"]));
        Assert.That(options.Transport, Is.EqualTo(new InventoryHttpOptions
        {
            MaxAttempts = 0,
            BaseDelay = TimeSpan.FromSeconds(1),
            MaxDelay = TimeSpan.FromSeconds(2),
            AttemptTimeout = TimeSpan.FromSeconds(3),
            TotalTimeout = TimeSpan.FromDays(30),
            MaxResponseBytes = 5,
        }));
    }

    [Test]
    public void Everything_that_is_wrong_in_a_file_is_said_at_once()
    {
        var options = Bind("""
            {
              "Region": "oss-cn-hangzhou.aliyuncs.com", "Endpoint": "photos.oss-cn-hangzhou.aliyuncs.com", "EndpointKind": "Internal", "Addressing": "9",
              "AccessKeyId": "id", "UseEcsRamRole": true, "ReplaceDeadline": "30", "Transport": { "MaxAttempts": 0, "TotalTimeout": "100" }
            }
            """);

        var error = Assert.Catch<InventoryException>(() => new OssInventoryService(options).Dispose());

        Assert.That(error!.Message.Split("\n  ").Skip(1).Select(line => line[..line.IndexOf(": ", StringComparison.Ordinal)]), Is.EqualTo(
        [
            "Endpoint", "EndpointKind and Endpoint", "Region", "AccessKeyId and AccessKeySecret", "AccessKeyId and AccessKeySecret, and UseEcsRamRole",
            "Addressing", "ReplaceDeadline", "Transport:MaxAttempts", "Transport:TotalTimeout",
        ]));
        Assert.That(error.Message, Does.Contain("30 days: a number alone is days").And.Contain("100 days: a number alone is days"));
    }

    [Test]
    public async Task A_file_with_a_region_and_a_kind_is_enough_beside_the_environment()
    {
        using var handler = new CannedHandler(CannedAnswer.NoSuchInventory);
        var options = Bind("""{ "Region": "cn-hangzhou", "EndpointKind": "Internal" }""");
        options.ReadVariable = name => name.EndsWith("TOKEN", StringComparison.Ordinal) ? null : "variable";
        using var service = new OssInventoryService(options, handler: handler);

        _ = await service.FindAsync(OssCloud.Source, "report1");

        Assert.That(handler.Requests.Single().SentUri, Does.StartWith("https://examplebucket.oss-cn-hangzhou-internal.aliyuncs.com/?"));
    }

    private static OssOptions Bind(string json)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(json));
        var options = new OssOptions();
        new ConfigurationBuilder().AddJsonStream(file).Build().Bind(options, o => o.ErrorOnUnknownConfiguration = true);
        return options;
    }
}
