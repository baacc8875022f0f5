namespace Inventory.BaiduBos.Tests.Mapping;

[TestFixture]
public sealed class VersionsTests
{
    [TestCase(null)]
    [TestCase("null")]
    [TestCase("\"\"")]
    public void A_rule_that_is_silent_stays_silent(string? json)
    {
        var rule = Wire.Read(Wire.With("includedObjectVersions", json));

        Assert.That(rule.IncludedObjectVersions, Is.EqualTo(InventoryObjectVersions.Unspecified));
        Assert.That(Wire.Of(rule), Does.Not.Contain("includedObjectVersions"));
    }

    [Test]
    public void A_rule_of_ours_always_says()
    {
        var rule = Rules.Weekly();

        Assert.That(Wire.Of(rule), Does.Contain("\"includedObjectVersions\":\"Current\""));
    }
}
