using System.Globalization;
using System.Text.Json.Nodes;
using Inventory.AlibabaOss.Tests.Support;
using Inventory.Documents;

namespace Inventory.AlibabaOss.Tests.Documents;

/// <summary>What the pages print is read, and written with the same meaning.</summary>
[TestFixture]
public sealed class PrintedExampleTests
{
    private static readonly OssXmlFormat Xml = new();
    private static readonly OssutilJsonFormat Json = new();

    public static IReadOnlyList<ExampleDocument> Examples => ExampleDocument.All;

    [Test]
    public void Every_example_of_the_pages_is_here()
    {
        var files = typeof(ExampleDocument).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("examples/", StringComparison.Ordinal));

        Assert.That(files, Is.EquivalentTo(Examples.Select(e => $"examples/{e.Name}")).And.Exactly(8).Items);
    }

    [TestCaseSource(nameof(Examples))]
    public void A_printed_example_is_recognized_read_and_written_with_the_same_meaning(ExampleDocument example)
    {
        var printed = example.Readable;

        var written = example.Format.Write(example.Format.Read(printed));

        Assert.That(example.Format.Recognizes(printed), Is.True);
        Assert.That(Leaves.Of(written), Is.EqualTo(Leaves.Of(printed)).And.Count.GreaterThan(10));
    }

    [TestCaseSource(nameof(Examples))]
    public void A_printed_example_is_the_same_rule_in_XML_and_in_JSON_with_strings_and_with_native_scalars(ExampleDocument example)
    {
        var rule = example.ReadAsPrinted();

        var json = Json.Write(new(rule));
        var native = WithNativeScalars(json);
        var xml = Xml.Write(new(Json.Read(json).Rule));

        Assert.That(Json.Read(json).Rule, Is.EqualTo(rule));
        Assert.That(native, Does.Contain("\"IsEnabled\": true"));
        Assert.That(Json.Read(native).Rule, Is.EqualTo(rule));
        Assert.That(Xml.Read(xml).Rule, Is.EqualTo(rule));
        Assert.That(Leaves.Of(xml), Is.EqualTo(Leaves.Of(example.Readable)));
        Assert.That(Leaves.Of(json), Is.EqualTo(Leaves.Of(example.Readable)));
    }

    [Test]
    public void The_three_forms_of_the_first_example_are_one_rule()
    {
        string[] names = ["ossutil-file.xml", "ossutil-file.json", "ossutil-inline.json"];

        var rules = names.Select(n => ExampleDocument.Of(n).ReadAsPrinted()).ToList();

        Assert.That(rules, Has.All.EqualTo(rules[0]));
    }

    [Test]
    public void The_damaged_declaration_is_refused_with_its_line()
    {
        var example = ExampleDocument.Of("api-2021-sample.xml");

        var refusal = Assert.Throws<InvalidDocumentException>(() => Xml.Read("\n\n" + example.Printed));

        Assert.That(refusal.Kind, Is.EqualTo(InventoryErrorKind.InvalidDocument));
        Assert.That(refusal.Problems.Single().Line, Is.EqualTo(3));
        Assert.That(refusal.Message, Does.Contain("line 3"));
        Assert.That(() => Xml.Read(example.Readable), Throws.Nothing);
    }

    private static string WithNativeScalars(string json)
    {
        var root = JsonNode.Parse(json)!;
        MakeNative(root);
        return root.ToJsonString(new() { WriteIndented = true });
    }

    private static void MakeNative(JsonNode node)
    {
        foreach (var (name, child) in node is JsonObject members ? members.ToList() : [])
        {
            if (child is JsonValue value && Native(value.GetValue<string>()) is { } native)
            {
                node[name] = native;
            }
            else if (child is not null)
            {
                MakeNative(child);
            }
        }
    }

    private static JsonValue? Native(string text) =>
        bool.TryParse(text, out var boolean) ? JsonValue.Create(boolean)
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number)
        : null;
}
