using Inventory.AlibabaOss.Tests.Support;

namespace Inventory.AlibabaOss.Tests.Mapping;

/// <summary>Every field of the document, there and back.</summary>
[TestFixture]
public sealed class FieldTests
{
    private const string Inner = "Destination/OSSBucketDestination";

    private static readonly OssXmlFormat Xml = new();
    private static readonly IReadOnlyList<string> Plain = Leaves.Of(Xml.Write(new(OssRules.Plain)));

    public static IEnumerable<TestCaseData> Fields =>
    [
        Case(OssRules.Plain with { Id = "r 1" }, "Id = r 1"),
        Case(OssRules.Plain with { IsEnabled = false }, "IsEnabled = false"),
        Case(Filtered(new() { Prefixes = ["Pics/"] }), "Filter/Prefix = Pics/"),
        Case(Filtered(new() { LastModified = new() { Begin = DateTimeOffset.FromUnixTimeSeconds(1637883649) } }), "Filter/LastModifyBeginTimeStamp = 1637883649"),
        Case(Filtered(new() { LastModified = new() { End = DateTimeOffset.FromUnixTimeSeconds(1638347592) } }), "Filter/LastModifyEndTimeStamp = 1638347592"),
        Case(Filtered(new() { ObjectSize = new() { Lower = 1024 } }), "Filter/LowerSizeBound = 1024"),
        Case(Filtered(new() { ObjectSize = new() { Upper = 53687091200000 } }), "Filter/UpperSizeBound = 53687091200000"),
        Case(Filtered(new() { StorageClasses = [InventoryStorageClass.Standard] }), "Filter/StorageClass = Standard"),
        Case(Filtered(new() { StorageClasses = [InventoryStorageClass.InfrequentAccess] }), "Filter/StorageClass = IA"),
        Case(Filtered(new() { StorageClasses = [InventoryStorageClass.Archive] }), "Filter/StorageClass = Archive"),
        Case(Filtered(new() { StorageClasses = [InventoryStorageClass.ColdArchive] }), "Filter/StorageClass = ColdArchive"),
        Case(Filtered(new() { StorageClasses = [InventoryStorageClass.DeepColdArchive] }), "Filter/StorageClass = DeepColdArchive"),
        Case(Filtered(new() { StorageClasses = [InventoryStorageClass.Standard, InventoryStorageClass.Other("oss", "Frozen"), InventoryStorageClass.InfrequentAccess] }),
            "Filter/StorageClass = Frozen,IA,Standard"),
        Case(To(d => d with { Format = InventoryFormat.Other("oss", "AVRO") }), $"{Inner}/Format = AVRO"),
        Case(OssRules.Plain.WithExtension(new OssAccessExtension { AccountId = "0012" }), $"{Inner}/AccountId = 0012"),
        Case(OssRules.Plain.WithExtension(new OssAccessExtension { RoleArn = "acs:ram::0012:role/a" }), $"{Inner}/RoleArn = acs:ram::0012:role/a"),
        Case(To(d => d with { Bucket = "another" }), $"{Inner}/Bucket = acs:oss:::another"),
        Case(To(d => d with { Prefix = "prefix1/" }), $"{Inner}/Prefix = prefix1/"),
        Case(To(d => d with { Encryption = InventoryEncryption.ServiceManaged }), $"{Inner}/Encryption/SSE-OSS = "),
        Case(To(d => d with { Encryption = InventoryEncryption.Kms("k") }), $"{Inner}/Encryption/SSE-KMS/KeyId = k"),
        Case(To(d => d with { Encryption = InventoryEncryption.KmsDefaultKey }), $"{Inner}/Encryption/SSE-KMS = "),
        Case(OssRules.Plain with { Schedule = InventorySchedule.Weekly }, "Schedule/Frequency = Weekly"),
        Case(OssRules.Plain with { Schedule = InventorySchedule.Once }, "Schedule/Frequency = Once"),
        Case(OssRules.Plain with { Schedule = InventorySchedule.EveryThirtyDays }, "Schedule/Frequency = Monthly"),
        Case(OssRules.Plain with { Schedule = InventorySchedule.Monthly(1) }, "Schedule/DayOfMonth = 1", "Schedule/Frequency = Monthly"),
        Case(OssRules.Plain with { Schedule = InventorySchedule.Monthly(31) }, "Schedule/DayOfMonth = 31", "Schedule/Frequency = Monthly"),
        Case(OssRules.Plain with { Schedule = InventorySchedule.Other("oss", "Hourly") }, "Schedule/Frequency = Hourly"),
        Case((OssRules.Plain with { Schedule = InventorySchedule.Once }).WithExtension(new OssInventoryExtension { AutoDelete = true }),
            "Schedule/AutoDelete = true", "Schedule/Frequency = Once"),
        Case(OssRules.Plain with { IncludedObjectVersions = InventoryObjectVersions.All }, "IncludedObjectVersions = All"),
        Case(OssRules.Plain with { IncludedObjectVersions = InventoryObjectVersions.Other("oss", "Deleted") }, "IncludedObjectVersions = Deleted"),
        Case(OssRules.Plain with { IncludedObjectVersions = InventoryObjectVersions.Unspecified }),
        .. InventoryField.Known.Select(f => Case(OssRules.Plain with { OptionalFields = [f] }, $"OptionalFields/Field = {f.Text}")),
        Case(OssRules.Plain with { OptionalFields = [InventoryField.ETag, InventoryField.Other("oss", "LastAccessDate"), InventoryField.Size] },
            "OptionalFields/Field[0] = ETag", "OptionalFields/Field[1] = LastAccessDate", "OptionalFields/Field[2] = Size"),
        Case(OssRules.Plain.WithExtension(new OssInventoryExtension { IncrementalInventory = new() { IsEnabled = false } }),
            "IncrementalInventory/IsEnabled = false", "IncrementalInventory/Schedule/Frequency = 600"),
        Case(OssRules.Plain.WithExtension(new OssInventoryExtension { IncrementalInventory = new() { FrequencySeconds = 900, OptionalFields = ["RecordType", "SourceIp"] } }),
            "IncrementalInventory/IsEnabled = true",
            "IncrementalInventory/OptionalFields/Field[0] = RecordType",
            "IncrementalInventory/OptionalFields/Field[1] = SourceIp",
            "IncrementalInventory/Schedule/Frequency = 900"),
        Case(OssRules.Plain.WithExtension(new OssInventoryExtension { Unknown = [new("Filter", "Tag", "<Tag>x</Tag>")] }), "Filter/Tag = x"),
    ];

    [Test]
    public void The_least_rule_says_what_OSS_asks_for_and_nothing_else() => Assert.That(Plain, Is.EqualTo(new[]
    {
        $"{Inner}/Bucket = acs:oss:::destbucket",
        $"{Inner}/Format = CSV",
        "Id = report1",
        "IncludedObjectVersions = Current",
        "IsEnabled = true",
        "Schedule/Frequency = Daily",
    }));

    [TestCaseSource(nameof(Fields))]
    public void A_field_stands_at_its_place_and_is_read_from_there(InventoryRule rule, string[] expected)
    {
        var xml = Xml.Write(new(rule));

        Assert.That(Leaves.Of(xml).Except(Plain), Is.EqualTo(expected));
        Assert.That(Xml.Read(xml).Rule, Is.EqualTo(rule));
    }

    [TestCase("")]
    [TestCase("<IncludedObjectVersions/>")]
    [TestCase("<IncludedObjectVersions></IncludedObjectVersions>")]
    public void Versions_of_which_a_rule_says_nothing_are_unspecified(string element)
    {
        var document = OssRules.Xml().Replace("<IncludedObjectVersions>Current</IncludedObjectVersions>", element, StringComparison.Ordinal);

        var rule = Xml.Read(document).Rule;

        Assert.That(rule, Is.EqualTo(Xml.Read(OssRules.Xml()).Rule with { IncludedObjectVersions = InventoryObjectVersions.Unspecified }));
    }

    [Test]
    public void White_space_alone_is_a_value_that_is_not_known_and_never_taken_for_one_that_is()
    {
        var document = OssRules.Xml().Replace("CSV", " ", StringComparison.Ordinal).Replace("Daily", "  ", StringComparison.Ordinal).Replace("Current", "   ", StringComparison.Ordinal);

        var rule = Xml.Read(document).Rule;

        Assert.That((rule.Destination.Format, rule.Schedule, rule.IncludedObjectVersions),
            Is.EqualTo((InventoryFormat.Other("oss", " "), InventorySchedule.Other("oss", "  "), InventoryObjectVersions.Other("oss", "   "))));
    }

    [Test]
    public void Change_reports_of_which_a_rule_says_no_more_are_on_and_without_a_period()
    {
        var rule = Xml.Read(OssRules.Xml(root: "<IncrementalInventory><OptionalFields><Field>Size</Field></OptionalFields></IncrementalInventory>")).Rule;

        Assert.That(rule.Extension<OssInventoryExtension>()!.IncrementalInventory,
            Is.EqualTo(new OssIncrementalInventory { IsEnabled = true, FrequencySeconds = null, OptionalFields = ["Size"] }));
    }

    private static TestCaseData Case(InventoryRule rule, params string[] expected) =>
        new TestCaseData(rule, expected).SetArgDisplayNames(expected is [] ? "nothing" : string.Join("; ", expected));

    private static InventoryRule Filtered(InventoryFilter filter) => OssRules.Plain with { Filter = filter };

    private static InventoryRule To(Func<InventoryDestination, InventoryDestination> change) =>
        OssRules.Plain with { Destination = change(OssRules.Plain.Destination) };
}
