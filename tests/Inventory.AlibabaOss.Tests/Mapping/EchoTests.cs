using Inventory.AlibabaOss.Tests.Support;

namespace Inventory.AlibabaOss.Tests.Mapping;

/// <summary>What OSS gives back in other words than it was sent is the same rule.</summary>
[TestFixture]
public sealed class EchoTests
{
    private static readonly InventoryRule Filtered = OssRules.Plain with
    {
        Filter = new() { StorageClasses = [InventoryStorageClass.Standard, InventoryStorageClass.InfrequentAccess], Prefixes = ["Pics/"] },
    };

    private static readonly InventoryRule Encrypted = OssRules.Plain with
    {
        Destination = OssRules.Plain.Destination with { Encryption = InventoryEncryption.ServiceManaged },
    };

    public static IEnumerable<TestCaseData> Echoes =>
    [
        Case("no filter", OssRules.Plain, OssRules.Xml()),
        Case("an empty filter", OssRules.Plain, OssRules.Xml(root: "<Filter/>")),
        Case("a filter of white space", OssRules.Plain, OssRules.Xml(root: "<Filter>\n  </Filter>")),
        Case("an empty prefix", OssRules.Plain, OssRules.Xml(root: "<Filter><Prefix></Prefix></Filter>")),
        Case("empty bounds", OssRules.Plain, OssRules.Xml(root:
            "<Filter><Prefix/><LastModifyBeginTimeStamp></LastModifyBeginTimeStamp><LastModifyEndTimeStamp/><LowerSizeBound/><UpperSizeBound></UpperSizeBound><StorageClass/></Filter>")),
        Case("zero bounds", OssRules.Plain, OssRules.Xml(root:
            "<Filter><Prefix/><LastModifyBeginTimeStamp>0</LastModifyBeginTimeStamp><LastModifyEndTimeStamp>0</LastModifyEndTimeStamp><LowerSizeBound>0</LowerSizeBound><UpperSizeBound>0</UpperSizeBound></Filter>")),
        Case("every storage class", OssRules.Plain, OssRules.Xml(root: "<Filter><StorageClass>All</StorageClass></Filter>")),
        Case("storage classes in one order", Filtered, OssRules.Xml(root: "<Filter><StorageClass>Standard,IA</StorageClass><Prefix>Pics/</Prefix></Filter>")),
        Case("storage classes in the other", Filtered, OssRules.Xml(root: "<Filter><Prefix>Pics/</Prefix><StorageClass>IA,Standard</StorageClass></Filter>")),
        Case("storage classes with spaces and twice", Filtered, OssRules.Xml(root: "<Filter><Prefix>Pics/</Prefix><StorageClass>IA, Standard,IA</StorageClass></Filter>")),
        Case("True", OssRules.Plain, OssRules.Xml().Replace("<IsEnabled>true", "<IsEnabled>True", StringComparison.Ordinal)),
        Case("FALSE", OssRules.Plain with { IsEnabled = false }, OssRules.Xml().Replace("<IsEnabled>true", "<IsEnabled>FALSE", StringComparison.Ordinal)),
        Case("white space around a boolean", OssRules.Plain, OssRules.Xml().Replace("<IsEnabled>true", "<IsEnabled>\n true ", StringComparison.Ordinal)),
        Case("white space around every enumeration", Filtered with { OptionalFields = [InventoryField.Size, InventoryField.Crc64] }, OssRules.Xml(root:
            "<Filter><Prefix>Pics/</Prefix><StorageClass>\n Standard , IA </StorageClass></Filter><OptionalFields><Field>\n Size\t</Field><Field> Crc64</Field></OptionalFields>")
            .Replace("CSV", "\r\n CSV ", StringComparison.Ordinal).Replace("Daily", "\n  Daily\n", StringComparison.Ordinal).Replace("Current", " Current\t", StringComparison.Ordinal)),
        Case("a bare bucket", OssRules.Plain, OssRules.Xml().Replace("acs:oss:::", "", StringComparison.Ordinal)),
        Case("an empty destination prefix", OssRules.Plain, OssRules.Xml(destination: "<Prefix></Prefix>")),
        Case("an empty encryption", OssRules.Plain, OssRules.Xml(destination: "<Encryption></Encryption>")),
        Case("managed encryption, closed at once", Encrypted, OssRules.Xml(destination: "<Encryption><SSE-OSS/></Encryption>")),
        Case("managed encryption, open and closed", Encrypted, OssRules.Xml(destination: "<Encryption><SSE-OSS></SSE-OSS></Encryption>")),
        Case("managed encryption of white space", Encrypted, OssRules.Xml(destination: "<Encryption><SSE-OSS>\n</SSE-OSS></Encryption>")),
        Case("no columns", OssRules.Plain, OssRules.Xml(root: "<OptionalFields/>")),
        Case("no incremental inventory", OssRules.Plain, OssRules.Xml(root: "<IncrementalInventory/>")),
        Case("a month without a day", OssRules.Plain with { Schedule = InventorySchedule.EveryThirtyDays }, Monthly("")),
        Case("an empty day of the month", OssRules.Plain with { Schedule = InventorySchedule.EveryThirtyDays }, Monthly("<DayOfMonth/>")),
        Case("a day of zero", OssRules.Plain with { Schedule = InventorySchedule.EveryThirtyDays }, Monthly("<DayOfMonth>0</DayOfMonth>")),
        Case("AutoDelete false", OssRules.Plain, OssRules.Xml(schedule: "<AutoDelete>false</AutoDelete>")),
        Case("a namespace", OssRules.Plain, OssRules.Xml().Replace("<InventoryConfiguration>", "<InventoryConfiguration xmlns=\"http://doc.oss-cn-hangzhou.aliyuncs.com\">", StringComparison.Ordinal)),
        Case("a prefixed namespace", OssRules.Plain, OssRules.Xml()
            .Replace("<InventoryConfiguration>", "<o:InventoryConfiguration xmlns:o=\"urn:o\">", StringComparison.Ordinal)
            .Replace("</InventoryConfiguration>", "</o:InventoryConfiguration>", StringComparison.Ordinal)),
        Case("a comment", OssRules.Plain, OssRules.Xml(root: "<!-- c -->")),
        Case("another order of the elements", OssRules.Plain,
            $"<InventoryConfiguration><IncludedObjectVersions>Current</IncludedObjectVersions><Schedule><Frequency>Daily</Frequency></Schedule><Destination><OSSBucketDestination><Bucket>acs:oss:::{OssCloud.Destination}</Bucket><RoleArn>{OssCloud.RoleArn}</RoleArn><AccountId>{OssCloud.AccountId}</AccountId><Format>CSV</Format></OSSBucketDestination></Destination><IsEnabled>true</IsEnabled><Id>report1</Id></InventoryConfiguration>"),
    ];

    [TestCaseSource(nameof(Echoes))]
    public async Task An_echo_is_found_and_listed_as_the_rule_that_was_put_and_putting_it_again_changes_nothing(InventoryRule rule, string echo)
    {
        await using var cloud = await OssCloud.StartAsync();
        cloud.Seed(echo, "report1");

        var found = await cloud.Service.FindAsync(OssCloud.Source, "report1");
        var listed = await cloud.Service.ListAsync(OssCloud.Source).ToListAsync();
        var again = await cloud.Service.PutAsync(OssCloud.Source, rule);

        Assert.That(found, Is.EqualTo(cloud.Service.Normalize(rule)));
        Assert.That(listed, Is.EqualTo(new[] { found }));
        Assert.That(again.Outcome, Is.EqualTo(PutOutcome.Unchanged));
    }

    [Test]
    public async Task Zeroes_for_bounds_that_were_not_set_do_not_count_as_a_change()
    {
        await using var cloud = await OssCloud.StartAsync(new() { OssEchoFilterDefaults = true });

        _ = await cloud.Service.PutAsync(OssCloud.Source, Filtered);
        var again = await cloud.Service.PutAsync(OssCloud.Source, Filtered);

        Assert.That(cloud.Emulator.StoredRules("oss", OssCloud.Source).Single().Document, Does.Contain("<UpperSizeBound>0</UpperSizeBound>"));
        Assert.That(again.Outcome, Is.EqualTo(PutOutcome.Unchanged));
    }

    private static string Monthly(string day) => OssRules.Xml(schedule: day).Replace("Daily", "Monthly", StringComparison.Ordinal);

    private static TestCaseData Case(string name, InventoryRule rule, string echo) => new TestCaseData(rule, echo).SetArgDisplayNames(name);
}
