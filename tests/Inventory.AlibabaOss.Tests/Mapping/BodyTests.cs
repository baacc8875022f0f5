using Inventory.AlibabaOss.Tests.Support;
using Inventory.Emulator;

namespace Inventory.AlibabaOss.Tests.Mapping;

/// <summary>The body of a put, character by character.</summary>
[TestFixture]
public sealed class BodyTests
{
    [Test]
    public async Task A_full_rule_is_sent_in_these_characters()
    {
        await using var cloud = await OssCloud.StartAsync(new() { AllowIncrementalInventory = true });

        _ = await cloud.Service.PutAsync(OssCloud.Source, OssRules.Full);

        Assert.That(cloud.PutBodies().Single(), Is.EqualTo(
            "<InventoryConfiguration><Id>report1</Id><IsEnabled>true</IsEnabled>"
            + "<Destination><OSSBucketDestination><Format>CSV</Format><AccountId>100000000000000</AccountId>"
            + "<RoleArn>acs:ram::100000000000000:role/AliyunOSSRole</RoleArn><Bucket>acs:oss:::destbucket</Bucket><Prefix>prefix1</Prefix>"
            + "<Encryption><SSE-KMS><KeyId>keyId</KeyId></SSE-KMS></Encryption></OSSBucketDestination></Destination>"
            + "<Schedule><Frequency>Monthly</Frequency><DayOfMonth>31</DayOfMonth></Schedule>"
            + "<Filter><Prefix>Pics/</Prefix><LastModifyBeginTimeStamp>1637883649</LastModifyBeginTimeStamp>"
            + "<LastModifyEndTimeStamp>1638347592</LastModifyEndTimeStamp><LowerSizeBound>1024</LowerSizeBound><UpperSizeBound>1048576</UpperSizeBound>"
            + "<StorageClass>IA,Standard</StorageClass></Filter>"
            + "<IncludedObjectVersions>All</IncludedObjectVersions>"
            + "<OptionalFields><Field>Size</Field><Field>ETag</Field><Field>Crc64</Field></OptionalFields>"
            + "<IncrementalInventory><IsEnabled>true</IsEnabled><Schedule><Frequency>600</Frequency></Schedule>"
            + "<OptionalFields><Field>SequenceNumber</Field><Field>RecordType</Field><Field>Size</Field></OptionalFields></IncrementalInventory>"
            + "</InventoryConfiguration>"));
    }

    [Test]
    public async Task Characters_that_XML_gives_a_meaning_are_escaped()
    {
        await using var cloud = await OssCloud.StartAsync();
        var rule = OssRules.Plain with { Id = "a<b>&\"'c]]>", Filter = InventoryFilter.ForPrefix("<Prefix>&amp;") };

        _ = await cloud.Service.PutAsync(OssCloud.Source, rule);

        Assert.That(cloud.PutBodies().Single(), Does.Contain("<Id>a&lt;b&gt;&amp;\"'c]]&gt;</Id>").And.Contain("<Prefix>&lt;Prefix&gt;&amp;amp;</Prefix>"));
        Assert.That(cloud.Emulator.StoredRules(EmulatorWire.Oss, OssCloud.Source).Single().Id, Is.EqualTo(rule.Id));
    }

    [Test]
    public async Task The_managed_encryption_is_an_empty_element()
    {
        await using var cloud = await OssCloud.StartAsync();
        var rule = OssRules.Plain with { Destination = OssRules.Plain.Destination with { Encryption = InventoryEncryption.ServiceManaged } };

        _ = await cloud.Service.PutAsync(OssCloud.Source, rule);

        Assert.That(cloud.PutBodies().Single(), Does.Contain("<Encryption><SSE-OSS /></Encryption>"));
    }
}
