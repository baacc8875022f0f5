namespace Inventory.Documents.Tests;

/// <summary>The same over many more bytes: what is read must be written, and read again as the same.</summary>
public sealed partial class GarbageTests
{
    private const int Bodies = 100_000;

    [Test]
    public void Hostile_bytes_of_a_JSON_file_are_read_or_refused()
    {
        var format = new NeutralJsonFormat([new SampleExtensionDocument()]);
        Check([Json, SampleRules.FullJson, format.Write(new(SampleRules.Plain))], body => IsReadBack(format, format.Read(body.Text)));
    }

    [Test]
    public void Hostile_bytes_of_a_YAML_file_are_read_or_refused()
    {
        var format = new NeutralYamlFormat([new SampleExtensionDocument()]);
        Check([Yaml, SampleRules.FullYaml], body => IsReadBack(format, format.Read(body.Text)));
    }

    [Test]
    public void Hostile_bytes_of_XML_are_read_or_refused() =>
        Check([Xml], body => XmlNodes.Write(XmlNodes.Parse(body.Bytes), isIndented: true));

    [Test]
    public void Hostile_bytes_of_a_file_of_some_format_are_read_or_refused()
    {
        var formats = new RuleDocumentFormats([new NeutralJsonFormat([new SampleExtensionDocument()]), new NeutralYamlFormat([new SampleExtensionDocument()])]);
        Check([SampleRules.FullJson, SampleRules.FullYaml, Yaml, Xml], body => formats.Read(body.Text));
    }

    private static void Check(string[] sound, Action<HostileBody> read)
    {
        var isRead = 0;
        PropertyRun.Check(Bodies, HostileBody.Of(sound), body => isRead += body.IsRead(() => read(body), InventoryErrorKind.InvalidDocument) ? 1 : 0, HostileBody.Shrink);

        TestContext.Out.WriteLine($"{isRead} read, {Bodies - isRead} refused");
        Assert.That(isRead, Is.InRange(Bodies / 100, Bodies / 2));
    }
}
