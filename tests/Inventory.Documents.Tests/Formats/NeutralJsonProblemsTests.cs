namespace Inventory.Documents.Tests;

public sealed class NeutralJsonProblemsTests
{
    private static readonly NeutralJsonFormat Format = new([new SampleExtensionDocument(), new SampleExtensionDocument("another")]);

    [Test]
    public void Everything_is_reported_at_once_with_line_and_path()
    {
        const string text = """
            {
              "isEnabled": "yes",
              "enabled": true,
              "destination": {
                "bucket": "",
                "format": "csv",
                "encryption": { "kind": "ServiceManaged", "keyId": "k" },
                "rolearn": "x"
              },
              "schedule": "Monthly(32)",
              "filter": {
                "prefixes": [ "a", "", 7 ],
                "lastModified": { "begin": "2024-01-01T00:00:00", "end": "2024-01-01T00:00:00.5Z" },
                "objectSize": { "lower": -1, "upper": 1.5 },
                "storageClasses": [ "standard" ]
              },
              "includedObjectVersions": "Latest",
              "optionalFields": [ "Size", "Etag", { "other": { "provider": "x" } }, null ],
              "extensions": { "smaple": {}, "sample": { "count": -1 }, "another": { "nota": 1 } }
            }
            """;

        var problems = Assert.Throws<InvalidDocumentException>(() => Format.Read(text)).Problems;

        Assert.That(problems.Select(p => (p.Line, p.Path)), Is.EqualTo(new[]
        {
            (1, "id"),
            (2, "isEnabled"),
            (3, "enabled"),
            (5, "destination.bucket"),
            (6, "destination.format"),
            (7, "destination.encryption.keyId"),
            (8, "destination.rolearn"),
            (10, "schedule"),
            (12, "filter.prefixes[1]"),
            (12, "filter.prefixes[2]"),
            (13, "filter.lastModified.begin"),
            (13, "filter.lastModified.end"),
            (14, "filter.objectSize.lower"),
            (14, "filter.objectSize.upper"),
            (15, "filter.storageClasses[0]"),
            (17, "includedObjectVersions"),
            (18, "optionalFields[1]"),
            (18, "optionalFields[2].other.text"),
            (18, "optionalFields[3]"),
            (19, "extensions.smaple"),
            (19, "extensions.sample"),
            (19, "extensions.another.nota"),
        }));
    }

    [Test]
    public void Each_of_very_many_unknown_names_is_reported()
    {
        var names = string.Join(",", Enumerable.Range(0, 50_000).Select(i => $"\"u{i}\":{{}}"));

        var problems = Assert.Throws<InvalidDocumentException>(() => Format.Read(With($"\"extensions\": {{{names}}}"))).Problems;

        Assert.That(problems, Has.Count.EqualTo(50_000));
        Assert.That(problems[^1].Path, Is.EqualTo("extensions.u49999"));
    }

    [Test]
    public void What_spoils_the_JSON_is_reported_with_what_is_wrong_with_the_rule()
    {
        const string text = """
            {
              "id": "r\ud800",
              "destination": { "bucket": "b", "bucket": "c" },
              "schedule": "Dayly",
              "schedule": "Daily",
              "filter": { "prefix": [ { "a": 1, "a": 2 } ] }
            }
            """;

        var problems = Assert.Throws<InvalidDocumentException>(() => Format.Read(text)).Problems;

        Assert.That(problems.Select(p => (p.Line, p.Path)), Is.EqualTo(new[]
        {
            (2, "id"), (3, "destination.bucket"), (4, "schedule"), (5, "schedule"), (6, "filter.prefix"), (6, "filter.prefix[0].a"),
        }));
    }

    [Test]
    public void What_was_found_before_the_JSON_ends_too_early_is_reported_with_it()
    {
        const string text = "{ \"id\": \"a\",\n \"id\": \"b\",\n \"destination\": ";

        var problems = Assert.Throws<InvalidDocumentException>(() => Format.Read(text)).Problems;

        Assert.That(problems.Select(p => p.Message), Is.EqualTo(new[] { "The member 'id' is given more than once, first in line 1.", "It is not JSON: it ends too early." }));
    }

    [TestCase("\"id\": 5", "id", "It must be a text in quotation marks, and is the number 5.")]
    [TestCase("\"id\": null", "id", "It is required and missing.")]
    [TestCase("\"id\": []", "id", "It must be a text in quotation marks, and is an array.")]
    [TestCase("\"sourceBucket\": \"\"", "sourceBucket", "It is empty. Leave it out where the file does not say.")]
    [TestCase("\"isEnabled\": \"\"", "isEnabled", "It must be true or false without quotation marks, and is empty.")]
    [TestCase("\"isEnabled\": 1", "isEnabled", "It must be true or false without quotation marks, and is the number 1.")]
    [TestCase("\"destination\": \"b\"", "destination", "It must be an object, and is 'b'.")]
    [TestCase("\"destination\": null", "destination", "It is required and missing.")]
    [TestCase("\"schedule\": 1", "schedule", "It must be a schedule, and is the number 1.")]
    [TestCase("\"schedule\": \"Monthly\"", "schedule", "'Monthly' is not a schedule. A monthly one names a day from 1 to 31: Monthly(15).")]
    [TestCase("\"schedule\": \"Weakly\"", "schedule", "There is no schedule 'Weakly'. Did you mean 'Weekly'?")]
    [TestCase("\"schedule\": null", "schedule", "It is required and missing. What there is: Daily, ")]
    [TestCase("\"schedule\": {}", "schedule.other", "It is required and missing.")]
    [TestCase("\"schedule\": { \"other\": { \"provider\": \" \", \"text\": \"x\" } }", "schedule.other", "The value cannot be an empty string")]
    [TestCase("\"schedule\": { \"other\": { \"provider\": \"x\", \"text\": \"y\", \"z\": 1 } }", "schedule.other.z", "There is no 'z' here.")]
    [TestCase("\"filter\": []", "filter", "It must be an object, and is an array.")]
    [TestCase("\"filter\": { \"prefixes\": \"a\" }", "filter.prefixes", "It must be a list, and is 'a'.")]
    [TestCase("\"filter\": { \"prefix\": \"a\" }", "filter.prefix", "There is no 'prefix' here. Did you mean 'prefixes'?")]
    [TestCase("\"filter\": { \"objectSize\": { \"lower\": \"\" } }", "filter.objectSize.lower", "It must be a whole number, and is empty.")]
    [TestCase("\"filter\": { \"objectSize\": { \"lower\": \"1e3\" } }", "filter.objectSize.lower", "It must be a whole number, and is '1e3'.")]
    [TestCase("\"filter\": { \"objectSize\": { \"upper\": 9223372036854775808 } }", "filter.objectSize.upper", "It must be a whole number")]
    [TestCase("\"filter\": { \"objectSize\": { \"upper\": \"-5\" } }", "filter.objectSize.upper", "A size in bytes is 0 or more.")]
    [TestCase("\"filter\": { \"lastModified\": { \"end\": 1704067200 } }", "filter.lastModified.end", "It must be a text in quotation marks")]
    [TestCase("\"filter\": { \"lastModified\": { \"end\": \"\" } }", "filter.lastModified.end", "'' is not an instant.")]
    [TestCase("\"filter\": { \"lastModified\": { \"end\": \"2024-01-01\" } }", "filter.lastModified.end", "'2024-01-01' is not an instant.")]
    [TestCase("\"filter\": { \"lastModified\": { \"end\": \"2024-01-01T00:00:00\" } }", "filter.lastModified.end", "'2024-01-01T00:00:00' does not say which time zone")]
    [TestCase("\"filter\": { \"lastModified\": { \"end\": \"2024-01-01T00:00:00.001Z\" } }", "filter.lastModified.end", "'2024-01-01T00:00:00.001Z' has a fraction of a second")]
    [TestCase("\"filter\": { \"lastModified\": { \"end\": \"2024-02-30T00:00:00Z\" } }", "filter.lastModified.end", "'2024-02-30T00:00:00Z' is not in the calendar.")]
    [TestCase("\"filter\": { \"lastModified\": { \"end\": \"0001-01-01T00:00:00+14:00\" } }", "filter.lastModified.end", "'0001-01-01T00:00:00+14:00' is not in the calendar.")]
    [TestCase("\"filter\": { \"storageClasses\": [ \"IA\" ] }", "filter.storageClasses[0]", "There is no storage class 'IA'. What there is: Standard, InfrequentAccess,")]
    [TestCase("\"optionalFields\": { \"Size\": true }", "optionalFields", "It must be a list, and is an object.")]
    [TestCase("\"optionalFields\": [ [ \"Size\" ] ]", "optionalFields[0]", "It must be a field, and is an array.")]
    [TestCase("\"extensions\": { \"Sample\": {} }", "extensions.Sample", "There is no extension 'Sample'. Did you mean 'sample'? What there is: another, sample.")]
    [TestCase("\"extensions\": { \"sample\": 5 }", "extensions.sample", "It must be an object, and is the number 5.")]
    [TestCase("\"extensions\": { \"sample\": { \"count\": -1 } }", "extensions.sample", "A count is 0 or more.")]
    public void A_value_that_a_rule_cannot_have_is_a_problem(string member, string path, string message)
    {
        var text = With(member);

        var problem = Assert.Throws<InvalidDocumentException>(() => Format.Read(text)).Problems.Single();

        Assert.That((problem.Path, problem.Line), Is.EqualTo((path, 2)));
        Assert.That(problem.Message, Does.StartWith(message));
    }

    [TestCase("\"kind\": \"Kms\", \"keyId\": \"\"", "destination.encryption.keyId", "It is empty. Leave it out for the account's default key.")]
    [TestCase("\"kind\": \"ServiceManaged\", \"keyId\": \"k\"", "destination.encryption.keyId", "A key that the storage service keeps has no id.")]
    [TestCase("\"keyId\": \"k\"", "destination.encryption.kind", "It is required and missing.")]
    [TestCase("\"kind\": \"KMS\"", "destination.encryption.kind", "There is no kind of encryption 'KMS'. Did you mean 'Kms'? What there is: ServiceManaged, Kms.")]
    public void Encryption_is_read_strictly(string members, string path, string message)
    {
        var text = With($$"""
            "destination": { "bucket": "b", "encryption": { {{members}} } }
            """);

        var problem = Assert.Throws<InvalidDocumentException>(() => Format.Read(text)).Problems.Single();

        Assert.That(problem.Path, Is.EqualTo(path));
        Assert.That(problem.Message, Does.StartWith(message));
    }

    [Test]
    public void A_value_of_one_provider_alone_is_explained_where_a_name_is_unknown()
    {
        var text = With("\"optionalFields\": [ \"LastAccessDate\" ]");

        var refusal = Assert.Throws<InvalidDocumentException>(() => Format.Read(text));

        Assert.That(refusal.Problems.Single().Message, Does.EndWith("""One that a single provider knows is { "other": { "provider": "…", "text": "…" } }."""));
    }

    [Test]
    public void Without_a_registered_extension_there_is_none()
    {
        var format = new NeutralJsonFormat([]);

        var refusal = Assert.Throws<InvalidDocumentException>(() => format.Read(With("\"extensions\": { \"sample\": {} }")));

        Assert.That(refusal.Problems.Single().Message, Is.EqualTo("There is no extension 'sample'. What there is: none."));
    }

    [TestCase("[]", "A rule is an object, and this is an array.")]
    [TestCase("\"x\"", "A rule is an object, and this is 'x'.")]
    [TestCase("null", "A rule is an object, and this is null.")]
    public void A_rule_is_an_object(string text, string message)
    {
        var refusal = Assert.Throws<InvalidDocumentException>(() => Format.Read(text));

        Assert.That(refusal.Problems, Is.EqualTo(new[] { new DocumentProblem("", 1, 1, message) }));
    }

    /// <summary>A sound rule with a member in the place of the sound one, on line 2.</summary>
    private static string With(string member)
    {
        string[] sound = ["\"id\": \"r\"", "\"destination\": { \"bucket\": \"b\" }", "\"schedule\": \"Daily\""];
        var name = member[..member.IndexOf(':', StringComparison.Ordinal)];
        return $"{{\n{string.Join(",\n", sound.Where(s => !s.StartsWith(name, StringComparison.Ordinal)).Prepend(member))}}}";
    }
}
