using Inventory.AlibabaOss.Tests.Support;
using Inventory.Documents;

namespace Inventory.AlibabaOss.Tests.Mapping;

/// <summary>What XML cannot hold is refused by whoever asks what OSS would give back, as it is by the writing.</summary>
[TestFixture]
public sealed class UnwritableTests
{
    private static readonly InventoryRule Unwritable = OssRules.Plain with { Id = "a\u0001" };

    public static IEnumerable<TestCaseData> Rules =>
    [
        new TestCaseData(Unwritable).SetArgDisplayNames("all content is known"),
        new TestCaseData(Unwritable.WithExtension(new OssInventoryExtension { Unknown = [new("", "Owner", "<Owner />")] })).SetArgDisplayNames("some is not"),
    ];

    [TestCaseSource(nameof(Rules))]
    public void A_character_that_XML_has_not_has_no_echo(InventoryRule rule)
    {
        var refusal = Assert.Throws<InventoryException>(() => OssRuleMapper.Echo(rule, new(), new DocumentProblems()));

        Assert.That(refusal.Kind, Is.EqualTo(InventoryErrorKind.InvalidRequest));
        Assert.That(refusal.Message, Does.Contain("'Id'"));
    }
}
