namespace Inventory.Abstractions.Tests.Rules;

/// <summary>Open values: known ones by their neutral names, and what this library does not know, kept as it stands.</summary>
[TestFixture]
public sealed class OpenValueTests
{
    [Test]
    public void Every_known_value_is_read_back_from_its_name()
    {
        foreach (var field in InventoryField.Known)
        {
            Assert.That((InventoryField.TryParse(field.Text, out var read), read), Is.EqualTo((true, field)));
        }

        foreach (var storageClass in InventoryStorageClass.Known)
        {
            Assert.That((InventoryStorageClass.TryParse(storageClass.Text, out var read), read), Is.EqualTo((true, storageClass)));
        }

        foreach (var format in InventoryFormat.Known)
        {
            Assert.That((InventoryFormat.TryParse(format.Text, out var read), read), Is.EqualTo((true, format)));
        }

        foreach (var versions in InventoryObjectVersions.Known)
        {
            Assert.That((InventoryObjectVersions.TryParse(versions.Text, out var read), read), Is.EqualTo((true, versions)));
        }
    }

    [TestCase("size")]
    [TestCase("")]
    [TestCase(null)]
    [TestCase("Owner")]
    public void A_name_that_is_not_known_is_not_read(string? name)
    {
        Assert.That(InventoryField.TryParse(name, out _), Is.False);
        Assert.That(InventoryFormat.TryParse(name, out _), Is.False);
        Assert.That(InventoryStorageClass.TryParse(name, out _), Is.False);
        Assert.That(InventoryObjectVersions.TryParse(name, out _), Is.False);
        Assert.That(InventorySchedule.TryParse(name, out _), Is.False);
    }

    [Test]
    public void A_value_of_one_provider_keeps_its_text_and_the_provider_in_lower_case()
    {
        var field = InventoryField.Other("Test", "ObjectOwner");

        Assert.That((field.Provider, field.Text, field.ToString()), Is.EqualTo(("test", "ObjectOwner", "test:ObjectOwner")));
        Assert.That(field, Is.EqualTo(InventoryField.Other("TEST", "ObjectOwner")));
        Assert.That(field, Is.Not.EqualTo(InventoryField.Other("test", "objectowner")));
        Assert.That(field, Is.Not.EqualTo(InventoryField.Other("other", "ObjectOwner")));
    }

    [Test]
    public void A_value_of_one_provider_is_never_a_known_one_of_the_same_text()
    {
        Assert.That(InventoryField.Other("test", "Size"), Is.Not.EqualTo(InventoryField.Size));
        Assert.That(InventoryFormat.Other("test", "CSV"), Is.Not.EqualTo(InventoryFormat.Csv));
        Assert.That(InventorySchedule.Other("test", "Daily"), Is.Not.EqualTo(InventorySchedule.Daily));
    }

    [Test]
    public void The_default_format_is_csv_and_the_default_versions_are_the_current_ones()
    {
        Assert.That(default(InventoryFormat), Is.EqualTo(InventoryFormat.Csv));
        Assert.That(default(InventoryFormat).Text, Is.EqualTo("CSV"));
        Assert.That(default(InventoryObjectVersions), Is.EqualTo(InventoryObjectVersions.Current));
        Assert.That(default(InventoryField).Text, Is.Empty);
    }

    [TestCase("Daily", "Daily")]
    [TestCase("everythreedays", "EveryThreeDays")]
    [TestCase("WEEKLY", "Weekly")]
    [TestCase("Monthly(1)", "Monthly(1)")]
    [TestCase("monthly(31)", "Monthly(31)")]
    [TestCase("EveryThirtyDays", "EveryThirtyDays")]
    [TestCase("Once", "Once")]
    public void A_schedule_is_read_without_regard_to_case(string text, string expected)
    {
        var isRead = InventorySchedule.TryParse(text, out var schedule);

        Assert.That((isRead, schedule?.ToString()), Is.EqualTo((true, expected)));
    }

    [TestCase("Monthly")]
    [TestCase("Monthly()")]
    [TestCase("Monthly(0)")]
    [TestCase("Monthly(32)")]
    [TestCase("Monthly(+1)")]
    [TestCase("Monthly( 1)")]
    [TestCase("Monthly(1.5)")]
    [TestCase("Monthly(١)")]
    [TestCase("test:Fortnightly")]
    public void A_schedule_that_is_none_is_not_read(string text)
    {
        Assert.That(InventorySchedule.TryParse(text, out var schedule), Is.False);
        Assert.That(schedule, Is.Null);
    }

    [Test]
    public void Encryption_shows_its_kind_and_its_key()
    {
        Assert.That(InventoryEncryption.ServiceManaged.ToString(), Is.EqualTo("ServiceManaged"));
        Assert.That(InventoryEncryption.Kms("key-1").ToString(), Is.EqualTo("Kms(key-1)"));
        Assert.That(InventoryEncryption.KmsDefaultKey, Is.Not.EqualTo(InventoryEncryption.Kms("key-1")));
    }
}
