using Inventory.Abstractions.Tests.TestDoubles;

namespace Inventory.Abstractions.Tests.Rules;

/// <summary>What is impossible by itself throws where it is made.</summary>
[TestFixture]
public sealed class ImpossibleValueTests
{
    [TestCase(0)]
    [TestCase(32)]
    [TestCase(-1)]
    public void A_day_that_no_month_has(int day)
    {
        Assert.That(() => InventorySchedule.Monthly(day), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_negative_size()
    {
        Assert.That(() => new ObjectSizeRange { Lower = -1 }, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new ObjectSizeRange { Upper = long.MinValue }, Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_named_key_without_a_name()
    {
        Assert.That(() => InventoryEncryption.Kms(""), Throws.ArgumentException);
        Assert.That(() => InventoryEncryption.Kms(null!), Throws.ArgumentNullException);
    }

    [Test]
    public void A_part_that_a_rule_cannot_be_without()
    {
        Assert.That(() => TestCloud.Rule with { Id = null! }, Throws.ArgumentNullException);
        Assert.That(() => TestCloud.Rule with { Destination = null! }, Throws.ArgumentNullException);
        Assert.That(() => TestCloud.Rule with { Schedule = null! }, Throws.ArgumentNullException);
        Assert.That(() => TestCloud.Rule with { Filter = null! }, Throws.ArgumentNullException);
        Assert.That(() => new InventoryDestination { Bucket = null! }, Throws.ArgumentNullException);
    }

    [TestCase("", "text")]
    [TestCase(" ", "text")]
    [TestCase("test", "")]
    public void An_open_value_without_its_provider_or_its_text(string provider, string text)
    {
        Assert.That(() => InventoryField.Other(provider, text), Throws.ArgumentException);
        Assert.That(() => InventoryFormat.Other(provider, text), Throws.ArgumentException);
        Assert.That(() => InventoryObjectVersions.Other(provider, text), Throws.ArgumentException);
        Assert.That(() => InventoryStorageClass.Other(provider, text), Throws.ArgumentException);
        Assert.That(() => InventorySchedule.Other(provider, text), Throws.ArgumentException);
    }

    [Test]
    public void What_takes_two_members_to_see_does_not_throw()
    {
        Assert.That(() => new LastModifiedRange { Begin = DateTimeOffset.MaxValue, End = DateTimeOffset.UnixEpoch }, Throws.Nothing);
        Assert.That(() => new ObjectSizeRange { Lower = 2, Upper = 1 }, Throws.Nothing);
        Assert.That(() => TestCloud.Rule with { Id = "" }, Throws.Nothing);
    }
}
