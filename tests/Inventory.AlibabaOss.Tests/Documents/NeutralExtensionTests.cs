using Inventory.AlibabaOss.Tests.Support;
using Inventory.Documents;

namespace Inventory.AlibabaOss.Tests.Documents;

/// <summary>The sections <c>oss</c> and <c>oss.access</c> of a neutral rule file.</summary>
[TestFixture]
public sealed class NeutralExtensionTests
{
    private static readonly IExtensionDocument[] Sections = [new OssExtensionDocument(), new OssAccessDocument()];

    public static IEnumerable<IRuleDocumentFormat> Formats => [new NeutralJsonFormat(Sections), new NeutralYamlFormat(Sections)];

    [TestCaseSource(nameof(Formats))]
    public void The_extensions_go_through_a_neutral_file(IRuleDocumentFormat format)
    {
        var document = new RuleDocument(
            OssRules.Plain with
            {
                Schedule = InventorySchedule.Once,
                IsEnabled = false,
                Extensions =
                [
                    new OssInventoryExtension
                    {
                        AutoDelete = true,
                        IncrementalInventory = new() { IsEnabled = true, FrequencySeconds = 900, OptionalFields = ["SequenceNumber", "Size"] },
                        Unknown = [new("Filter", "Tag", "<Tag>x</Tag>")],
                    },
                    new OssAccessExtension { AccountId = "0012", RoleArn = "acs:ram::0012:role/a" },
                ],
            },
            "src");

        var back = format.Read(format.Write(document));

        Assert.That(back, Is.EqualTo(document));
    }

    [TestCaseSource(nameof(Formats))]
    public void Seconds_that_a_rule_on_the_wire_leaves_out_are_left_out_of_the_rule_in_the_file(IRuleDocumentFormat format)
    {
        var silent = new OssXmlFormat().Read(OssRules.Xml(root: "<IncrementalInventory><IsEnabled>true</IsEnabled></IncrementalInventory>"));

        var text = format.Write(silent);

        Assert.That(silent.Rule.Extension<OssInventoryExtension>()!.IncrementalInventory!.FrequencySeconds, Is.Null);
        Assert.That(text, Does.Match("frequencySeconds\"?: null"));
        Assert.That(format.Read(text), Is.EqualTo(silent));
    }

    [TestCaseSource(nameof(Formats))]
    public void An_unknown_attribute_without_a_value_goes_through_a_neutral_file(IRuleDocumentFormat format)
    {
        var read = new OssXmlFormat().Read(OssRules.Xml().Replace("<InventoryConfiguration", "<InventoryConfiguration new=\"\"", StringComparison.Ordinal));

        Assert.That(read.Rule.Extension<OssInventoryExtension>()!.Unknown, Is.EqualTo(new[] { new UnknownContent("", "@new", "") }));
        Assert.That(format.Read(format.Write(read)), Is.EqualTo(read));
    }

    [Test]
    public async Task Seconds_that_a_file_leaves_out_are_the_600_of_the_model()
    {
        await using var cloud = await OssCloud.StartAsync(new() { AllowIncrementalInventory = true });
        var rule = new NeutralJsonFormat(Sections).Read(File("\"oss\": { \"incrementalInventory\": {} }")).Rule;

        var result = await cloud.NewService(time: new SkippingClock()).PutAsync(OssCloud.Source, rule);

        Assert.That(rule.Extension<OssInventoryExtension>(), Is.EqualTo(new OssInventoryExtension { IncrementalInventory = new() }));
        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Created));
        Assert.That(Leaves.Of(cloud.PutBodies().Single()), Does.Contain("IncrementalInventory/Schedule/Frequency = 600"));
    }

    [TestCase("\"Daily\"")]
    [TestCase("0")]
    [TestCase("-600")]
    [TestCase("1.5")]
    [TestCase("99999999999")]
    [TestCase("[600]")]
    public void A_frequency_of_another_kind_is_a_problem_at_its_path(string seconds)
    {
        var refusal = Assert.Throws<InvalidDocumentException>(() =>
            new NeutralJsonFormat(Sections).Read(File($"\"oss\": {{ \"incrementalInventory\": {{ \"frequencySeconds\": {seconds} }} }}")));

        Assert.That(refusal.Problems.Single().Path, Is.EqualTo("extensions.oss.incrementalInventory.frequencySeconds"));
    }

    [TestCase("\"oss\": { \"autodelete\": true }", "extensions.oss.autodelete")]
    [TestCase("\"oss\": { \"incrementalInventory\": { \"frequency\": 600 } }", "extensions.oss.incrementalInventory.frequency")]
    [TestCase("\"oss.access\": { \"role\": \"x\" }", "extensions.oss.access.role")]
    [TestCase("\"oss.access\": { \"accountId\": [] }", "extensions.oss.access.accountId")]
    public void A_name_or_value_that_a_section_does_not_have_is_a_problem_at_its_path(string section, string path)
    {
        var refusal = Assert.Throws<InvalidDocumentException>(() => new NeutralJsonFormat(Sections).Read(File(section)));

        Assert.That(refusal.Problems.Single().Path, Is.EqualTo(path));
    }

    private static string File(string section) =>
        $$"""{ "id": "report1", "schedule": "Daily", "destination": { "bucket": "{{OssCloud.Destination}}" }, "extensions": { {{section}} } }""";
}
