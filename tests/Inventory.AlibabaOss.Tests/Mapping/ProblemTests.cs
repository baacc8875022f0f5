using Inventory.AlibabaOss.Tests.Support;
using Inventory.Documents;

namespace Inventory.AlibabaOss.Tests.Mapping;

/// <summary>What is wrong with a document is said of every part at once, with path and line.</summary>
[TestFixture]
public sealed class ProblemTests
{
    private const string Inner = "Destination/OSSBucketDestination";

    private static readonly IReadOnlyList<(string Path, int Line)> Wrong =
    [
        ("IsEnabled", 3),
        ($"{Inner}/Bucket", 4),
        ($"{Inner}/Encryption/SSE-OSS/KeyId", 6),
        ($"{Inner}/Encryption/SSE-KMS", 7),
        ("Schedule/DayOfMonth", 8),
        ("Schedule/AutoDelete", 9),
        ("Filter/LastModifyBeginTimeStamp", 10),
        ("Filter/LastModifyEndTimeStamp", 11),
        ("Filter/LowerSizeBound", 12),
        ("Filter/UpperSizeBound", 13),
        ("OptionalFields/Field[1]", 15),
        ("IncrementalInventory/IsEnabled", 16),
        ("IncrementalInventory/Schedule/Frequency", 17),
    ];

    [Test]
    public void Every_problem_of_an_XML_file_is_named_with_its_path_and_line()
    {
        const string document =
            """
            <InventoryConfiguration>
              <Id>report1</Id>
              <IsEnabled>yes</IsEnabled>
              <Destination><OSSBucketDestination><Format>CSV</Format><Bucket></Bucket>
                <Encryption>
                  <SSE-OSS><KeyId>k</KeyId></SSE-OSS>
                  <SSE-KMS><KeyId>k</KeyId></SSE-KMS></Encryption></OSSBucketDestination></Destination>
              <Schedule><Frequency>Monthly</Frequency><DayOfMonth>32</DayOfMonth>
                <AutoDelete>maybe</AutoDelete></Schedule>
              <Filter><LastModifyBeginTimeStamp>yesterday</LastModifyBeginTimeStamp>
                <LastModifyEndTimeStamp>999999999999999</LastModifyEndTimeStamp>
                <LowerSizeBound>-1</LowerSizeBound>
                <UpperSizeBound>1 GB</UpperSizeBound></Filter>
              <OptionalFields><Field>Size</Field>
                <Field></Field></OptionalFields>
              <IncrementalInventory><IsEnabled>no</IsEnabled><Schedule>
                <Frequency>0</Frequency></Schedule></IncrementalInventory>
            </InventoryConfiguration>
            """;

        var refusal = Assert.Throws<InvalidDocumentException>(() => new OssXmlFormat().Read(document));

        Assert.That(refusal.Kind, Is.EqualTo(InventoryErrorKind.InvalidDocument));
        Assert.That(refusal.Problems.Select(p => (p.Path, p.Line)), Is.EqualTo(Wrong));
        Assert.That(refusal.Problems.Select(p => p.Message), Has.All.EndsWith("."));
        Assert.That(refusal.Message, Does.Contain("line 8").And.Contain("Schedule/DayOfMonth: A day of the month is 1 to 31."));
    }

    [Test]
    public void Every_problem_of_a_JSON_file_is_named_with_its_path_and_line()
    {
        const string document =
            """
            {
              "Id": "report1",
              "IsEnabled": 2,
              "Destination": { "OSSBucketDestination": { "Format": "CSV", "Bucket": "",
                "Encryption": {
                  "SSE-OSS": { "KeyId": "k" },
                  "SSE-KMS": { "KeyId": "k" } } } },
              "Schedule": { "Frequency": "Monthly", "DayOfMonth": 32,
                "AutoDelete": "maybe" },
              "Filter": { "LastModifyBeginTimeStamp": "yesterday",
                "LastModifyEndTimeStamp": 999999999999999,
                "LowerSizeBound": -1,
                "UpperSizeBound": 1.5 },
              "OptionalFields": { "Field": [ "Size",
                "" ] },
              "IncrementalInventory": { "IsEnabled": "no", "Schedule": {
                "Frequency": 0 } }
            }
            """;

        var refusal = Assert.Throws<InvalidDocumentException>(() => new OssutilJsonFormat().Read(document));

        Assert.That(refusal.Problems.Select(p => (p.Path, p.Line)), Is.EqualTo(Wrong));
    }

    [Test]
    public void Every_part_that_is_missing_is_named()
    {
        var refusal = Assert.Throws<InvalidDocumentException>(() => new OssXmlFormat().Read("<InventoryConfiguration/>"));

        Assert.That(string.Join(' ', refusal.Problems.Select(p => p.Path).Order(StringComparer.Ordinal)), Is.EqualTo("Destination Id IsEnabled Schedule"));
        Assert.That(refusal.Problems.Select(p => p.Message), Has.All.EqualTo("It is required and missing."));
    }

    [TestCase("<Destination/>", "Destination/OSSBucketDestination")]
    [TestCase("<Destination><OSSBucketDestination/></Destination>", $"{Inner}/Bucket", $"{Inner}/Format")]
    [TestCase("<Destination><OSSBucketDestination>acs:oss:::b</OSSBucketDestination></Destination>", Inner, $"{Inner}/Bucket", $"{Inner}/Format")]
    public void A_part_that_is_missing_below_is_named_by_its_whole_path(string destination, params string[] paths)
    {
        var document = $"<InventoryConfiguration><Id>r</Id><IsEnabled>true</IsEnabled><Schedule><Frequency>Daily</Frequency></Schedule>{destination}</InventoryConfiguration>";

        var refusal = Assert.Throws<InvalidDocumentException>(() => new OssXmlFormat().Read(document));

        Assert.That(refusal.Problems.Select(p => p.Path), Is.EquivalentTo(paths));
    }

    [TestCase("-1")]
    [TestCase("32")]
    [TestCase("4294967297", Description = "the 1st, to who reads 32 bits of it")]
    public void A_day_that_no_month_has_is_a_problem(string day)
    {
        var document = OssRules.Xml(schedule: $"<DayOfMonth>{day}</DayOfMonth>").Replace("Daily", "Monthly", StringComparison.Ordinal);

        var refusal = Assert.Throws<InvalidDocumentException>(() => new OssXmlFormat().Read(document));

        Assert.That(refusal.Problems.Select(p => p.Path), Is.EqualTo(["Schedule/DayOfMonth"]));
    }

    [TestCase("Daily")]
    [TestCase("0")]
    [TestCase("10 min")]
    public void A_period_of_change_reports_is_a_number_of_seconds(string frequency)
    {
        var document = OssRules.Xml(root: $"<IncrementalInventory><IsEnabled>true</IsEnabled><Schedule><Frequency>{frequency}</Frequency></Schedule></IncrementalInventory>");

        var refusal = Assert.Throws<InvalidDocumentException>(() => new OssXmlFormat().Read(document));

        Assert.That(refusal.Problems.Single().Path, Is.EqualTo("IncrementalInventory/Schedule/Frequency"));
    }

    [TestCase("<Id>second</Id>", "Id")]
    [TestCase("<Filter/><Filter/>", "Filter")]
    [TestCase("<Schedule><Frequency>Weekly</Frequency></Schedule>", "Schedule")]
    public void A_part_that_is_given_twice_is_a_problem(string root, string path)
    {
        var refusal = Assert.Throws<InvalidDocumentException>(() => new OssXmlFormat().Read(OssRules.Xml(root: root)));

        Assert.That(refusal.Problems.Select(p => (p.Path, p.Message)).Single(), Is.EqualTo((path, "It is given more than once.")));
    }

    [Test]
    public void The_schema_that_ossutil_prints_is_no_rule_and_says_why()
    {
        var schema = OssRules.Xml(destination: "<Encryption><SSE-OSS/><SSE-KMS><KeyId>string</KeyId></SSE-KMS></Encryption>",
            root: "<Filter><LastModifyBeginTimeStamp>integer</LastModifyBeginTimeStamp></Filter>").Replace(">true<", ">true|false<", StringComparison.Ordinal);

        var refusal = Assert.Throws<InvalidDocumentException>(() => new OssXmlFormat().Read(schema));

        Assert.That(string.Join(' ', refusal.Problems.Select(p => p.Path)), Is.EqualTo($"IsEnabled {Inner}/Encryption/SSE-KMS Filter/LastModifyBeginTimeStamp"));
    }
}
