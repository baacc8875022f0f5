using System.Globalization;

namespace Inventory.Documents.Tests;

public sealed class NeutralJsonFormatTests
{
    private static readonly NeutralJsonFormat Format = new([new SampleExtensionDocument()]);

    private static readonly InventoryRule Plain = SampleRules.Plain;

    [Test]
    public void A_full_rule_is_read() => Assert.That(Format.Read(SampleRules.FullJson), Is.EqualTo(new RuleDocument(SampleRules.Full, "photos")));

    [Test]
    public void A_full_rule_is_written() => Assert.That(Format.Write(new(SampleRules.Full, "photos")), Is.EqualTo(SampleRules.FullJson));

    [Test]
    public void Defaults_are_left_out_but_what_everybody_looks_for_is_there()
    {
        var text = Format.Write(new(Plain));

        Assert.That(text, Is.EqualTo("""
            {
              "id": "r",
              "isEnabled": true,
              "destination": {
                "bucket": "b"
              },
              "schedule": "Daily"
            }
            """));
    }

    [Test]
    public void What_is_left_out_is_the_default()
    {
        var document = Format.Read("""{"schedule":"Daily","destination":{"bucket":"b"},"id":"r","filter":null}""");

        Assert.That(document, Is.EqualTo(new RuleDocument(Plain)));
    }

    [Test]
    public void A_schema_may_be_named()
    {
        const string text = """{"$schema":"rule.schema.json","id":"r","destination":{"bucket":"b"},"schedule":"Daily"}""";

        var document = Format.Read(text);

        Assert.That(document.Rule, Is.EqualTo(Plain));
    }

    [Test]
    public void A_provider_s_own_values_are_read_everywhere()
    {
        const string text = """
            {
              "id": "r",
              "destination": { "bucket": "b", "format": { "other": { "provider": "X", "text": "JSONL" } } },
              "schedule": { "other": { "provider": "X", "text": "Hourly" } },
              "includedObjectVersions": { "other": { "provider": "X", "text": "Latest" } }
            }
            """;

        var rule = Format.Read(text).Rule;

        Assert.That(rule, Is.EqualTo(Plain with
        {
            Destination = new() { Bucket = "b", Format = InventoryFormat.Other("x", "JSONL") },
            Schedule = InventorySchedule.Other("x", "Hourly"),
            IncludedObjectVersions = InventoryObjectVersions.Other("x", "Latest"),
        }));
    }

    [TestCase("1024", "\"1048576\"")]
    [TestCase("1.024e3", "1048576.0")]
    [TestCase("\"1024\"", "1048576")]
    public void A_size_is_a_number_or_the_same_in_digits(string lower, string upper)
    {
        var text = WithFilter($$"""{ "objectSize": { "lower": {{lower}}, "upper": {{upper}} } }""");

        var rule = Format.Read(text).Rule;

        Assert.That(rule.Filter.ObjectSize, Is.EqualTo(new ObjectSizeRange { Lower = 1024, Upper = 1048576 }));
    }

    [TestCase("2024-01-31T00:00:00Z")]
    [TestCase("2024-01-31T08:00:00+08:00")]
    [TestCase("2024-01-30T19:00:00-05:00")]
    [TestCase("2024-01-31T00:00:00.000Z")]
    public void An_instant_has_an_offset(string instant)
    {
        var text = WithFilter($$"""{ "lastModified": { "begin": "{{instant}}" } }""");

        var rule = Format.Read(text).Rule;

        Assert.That(rule.Filter.LastModified, Is.EqualTo(new LastModifiedRange { Begin = new(2024, 1, 31, 0, 0, 0, TimeSpan.Zero) }));
    }

    [TestCase("th-TH")]
    [TestCase("fi-FI")]
    [TestCase("tr-TR")]
    [TestCase("ar-SA")]
    public void A_file_is_the_same_in_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            var (text, document) = (Format.Write(new(SampleRules.Full, "photos")), Format.Read(SampleRules.FullJson));

            Assert.That(CultureInfo.CurrentCulture.EnglishName, Does.Not.StartWith("Unknown").And.Not.StartWith("Invariant"));
            Assert.That(text, Is.EqualTo(SampleRules.FullJson));
            Assert.That(document.Rule, Is.EqualTo(SampleRules.Full));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void An_extension_that_nobody_registered_is_not_written_and_named()
    {
        var rule = Plain with { Extensions = [new SampleExtension("foreign") { Note = "n" }, new SampleExtension("sample") { Note = "n" }] };

        var refusal = Assert.Throws<InventoryRuleRejectedException>(() => Format.Write(new(rule)));

        Assert.That(refusal.Message, Does.StartWith("'json' cannot hold inventory rule 'r' as it stands:"));
        Assert.That(refusal.Violations.Select(v => (v.Path, v.Kind)), Is.EqualTo(new[] { ("Extensions[foreign]", RuleViolationKind.ForeignExtension) }));
        Assert.That(refusal.Violations[0].Reason, Does.EndWith("Registered: sample."));
    }

    [Test]
    public void What_could_not_be_read_back_is_not_written()
    {
        var rule = Plain with
        {
            Id = "",
            Destination = new() { Bucket = "" },
            Filter = new() { StorageClasses = [default] },
            OptionalFields = [InventoryField.Size, default],
            Extensions = [new SampleExtension { Note = "1" }, new SampleExtension { Note = "2" }],
        };

        var refusal = Assert.Throws<InventoryRuleRejectedException>(() => Format.Write(new(rule)));

        Assert.That(
            string.Join(' ', refusal.Violations.Select(v => v.Path)),
            Is.EqualTo("Id Destination.Bucket Filter.StorageClasses OptionalFields Extensions[sample]"));
    }

    [Test]
    public void Two_documents_of_one_extension_are_not_registered()
    {
        var refusal = Assert.Throws<ArgumentException>(() => _ = new NeutralJsonFormat([new SampleExtensionDocument(), new SampleExtensionDocument()]));

        Assert.That(refusal.Message, Does.StartWith("The extension 'sample' is registered twice."));
    }

    [TestCase("{\"id\":\"r\",\"destination\":{\"bucket\":\"b\"},\"schedule\":\"Daily\"}", true)]
    [TestCase("\uFEFF\n // a rule\n{\"destination\":{\"bucket\":", true)]
    [TestCase("{\"id\":\"r\",\"destination\":{\"targetBucket\":\"b\"}}", false)]
    [TestCase("{\"a\":1}", false)]
    [TestCase("<a>\"destination\" \"bucket\"</a>", false)]
    [TestCase("", false)]
    public void A_look_at_a_few_names_tells_the_format(string text, bool expected) =>
        Assert.That(Format.Recognizes(text), Is.EqualTo(expected));

    private static string WithFilter(string filter) => $$"""{"id":"r","destination":{"bucket":"b"},"schedule":"Daily","filter": {{filter}} }""";
}
