using System.Text;

namespace Inventory.Documents.Tests;

public sealed partial class GarbageTests
{
    private const int Seed = 20260301;
    private const int Cases = 4000;

    private const string Json = """
        { // a rule
          "id": "nightly", "isEnabled": true,
          "destination": { "bucket": "reports", "prefix": "inv\u00e9", "format": "ORC", "encryption": { "kind": "Kms", "keyId": "k" } },
          "schedule": { "other": { "provider": "x", "text": "Hourly" } },
          "filter": {
            "prefixes": ["logs/", "\"\\"], "lastModified": { "begin": "2024-01-01T00:00:00Z", "end": "2024-02-01T00:00:00+08:00" },
            "objectSize": { "lower": 1.024e3, "upper": "1048576" }, "storageClasses": ["Standard", null] },
          "optionalFields": ["Size", { "other": { "provider": "x", "text": "y" } }],
          "extensions": { "sample": { "count": -7, "tags": [1, true] } }
        }
        """;

    private const string Xml = """
        <?xml version="1.0" encoding="UTF-8"?>
        <q:Rule xmlns:q="urn:q" xmlns="urn:n" a="1&#13;"><!-- c -->
          <Id>nightly</Id><Id> </Id>mixed &amp; <![CDATA[<x>]]>
          <Filter><Prefix>汉字</Prefix><Empty/></Filter><?p i?>
        </q:Rule>
        """;

    private const string Yaml = """
        %YAML 1.2
        --- # a rule
        id: nightly
        isEnabled: True
        destination: { bucket: 'rep''orts', "prefix": "inv\u00e9 \
            x", format: ORC, # columns
          encryption: { kind: Kms, keyId: k } }
        schedule: { other: { provider: x, text: 'Hourly

          or so' } }
        filter:
            prefixes: [ logs/, "\"\\" ]
            lastModified: { begin: 2024-01-01T00:00:00Z, end: "2024-02-01T00:00:00+08:00" }
            objectSize:
                ? lower
                : 1.024e3
                upper: "1048576"
            storageClasses:
            - Standard
            - other:
                provider: x
                text: |+
                  汉字

                   y
        optionalFields: [ Size, { other: { provider: x, text: z } } ]
        extensions:
          sample: { count: 7, tags: [ 1, true ] }
        ...
        """;

    private static readonly string[] Pieces =
        ["\"", "'", "{", "}", "[", "]", ",", ":", "\\", "\\u", "\0", "\uFEFF", "\uD800", "\u001b", "NaN", "-", "0x", "1e999", "null", "//", "/*", "\r", "<", ">", "&", "&#0;", "</", "<!DOCTYPE x>", "]]>", "<!--", "xmlns=", "@a", "&a ", "*a ", "!t ", "!!str ", "<<: ", "? ", "- ", ": ", "|\n", ">-\n", "#", "\t", "\n", "\n---\n", "\n...\n", "%YAML 1.2\n", "%TAG ! x\n", "~", "on", "\u0085", "\u2028", "\\x", "\\U0011", "encoding=\"utf-7\""];

    [Test]
    public void A_mutated_text_is_read_or_refused()
    {
        var random = Start();
        var formats = new RuleDocumentFormats([new NeutralJsonFormat([new SampleExtensionDocument()]), new NeutralYamlFormat([new SampleExtensionDocument()])]);
        var refused = 0;

        for (var i = 0; i < Cases; i++)
        {
            var json = Mutated(Json, random);
            var yaml = Mutated(Yaml, random);
            var xml = Mutated(Xml, random);
            refused += Refused(json, () => formats.Read(json, "json"));
            refused += Refused(json, () => formats.Read(json));
            refused += Refused(json, () => JsonNodes.Write(JsonNodes.Parse(json), isIndented: true));
            refused += Refused(yaml, () => formats.Read(yaml));
            refused += Refused(yaml, () => IsReadBack(formats["yaml"], formats.Read(yaml, "yaml")));
            refused += Refused(xml, () => XmlNodes.Write(XmlNodes.Parse(xml), isIndented: true));
        }

        Assert.That(refused, Is.GreaterThan(Cases));
    }

    [Test]
    public void A_YAML_text_cut_anywhere_is_read_or_refused()
    {
        var format = new NeutralYamlFormat([new SampleExtensionDocument()]);
        var refused = 0;

        for (var i = 0; i <= Yaml.Length; i++)
        {
            refused += Refused(Yaml[..i], () => IsReadBack(format, format.Read(Yaml[..i])));
        }

        Assert.That(() => format.Read(Yaml), Throws.Nothing);
        Assert.That(refused, Is.GreaterThan(Yaml.Length / 2));
    }

    [Test]
    public void A_text_cut_anywhere_is_refused()
    {
        var format = new NeutralJsonFormat([new SampleExtensionDocument()]);

        for (var i = 0; i < Json.Length; i++)
        {
            Assert.That(Refused(Json[..i], () => format.Read(Json[..i])), Is.EqualTo(1), Json[..i]);
        }

        for (var i = 0; i < Xml.Length; i++)
        {
            Assert.That(Refused(Xml[..i], () => XmlNodes.Parse(Xml[..i])), Is.EqualTo(1), Xml[..i]);
        }
    }

    [Test]
    public void Mutated_bytes_are_read_or_refused()
    {
        var random = Start();
        var sound = Encoding.UTF8.GetBytes(Xml);
        var refused = 0;

        for (var i = 0; i < Cases; i++)
        {
            var bytes = random.Next(4) == 0 ? new byte[random.Next(64)] : (byte[])sound.Clone();
            for (var n = random.Next(1, 8); n > 0 && bytes.Length > 0; n--)
            {
                bytes[random.Next(random.Next(1, bytes.Length + 1))] = (byte)random.Next(256);
            }

            refused += Refused(Convert.ToHexString(bytes), () => XmlNodes.Parse(bytes));
        }

        Assert.That(refused, Is.GreaterThan(Cases / 4));
    }

    [Test]
    public void Mutated_bytes_of_YAML_are_read_or_refused()
    {
        var random = Start();
        var format = new NeutralYamlFormat([new SampleExtensionDocument()]);
        var sound = Encoding.UTF8.GetBytes(Yaml);
        var refused = 0;

        for (var i = 0; i < Cases; i++)
        {
            var bytes = (byte[])sound.Clone();
            if (random.Next(4) == 0)
            {
                random.NextBytes(bytes = new byte[random.Next(64)]);
            }

            for (var n = random.Next(1, 8); n > 0 && bytes.Length > 0; n--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(random.Next(2) == 0 ? 128 : 256);
            }

            var text = (random.Next(2) == 0 ? Encoding.UTF8 : Encoding.Latin1).GetString(bytes);
            refused += Refused(text, () => IsReadBack(format, format.Read(text)));
        }

        Assert.That(refused, Is.InRange(Cases / 4, Cases - 1));
    }

    private static void IsReadBack(IRuleDocumentFormat format, RuleDocument document) =>
        Assert.That(format.Read(format.Write(document)), Is.EqualTo(document));

    private static Random Start()
    {
        TestContext.Out.WriteLine($"Seed: {Seed}");
        return new Random(Seed);
    }

    private static string Mutated(string sound, Random random)
    {
        var text = new StringBuilder(sound);
        for (var n = random.Next(1, 5); n > 0; n--)
        {
            var at = random.Next(text.Length);
            _ = random.Next(5) switch
            {
                0 => text.Remove(at, Math.Min(random.Next(1, 20), text.Length - at)),
                1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                2 => text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 80), text.Length - at))),
                3 => text.Replace(text[at], (char)random.Next(0x10000), at, 1),
                _ => text.Insert(random.Next(text.Length), text.ToString(at, Math.Min(8, text.Length - at))),
            };
        }

        return text.ToString();
    }

    private static int Refused(string input, Action read)
    {
        try
        {
            read();
            return 0;
        }
        catch (InventoryException e)
        {
            Assert.That(e.Kind, Is.EqualTo(InventoryErrorKind.InvalidDocument), input);
            Assert.That(e is InvalidDocumentException { Problems.Count: > 0 }, Is.True, input);
            return 1;
        }
        catch (Exception e) when (e is not ResultStateException)
        {
            Assert.Fail($"{e.GetType()} escapes from:\n{input}\n{e}");
            return 0;
        }
    }
}
