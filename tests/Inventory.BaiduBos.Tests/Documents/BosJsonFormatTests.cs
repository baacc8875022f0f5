using Inventory.BaiduBos.Tests.Mapping;
using Inventory.Documents;

namespace Inventory.BaiduBos.Tests.Documents;

[TestFixture]
public sealed class BosJsonFormatTests
{
    private readonly BosJsonFormat _format = new();

    [TestCase("\uFEFF\n {\"id\":\"a\",\"destination\":{\"targetBucket\":\"b\"}}", ExpectedResult = true)]
    [TestCase("{\"resource\":[]}", ExpectedResult = true)]
    [TestCase("{\"id\":\"a\",\"destination\":{\"bucket\":\"b\"}}", ExpectedResult = false)]
    [TestCase("{\"Id\":\"a\",\"Destination\":{\"OSSBucketDestination\":{}}}", ExpectedResult = false)]
    [TestCase("<targetBucket/>", ExpectedResult = false)]
    [TestCase("", ExpectedResult = false)]
    public bool It_recognizes_its_own_documents(string text) => _format.Recognizes(text);

    [Test]
    public void Everything_that_is_missing_is_named_at_once_with_line_and_path()
    {
        const string text = """
            {
              "id": "",
              "status": "on",
              "schedule": "Weekly",
              "destination": { "format": "CSV" }
            }
            """;

        var error = Assert.Catch<InvalidDocumentException>(() => _format.Read(text));

        Assert.That(error!.Problems.Select(p => (p.Path, p.Line)), Is.EquivalentTo(new[] { ("id", 2), ("status", 3), ("resource", 1), ("destination.targetBucket", 5) }));
        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.InvalidDocument));
    }

    [TestCase("/logs/*")]
    [TestCase("logs*")]
    public void A_document_whose_list_names_no_bucket_has_none_and_the_list_is_kept(string entry)
    {
        var document = _format.Read(Wire.With("resource", $"[\"{entry}\"]"));

        Assert.That(document.SourceBucket, Is.Null);
        Assert.That(document.Rule.Filter, Is.EqualTo(InventoryFilter.WholeBucket));
        Assert.That(document.Rule.Extension<BosInventoryExtension>()!.Resource, Is.EqualTo(new[] { entry }));
    }

    [Test]
    public void A_document_without_source_bucket_cannot_be_written_and_the_message_asks_for_it()
    {
        var error = Assert.Catch<InventoryException>(() => _format.Write(new(Rules.Weekly())));

        Assert.That(error!.Kind, Is.EqualTo(InventoryErrorKind.InvalidDocument));
        Assert.That(error.Message, Does.Contain("source bucket"));
    }

    [Test]
    public void What_the_document_has_no_place_for_is_refused_by_name_and_what_it_has_a_place_for_is_written()
    {
        var rule = Rules.Weekly("not an id") with
        {
            Schedule = InventorySchedule.Daily,
            OptionalFields = [InventoryField.Size],
            Destination = new() { Bucket = "Not_A_Bucket", Format = InventoryFormat.Orc, Encryption = InventoryEncryption.ServiceManaged },
        };

        var refusal = Assert.Catch<InventoryRuleRejectedException>(() => _format.Write(new(rule, "src")));

        Assert.That(string.Join(", ", refusal!.Violations.Select(v => v.Path)), Is.EqualTo("Destination.Encryption, Schedule, OptionalFields[Size]"));
    }

    [Test]
    public void The_extension_goes_through_a_neutral_file()
    {
        var neutral = new NeutralJsonFormat([new BosExtensionDocument()]);
        var rule = Rules.Weekly() with
        {
            Filter = InventoryFilter.WholeBucket,
            Extensions = [new BosInventoryExtension { Resource = ["src/a*b*", "other/*"], Unknown = [new("", "owner", "{\"name\":[1,null]}"), new("destination", "acl", "\"private\"")] }],
        };

        var back = neutral.Read(neutral.Write(new(rule, "src")));

        Assert.That(back, Is.EqualTo(new RuleDocument(rule, "src")));
    }
}
