using System.Text;

namespace Inventory.Documents.Tests;

public sealed class GarbageTests
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

    private static readonly string[] Pieces =
        ["\"", "'", "{", "}", "[", "]", ",", ":", "\\", "\\u", "\0", "\uFEFF", "\uD800", "\u001b", "NaN", "-", "0x", "1e999", "null", "//", "/*", "\r", "<", ">", "&", "&#0;", "</", "<!DOCTYPE x>", "]]>", "<!--", "xmlns=", "@a", "encoding=\"utf-7\""];

    [Test]
    public void A_mutated_text_is_read_or_refused()
    {
        var random = Start();
        var formats = new RuleDocumentFormats([new NeutralJsonFormat([new SampleExtensionDocument()])]);
        var refused = 0;

        for (var i = 0; i < Cases; i++)
        {
            var json = Mutated(Json, random);
            var xml = Mutated(Xml, random);
            refused += Refused(json, () => formats.Read(json, "json"));
            refused += Refused(json, () => formats.Read(json));
            refused += Refused(json, () => JsonNodes.Write(JsonNodes.Parse(json), isIndented: true));
            refused += Refused(xml, () => XmlNodes.Write(XmlNodes.Parse(xml), isIndented: true));
        }

        Assert.That(refused, Is.GreaterThan(Cases));
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
