using System.Text;
using Inventory.Http;
using Microsoft.Extensions.Configuration;

namespace Inventory.BaiduBos.Tests.Service;

/// <summary>The options as configuration fills them in.</summary>
[TestFixture]
public sealed class BindingTests
{
    [Test]
    public void Every_option_can_stand_in_a_file()
    {
        var options = Bind("""
            {
              "Region": "bj", "Endpoint": "files.example.com", "Addressing": "CustomDomain", "CustomDomainBucket": "src-bucket",
              "AccessKeyId": "id", "SecretAccessKey": "secret", "SessionToken": "token", "AllowUnproven": [ "MultiplePrefixFilter" ],
              "ReplaceDeadline": "00:00:45", "Accept": [ "drop=OptionalFields" ], "Transport": { "MaxAttempts": 5, "AttemptTimeout": "00:00:03" }
            }
            """);

        Assert.That((options.Region, options.Endpoint, options.Addressing, options.CustomDomainBucket), Is.EqualTo(
            ("bj", "files.example.com", BucketAddressing.CustomDomain, "src-bucket")));
        Assert.That((options.AccessKeyId, options.SecretAccessKey, options.SessionToken), Is.EqualTo(("id", "secret", "token")));
        Assert.That(options.AllowUnproven, Is.EqualTo([InventoryFeature.MultiplePrefixFilter]));
        Assert.That(options.ReplaceDeadline, Is.EqualTo(TimeSpan.FromSeconds(45)));
        Assert.That(options.Accept, Is.EqualTo(["drop=OptionalFields"]));
        Assert.That(options.Transport, Is.EqualTo(new BosOptions().Transport with { MaxAttempts = 5, AttemptTimeout = TimeSpan.FromSeconds(3) }));
    }

    [Test]
    public void Everything_that_is_wrong_in_a_file_is_said_at_once()
    {
        var options = Bind("""
            {
              "Region": "https://bj.bcebos.com", "Endpoint": "photos.gz.bcebos.com", "Addressing": "9", "SecretAccessKey": "hidden-value",
              "ReplaceDeadline": "30", "Transport": { "MaxAttempts": -1, "AttemptTimeout": "10" }
            }
            """);

        var error = Assert.Catch<InventoryException>(() => new BosInventoryService(options).Dispose());

        Assert.That(error!.Message.Split("\n  ").Skip(1).Select(line => line[..line.IndexOf(": ", StringComparison.Ordinal)]), Is.EqualTo(
            ["Endpoint", "Region", "AccessKeyId and SecretAccessKey", "Addressing", "ReplaceDeadline", "Transport:MaxAttempts", "Transport:AttemptTimeout"]));
        Assert.That(error.ToString(), Does.Not.Contain("hidden-value"));
    }

    private static BosOptions Bind(string json)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(json));
        var options = new BosOptions();
        new ConfigurationBuilder().AddJsonStream(file).Build().Bind(options, o => o.ErrorOnUnknownConfiguration = true);
        return options;
    }
}
