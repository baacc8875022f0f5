namespace Inventory.Documents.Tests;

public sealed class NeutralRoundTripTests
{
    private const int Rules = 100_000;
    private const int LargeRules = 2_500;

    private static readonly SampleExtensionDocument[] Extensions = [new(), new("another")];

    [Test]
    public void Every_rule_is_read_back_as_it_was_written_from_JSON_and_from_YAML_by_turns()
    {
        IRuleDocumentFormat[] each = [new NeutralJsonFormat(Extensions), new NeutralYamlFormat(Extensions)];
        var turn = 0;

        PropertyRun.Check(Rules, Tests.Rules.Documents, document =>
        {
            var format = each[turn++ % each.Length];
            var text = format.Write(document);
            Assert.That(format.Read(text), Is.EqualTo(document), text);
        }, size: 6);
    }

    [Test]
    public void Every_large_rule_is_told_from_the_other_format_and_written_again_as_it_was()
    {
        IRuleDocumentFormat[] each = [new NeutralJsonFormat(Extensions), new NeutralYamlFormat(Extensions)];
        var formats = new RuleDocumentFormats(each);

        PropertyRun.Check(LargeRules, Tests.Rules.Documents, document =>
        {
            foreach (var format in each)
            {
                var text = format.Write(document);
                Assert.That(formats.Detect(text), Is.SameAs(format), text);
                Assert.That(formats.Read(text), Is.EqualTo(document), text);
                Assert.That(format.Write(format.Read(text)), Is.EqualTo(text));
            }
        }, size: 100);
    }
}
