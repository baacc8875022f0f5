namespace Inventory.BaiduBos.Tests.Mapping;

/// <summary>Every field of the contract, from the model to the wire and from the wire to the model.</summary>
[TestFixture]
public sealed class FieldTests
{
    public static IEnumerable<TestCaseData> Fields =>
    [
        Field("id", "\"A.b_c-9\"", Wire.Plain with { Id = "A.b_c-9" }),
        Field("status", "\"enabled\"", Wire.Plain),
        Field("status", "\"disabled\"", Wire.Plain with { IsEnabled = false }),
        Field("resource", "[\"src/*\"]", Wire.Plain),
        Field("resource", "[\"src/logs/*\"]", Wire.Plain with { Filter = InventoryFilter.ForPrefix("logs/") }),
        Field("resource", "[\"src/logs/2024-*\"]", Wire.Plain with { Filter = InventoryFilter.ForPrefix("logs/2024-") }),
        Field("resource", "[\"src/a b/日志?&\\\"\\\\*\"]", Wire.Plain with { Filter = InventoryFilter.ForPrefix("a b/日志?&\"\\") }),
        Field("resource", "[\"src/a/*\",\"src/b/*\"]", Wire.Plain with { Filter = new() { Prefixes = ["b/", "a/"] } }),
        Field("schedule", "\"ThreeDaily\"", Wire.Plain with { Schedule = InventorySchedule.EveryThreeDays }),
        Field("schedule", "\"Weekly\"", Wire.Plain),
        Field("schedule", "\"Once\"", Wire.Plain with { Schedule = InventorySchedule.Once }),
        Field("schedule", "\"Hourly\"", Wire.Plain with { Schedule = InventorySchedule.Other("bos", "Hourly") }),
        Field("schedule", "\"Monthly\",\"monthlyDate\":1", Wire.Plain with { Schedule = InventorySchedule.Monthly(1) }),
        Field("schedule", "\"Monthly\",\"monthlyDate\":28", Wire.Plain with { Schedule = InventorySchedule.Monthly(28) }),
        Field("destination", """{"targetBucket":"other-bucket","format":"CSV"}""", Wire.Plain with { Destination = new() { Bucket = "other-bucket" } }),
        Field("destination", """{"targetBucket":"dst","targetPrefix":"p//q 日","format":"CSV"}""", Wire.Plain with { Destination = new() { Bucket = "dst", Prefix = "p//q 日" } }),
        Field("destination", """{"targetBucket":"dst","format":"csv2"}""", Wire.Plain with { Destination = new() { Bucket = "dst", Format = InventoryFormat.Other("bos", "csv2") } }),
        Field("includedObjectVersions", "\"All\"", Wire.Plain with { IncludedObjectVersions = InventoryObjectVersions.All }),
        Field("includedObjectVersions", "\"Current\"", Wire.Plain with { IncludedObjectVersions = InventoryObjectVersions.Current }),
        Field("includedObjectVersions", "\"Latest\"", Wire.Plain with { IncludedObjectVersions = InventoryObjectVersions.Other("bos", "Latest") }),
    ];

    [TestCaseSource(nameof(Fields))]
    public void A_field_is_read(string document, InventoryRule rule)
    {
        var read = Wire.Read(document);

        Assert.That(read, Is.EqualTo(rule));
    }

    [TestCaseSource(nameof(Fields))]
    public void A_field_is_written(string document, InventoryRule rule)
    {
        var written = Wire.Of(rule);

        Assert.That(written, Is.EqualTo(document));
    }

    [Test]
    public void A_full_rule_is_this_body_and_no_other()
    {
        var rule = new InventoryRule
        {
            Id = "nightly.logs_1",
            IsEnabled = false,
            Destination = new() { Bucket = "dst-bucket", Prefix = "inv/" },
            Schedule = InventorySchedule.Monthly(15),
            Filter = new() { Prefixes = ["logs/2024-", "audit/"] },
            IncludedObjectVersions = InventoryObjectVersions.All,
            Extensions = [new BosInventoryExtension { Unknown = [new("", "owner", "{\"name\":\"n\"}"), new("destination", "acl", "[1,null]")] }],
        };

        var body = Wire.Of(rule, "src-bucket");

        Assert.That(body, Is.EqualTo(
            """{"id":"nightly.logs_1","status":"disabled","resource":["src-bucket/audit/*","src-bucket/logs/2024-*"],"schedule":"Monthly","monthlyDate":15,"destination":"""
            + """{"targetBucket":"dst-bucket","targetPrefix":"inv/","format":"CSV","acl":[1,null]},"includedObjectVersions":"All","owner":{"name":"n"}}"""));
    }

    [Test]
    public void The_body_that_an_official_client_sent_is_the_body_of_the_same_rule()
    {
        var rule = Rules.Weekly() with
        {
            Destination = new() { Bucket = "dst-bucket", Prefix = "inv/" },
            IncludedObjectVersions = InventoryObjectVersions.Unspecified,
        };

        var body = Wire.Of(rule, "src-bucket");

        Assert.That(body, Is.EqualTo(
            """{"id":"rule-1","status":"enabled","resource":["src-bucket/logs/*"],"schedule":"Weekly","destination":{"targetBucket":"dst-bucket","targetPrefix":"inv/","format":"CSV"}}"""));
        Assert.That(body, Has.Length.EqualTo(168));
    }

    [TestCase("id")]
    [TestCase("status")]
    [TestCase("resource")]
    [TestCase("schedule")]
    [TestCase("destination")]
    public void A_required_member_that_is_missing_is_named(string name)
    {
        var error = Assert.Catch<Inventory.Documents.InvalidDocumentException>(() => Wire.Read(Wire.With(name, null)));

        Assert.That(error!.Problems.Select(p => p.Path), Is.EqualTo(new[] { name }));
    }

    private static TestCaseData Field(string name, string json, InventoryRule rule) =>
        new TestCaseData(Wire.With(name, json), rule).SetArgDisplayNames(name, json);
}
