using System.Globalization;

namespace Inventory.Documents.Tests;

public sealed class NeutralYamlFormatTests
{
    private static readonly NeutralYamlFormat Format = new([new SampleExtensionDocument()]);
    private static readonly NeutralJsonFormat Json = new([new SampleExtensionDocument()]);

    [Test]
    public void A_full_rule_is_read() => Assert.That(Format.Read(SampleRules.FullYaml), Is.EqualTo(new RuleDocument(SampleRules.Full, "photos")));

    [Test]
    public void A_full_rule_is_written() => Assert.That(Format.Write(new(SampleRules.Full, "photos")), Is.EqualTo(SampleRules.FullYaml));

    [TestCase(996)]
    [TestCase(1024)]
    [TestCase(5000)]
    public void A_name_of_any_length_is_read_back(int length)
    {
        var key = new string('k', length);
        var format = new NeutralYamlFormat([new SampleExtensionDocument(key)]);
        var rule = SampleRules.Plain with { Extensions = [new SampleExtension(key) { Note = "n" }] };

        var text = format.Write(new(rule));

        Assert.That(format.Read(text).Rule, Is.EqualTo(rule));
    }

    [Test]
    public void Defaults_are_left_out_but_what_everybody_looks_for_is_there()
    {
        var text = Format.Write(new(SampleRules.Plain));

        Assert.That(text, Is.EqualTo("id: r\nisEnabled: true\ndestination:\n  bucket: b\nschedule: Daily\n"));
    }

    [TestCase(SampleRules.FullJson)]
    [TestCase("""{"schedule":"Daily","destination":{"bucket":"b"},"id":"r","filter":null}""")]
    [TestCase("""{"$schema":"rule.schema.json","id":"r","destination":{"bucket":"b"},"schedule":{"other":{"provider":"X","text":"Hourly"}},"optionalFields":[]}""")]
    public void What_is_JSON_is_YAML_too_and_says_the_same(string text)
    {
        var document = Format.Read(text);

        Assert.That(document, Is.EqualTo(Json.Read(text)));
    }

    [Test]
    public void Everything_that_YAML_lays_out_otherwise_says_the_same()
    {
        const string text = """
            %YAML 1.2
            --- # a rule
            "id": 'nightly'   # quoted
            ? sourceBucket
            : photos
            isEnabled: False
            destination: { bucket: reports, prefix: "in\
              v", format: ORC, encryption: { kind: Kms, keyId: key-1 } }
            schedule: >-
              Monthly(15)
            filter:
              prefixes: [logs/]
              lastModified: {begin: 2024-01-01T00:00:00Z, end: 2024-02-01T08:00:00+08:00}
              objectSize:
                    lower: 1.024e3
                    upper: "1048576"
              storageClasses:
              - Standard
              - {other: {provider: x, text: Glacial}}
            includedObjectVersions: |-
              All
            optionalFields:
            - Size

            - other:
                provider: x
                text: LastAccessDate
            # in order
            - ETag
            extensions: {sample: {note: "n", count: 7, tags: [t]}}
            ...
            """;

        var document = Format.Read(text);

        Assert.That(document, Is.EqualTo(new RuleDocument(SampleRules.Full, "photos")));
    }

    [TestCase("\r\n")]
    [TestCase("\r")]
    [TestCase("\n")]
    public void Lines_end_as_they_like_and_a_byte_order_mark_is_skipped(string lineEnd)
    {
        var text = $"\uFEFF{SampleRules.FullYaml.ReplaceLineEndings(lineEnd)}";

        var document = Format.Read(text);

        Assert.That(document.Rule, Is.EqualTo(SampleRules.Full));
    }

    [TestCase("null")]
    [TestCase("~")]
    public void What_is_null_is_absent(string nothing)
    {
        var document = Format.Read($"id: r\ndestination: {{ bucket: b, prefix: {nothing} }}\nschedule: Daily\nfilter: {nothing}\n");

        Assert.That(document.Rule, Is.EqualTo(SampleRules.Plain));
    }

    [TestCase("123")]
    [TestCase("-1.5")]
    [TestCase("1e3")]
    [TestCase("0x10")]
    [TestCase("0o17")]
    [TestCase("010")]
    [TestCase("1_000")]
    [TestCase("190:20:30")]
    [TestCase("+1")]
    [TestCase(".5")]
    [TestCase(".inf")]
    [TestCase(".NaN")]
    [TestCase("2024-01-01")]
    [TestCase("2024-01-01T00:00:00Z")]
    [TestCase("~")]
    [TestCase("null")]
    [TestCase("True")]
    [TestCase("on")]
    [TestCase("OFF")]
    [TestCase("Yes")]
    [TestCase("no")]
    [TestCase("y")]
    [TestCase("N")]
    [TestCase("<<")]
    [TestCase("=")]
    [TestCase("-")]
    [TestCase("---")]
    [TestCase("...")]
    [TestCase("- a")]
    [TestCase("a: b")]
    [TestCase("a:")]
    [TestCase("a #b")]
    [TestCase("#a")]
    [TestCase("a, b")]
    [TestCase("[a]")]
    [TestCase("{a}")]
    [TestCase("&a")]
    [TestCase("*a")]
    [TestCase("!a")]
    [TestCase("%a")]
    [TestCase("@a")]
    [TestCase("`a`")]
    [TestCase("|")]
    [TestCase(">")]
    [TestCase("?")]
    [TestCase("'a'")]
    [TestCase("\"a\"")]
    [TestCase("a\\n")]
    [TestCase(" a")]
    [TestCase("a ")]
    [TestCase("a\nb\n")]
    [TestCase("a\r\n\tb")]
    [TestCase("a\0b")]
    [TestCase("a\u0085b\u2028c\u2029d\uFEFFe\uFFFFf\u202Eg\u007Fh\u009Fi", TestName = "{m}(breaks, marks and controls beyond ASCII)")]
    public void A_text_that_some_reader_would_take_for_something_else_is_quoted_in_one_line(string id)
    {
        var text = Format.Write(new(SampleRules.Plain with { Id = id }));

        Assert.That(text.Split('\n')[0], Does.StartWith("id: \"").And.EndsWith("\""));
        Assert.That(text.Split('\n')[1], Is.EqualTo("isEnabled: true"));
        Assert.That(Format.Read(text).Rule.Id, Is.EqualTo(id));
    }

    [TestCase("nightly")]
    [TestCase("logs/2024-01-01/")]
    [TestCase("acs:ram::100000000000000:role/inventory")]
    [TestCase("photos/*")]
    [TestCase("Monthly(15)")]
    [TestCase("夜间")]
    [TestCase("nothing")]
    public void A_text_that_every_reader_reads_alike_is_written_as_it_is(string id)
    {
        var text = Format.Write(new(SampleRules.Plain with { Id = id }));

        Assert.That(text, Does.StartWith($"id: {id}\n"));
        Assert.That(Format.Read(text).Rule.Id, Is.EqualTo(id));
    }

    [Test]
    public void Characters_that_cannot_be_seen_are_written_by_their_numbers()
    {
        var text = Format.Write(new(SampleRules.Plain with { Id = "a\0\u001b\u0085\u2028\u202E\uFEFF😀\t\"\\" }));

        Assert.That(text, Does.StartWith("""id: "a\u0000\u001B\u0085\u2028\u202E\uFEFF😀\t\"\\" """.TrimEnd()));
    }

    [Test]
    public void Half_a_character_is_not_written_and_named()
    {
        var rule = SampleRules.Plain with { Id = "😀"[..1], Filter = new() { Prefixes = ["a", "😀"[1..]] } };

        var yaml = Assert.Throws<InventoryRuleRejectedException>(() => Format.Write(new(rule)));
        var json = Assert.Throws<InventoryRuleRejectedException>(() => Json.Write(new(rule)));

        Assert.That(yaml.Violations.Select(v => v.Path), Is.EqualTo(new[] { "id", "filter.prefixes[1]" }));
        Assert.That(json.Violations.Select(v => v.Path), Is.EqualTo(yaml.Violations.Select(v => v.Path)));
    }

    [Test]
    public void What_a_rule_file_cannot_hold_is_refused_under_the_name_of_the_format()
    {
        var rule = SampleRules.Plain with { Extensions = [new SampleExtension("foreign") { Note = "n" }] };

        var refusal = Assert.Throws<InventoryRuleRejectedException>(() => Format.Write(new(rule)));

        Assert.That(refusal.Message, Does.StartWith("'yaml' cannot hold inventory rule 'r' as it stands:"));
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
            var (text, document) = (Format.Write(new(SampleRules.Full, "photos")), Format.Read(SampleRules.FullYaml));

            Assert.That(CultureInfo.CurrentCulture.EnglishName, Does.Not.StartWith("Unknown").And.Not.StartWith("Invariant"));
            Assert.That(text, Is.EqualTo(SampleRules.FullYaml));
            Assert.That(document.Rule, Is.EqualTo(SampleRules.Full));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestCase(SampleRules.FullYaml, true)]
    [TestCase("\uFEFFdestination:\r\n  bucket: b\r\n", true)]
    [TestCase("# a rule\n---\n\"destination\": {bucket: b}", true)]
    [TestCase(SampleRules.FullJson, false)]
    [TestCase("// a rule\n{\n\"destination\": { \"bucket\": \"b\" } }", false)]
    [TestCase("<a>\ndestination:\n  bucket:\n</a>", false)]
    [TestCase("id: r\nschedule: Daily", false)]
    [TestCase("destination:\n  targetBucket: b", false)]
    [TestCase("rules:\n  destination:\n    bucket: b", false)]
    [TestCase("", false)]
    public void A_look_at_a_few_names_tells_the_format(string text, bool expected) =>
        Assert.That(Format.Recognizes(text), Is.EqualTo(expected));

    [Test]
    public void Neither_of_the_neutral_formats_claims_what_the_other_writes()
    {
        var formats = new RuleDocumentFormats([Format, Json]);

        var names = new[] { SampleRules.FullJson, SampleRules.FullYaml }.Select(t => formats.Detect(t).Name);

        Assert.That(names, Is.EqualTo(new[] { "json", "yaml" }));
    }

    [Test]
    public void Two_documents_of_one_extension_are_not_registered()
    {
        var refusal = Assert.Throws<ArgumentException>(() => _ = new NeutralYamlFormat([new SampleExtensionDocument(), new SampleExtensionDocument()]));

        Assert.That(refusal.Message, Does.StartWith("The extension 'sample' is registered twice."));
    }
}
