using System.Xml.Linq;
using Inventory.AlibabaOss.Tests.Support;
using Inventory.Documents;

namespace Inventory.AlibabaOss.Tests.Mapping;

/// <summary>What a newer OSS says and this library does not know goes back as it came.</summary>
[TestFixture]
public sealed class UnknownContentTests
{
    private const string Managed = "Destination/OSSBucketDestination/Encryption/SSE-OSS";

    private static readonly InventoryRule Encrypted = OssRules.Plain with { Destination = OssRules.Plain.Destination with { Encryption = InventoryEncryption.ServiceManaged } };

    /// <summary>Something unknown in every container.</summary>
    private const string Newer =
        """
        <InventoryConfiguration version="2" kind="x">
          <New a="1">text<Deeper/></New>stray
          <Id>report1</Id><IsEnabled>true</IsEnabled>
          <Filter mode="any"><Prefix>Pics/</Prefix><Tag><Key>k</Key><Value> v &lt; </Value></Tag></Filter>
          <Destination near="here"><Elsewhere>1</Elsewhere><OSSBucketDestination replica="2"><Format>CSV</Format><AccountId>100000000000000</AccountId>
            <RoleArn>acs:ram::100000000000000:role/AliyunOSSRole</RoleArn><Bucket>acs:oss:::destbucket</Bucket><StorageClass>IA</StorageClass>
            <Encryption strength="9"><SSE-KMS rotate="yes"><KeyId>k</KeyId><Algorithm>SM4</Algorithm></SSE-KMS><Nonce/></Encryption></OSSBucketDestination></Destination>
          <Schedule zone="utc"><Frequency>Weekly</Frequency><DayOfWeek>3</DayOfWeek></Schedule>
          <IncludedObjectVersions>All</IncludedObjectVersions>
          <OptionalFields sorted="no"><Field>Size</Field><Computed>x</Computed></OptionalFields>
          <IncrementalInventory since="1"><IsEnabled>true</IsEnabled><Schedule at="2"><Frequency>600</Frequency><Unit>s</Unit></Schedule>
            <OptionalFields x="3"><Field>Size</Field><Y/></OptionalFields><Retention>7</Retention></IncrementalInventory>
          <Owner>me</Owner>
        </InventoryConfiguration>
        """;

    [Test]
    public async Task Unknown_elements_attributes_and_texts_of_every_container_are_sent_back_with_a_change()
    {
        await using var cloud = await OssCloud.StartAsync(new() { AllowIncrementalInventory = true });
        cloud.Seed(Newer);
        var service = cloud.NewService(time: new SkippingClock());
        var rule = await service.GetAsync(OssCloud.Source, "report1");

        // The emulator forgets what it does not know, and the put says so.
        var refusal = Assert.ThrowsAsync<RuleNotStoredAsSentException>(() => service.PutAsync(OssCloud.Source, rule with { IsEnabled = false }));

        var expected = Leaves.Of(Newer.Replace("<IsEnabled>true</IsEnabled>\n  <Filter", "<IsEnabled>false</IsEnabled>\n  <Filter", StringComparison.Ordinal));
        Assert.That(expected, Does.Contain("IsEnabled = false").And.Count.GreaterThan(40));
        Assert.That(cloud.PutBodies(), Has.Count.EqualTo(2));
        Assert.That(cloud.PutBodies().Select(Leaves.Of), Has.All.EqualTo(expected));
        Assert.That(refusal.Paths.Single(), Is.EqualTo("Extensions[oss]"));
        Assert.That(refusal.Previous, Is.EqualTo(rule));
    }

    [Test]
    public async Task Namespaces_of_unknown_elements_and_attributes_are_sent_back()
    {
        await using var cloud = await OssCloud.StartAsync();
        cloud.Seed(OssRules.Xml(root: "<Filter xmlns:v=\"urn:v\" v:mode=\"any\"><v:Tag v:a=\"1\"><Key>k</Key></v:Tag></Filter>"));
        var service = cloud.NewService(time: new SkippingClock());
        var rule = await service.GetAsync(OssCloud.Source, "report1");

        _ = Assert.CatchAsync<InventoryException>(() => service.PutAsync(OssCloud.Source, rule with { IsEnabled = false }));

        var filter = XDocument.Parse(cloud.PutBodies()[^1]).Root!.Element("Filter")!;
        XNamespace v = "urn:v";
        Assert.That(filter.Attribute(v + "mode")?.Value, Is.EqualTo("any"));
        Assert.That(filter.Element(v + "Tag")?.Attribute(v + "a")?.Value, Is.EqualTo("1"));
        Assert.That(filter.Element(v + "Tag")?.Element("Key")?.Value, Is.EqualTo("k"));
    }

    [Test]
    public async Task Unknown_values_of_every_enumeration_are_sent_back_with_a_change()
    {
        await using var cloud = await OssCloud.StartAsync();
        var newer = OssRules.Xml(root: "<Filter><StorageClass>Standard,Frozen</StorageClass></Filter><OptionalFields><Field>Size</Field><Field>Owner</Field></OptionalFields>")
            .Replace("CSV", "AVRO", StringComparison.Ordinal).Replace("Daily", "Hourly", StringComparison.Ordinal).Replace("Current", "Deleted", StringComparison.Ordinal);
        cloud.Seed(newer);
        var rule = await cloud.Service.GetAsync(OssCloud.Source, "report1");

        // The emulator refuses values that it does not know, before it looks whether the rule is there.
        var refusal = Assert.ThrowsAsync<InventoryException>(() => cloud.Service.PutAsync(OssCloud.Source, rule with { IsEnabled = false }));

        Assert.That(refusal.Kind, Is.EqualTo(InventoryErrorKind.InvalidRequest));
        Assert.That(Leaves.Of(cloud.PutBodies().Single()), Is.EqualTo(Leaves.Of(newer.Replace("true", "false", StringComparison.Ordinal))));
        Assert.That(rule.FeaturesUsed().Count(u => u.Provider == OssCapabilities.ProviderName), Is.EqualTo(5));
    }

    [Test]
    public async Task Unknown_content_comes_with_its_container_its_name_and_its_text()
    {
        await using var cloud = await OssCloud.StartAsync();
        cloud.Seed(OssRules.Xml(root: "<Filter><Tag a=\"1\"><Key>k</Key></Tag></Filter><Owner>me</Owner>"));

        var rule = await cloud.Service.GetAsync(OssCloud.Source, "report1");

        Assert.That(rule.Extension<OssInventoryExtension>()!.Unknown, Is.EqualTo(new UnknownContent[]
        {
            new("Filter", "Tag", "<Tag a=\"1\"><Key>k</Key></Tag>"),
            new("", "Owner", "<Owner>me</Owner>"),
        }));
        Assert.That(cloud.Service.Validate(rule).Single(v => v.Path == "Extensions[oss].Unknown").Kind, Is.EqualTo(RuleViolationKind.Conditional));
    }

    [TestCase("", "<DayOfMonth>3</DayOfMonth>", "Schedule", "DayOfMonth", "<DayOfMonth>3</DayOfMonth>")]
    [TestCase("<Encryption><SSE-OSS rotate=\"yes\"/></Encryption>", "", Managed, "@rotate", "yes")]
    public void What_has_no_meaning_in_its_place_is_unknown_content_and_is_written_back(string destination, string schedule, string path, string name, string text)
    {
        var document = OssRules.Xml(destination: destination, schedule: schedule);

        var rule = new OssXmlFormat().Read(document).Rule;

        Assert.That(rule.Extension<OssInventoryExtension>()!.Unknown, Is.EqualTo(new UnknownContent[] { new(path, name, text) }));
        Assert.That(Leaves.Of(new OssXmlFormat().Write(new(rule))), Is.EqualTo(Leaves.Of(document)));
    }

    [Test]
    public void Unknown_content_goes_through_XML_through_JSON_and_back()
    {
        var xml = new OssXmlFormat();
        var json = new OssutilJsonFormat();

        var repeated = Newer.Replace("<Owner>me</Owner>", "<Owner>me</Owner>more<Last/><Owner>you</Owner><Owner><Name>a</Name><Name>b</Name></Owner>", StringComparison.Ordinal);

        var rule = xml.Read(repeated).Rule;
        var throughJson = json.Read(json.Write(new(rule))).Rule;

        Assert.That(throughJson, Is.EqualTo(rule));
        Assert.That(xml.Read(xml.Write(new(rule))).Rule, Is.EqualTo(rule));
        Assert.That(Leaves.Of(xml.Write(new(throughJson))).Where(l => !l.StartsWith("#text", StringComparison.Ordinal)),
            Is.EqualTo(Leaves.Of(repeated).Where(l => !l.StartsWith("#text", StringComparison.Ordinal))));
        Assert.That(rule.Extension<OssInventoryExtension>()!.Unknown.Single(u => u is { Path: "", Name: "#text" }).Text.Split(), Does.Contain("stray").And.Contain("more"));
    }

    [Test]
    public void Unknown_members_of_a_JSON_file_are_kept_lists_and_objects_alike()
    {
        var json = Json(""" "Tags": ["a", "b"], "Owner": { "Id": 7, "Names": ["x", "y"] }, "Empty": {}, "@kind": "k" """);

        var rule = new OssutilJsonFormat().Read(json).Rule;

        Assert.That(Leaves.Of(new OssutilJsonFormat().Write(new(rule))), Is.EqualTo(Leaves.Of(json)));
        Assert.That(string.Join('|', XDocument.Parse(new OssXmlFormat().Write(new(rule))).Root!.Elements("Tags").Select(e => e.Value)), Is.EqualTo("a|b"));
    }

    [TestCase(""" "a name": 1 """, "a name")]
    [TestCase(""" "Control": "\u0001" """, "Control")]
    [TestCase(""" "@kind": { "a": 1 } """, "@kind")]
    [TestCase(""" "#text": ["a", {}] """, "#text")]
    public void An_unknown_member_that_XML_has_no_place_for_is_a_problem_with_its_path_and_line(string member, string path)
    {
        var refusal = Assert.Throws<InvalidDocumentException>(() => new OssutilJsonFormat().Read(Json($"\n{member}")));

        Assert.That(refusal.Problems.Select(p => (p.Path, p.Line)), Is.EqualTo(new[] { (path, 2) }));
    }

    [TestCase("Filter", "Tag", "<Tag>")]
    [TestCase("Filter", "Tag", "<Other/>")]
    [TestCase("Filter", "Prefix", "<Prefix>x</Prefix>")]
    [TestCase("Nowhere", "Tag", "<Tag />")]
    [TestCase(Managed, "Tag", "<Tag />")]
    [TestCase("IncrementalInventory", "Tag", "<Tag />")]
    [TestCase("", "Id", "<Id>second</Id>")]
    [TestCase("", "@a b", "x")]
    [TestCase("", "#text", " ")]
    [TestCase("", "@kind", "\u0001", TestName = "{m}(a control character)")]
    public async Task Unknown_content_that_cannot_stand_there_is_refused_before_anything_is_sent(string path, string name, string text)
    {
        await using var cloud = await OssCloud.StartAsync();
        var rule = (OssRules.Plain with { Filter = InventoryFilter.ForPrefix("p") }).WithExtension(new OssInventoryExtension { Unknown = [new(path, name, text)] });

        var refusal = Assert.ThrowsAsync<InventoryRuleRejectedException>(() => cloud.Service.PutAsync(OssCloud.Source, rule));

        var violation = refusal.Violations.Single(v => v.Severity == ViolationSeverity.Error);
        Assert.That(violation.Path, Is.EqualTo("Extensions[oss].Unknown"));
        Assert.That(violation.Reason, Does.EndWith("."));
        Assert.That(cloud.Requests, Is.Empty);
    }

    [TestCase("Destination/OSSBucketDestination/Encryption", "SSE-KMS", "<SSE-KMS><KeyId>k</KeyId></SSE-KMS>")]
    [TestCase(Managed, "KeyId", "<KeyId>k</KeyId>")]
    public async Task Unknown_content_gives_a_managed_encryption_no_key_and_no_second_kind(string path, string name, string text)
    {
        await using var cloud = await OssCloud.StartAsync();
        var rule = Encrypted.WithExtension(new OssInventoryExtension { Unknown = [new(path, name, text)] });

        var refusal = Assert.ThrowsAsync<InventoryRuleRejectedException>(() => cloud.Service.PutAsync(OssCloud.Source, rule));

        var violation = refusal.Violations.Single(v => v.Severity == ViolationSeverity.Error);
        Assert.That(violation.Path, Is.EqualTo("Extensions[oss].Unknown"));
        Assert.That(violation.Reason, Does.StartWith("It contradicts what the rule says: ").And.Contain(name));
        Assert.That(cloud.Requests, Is.Empty);
    }

    [Test]
    public async Task A_text_in_a_managed_encryption_which_holds_nothing_is_refused_before_anything_is_sent()
    {
        await using var cloud = await OssCloud.StartAsync();
        var rule = Encrypted.WithExtension(new OssInventoryExtension { Unknown = [new(Managed, "#text", "x")] });

        var refusal = Assert.ThrowsAsync<InventoryRuleRejectedException>(() => cloud.Service.PutAsync(OssCloud.Source, rule));

        var violation = refusal.Violations.Single(v => v.Severity == ViolationSeverity.Error);
        Assert.That(violation.Path, Is.EqualTo("Extensions[oss].Unknown"));
        Assert.That(violation.Reason, Does.StartWith("It contradicts what the rule says: ").And.Contain(Managed));
        Assert.That(cloud.Requests, Is.Empty);
    }

    private static string Json(string members) =>
        $$"""
        { {{members}}, "Id": "report1", "IsEnabled": true, "Schedule": { "Frequency": "Daily" }, "IncludedObjectVersions": "All",
          "Destination": { "OSSBucketDestination": { "Format": "CSV", "Bucket": "acs:oss:::destbucket" } } }
        """;
}
