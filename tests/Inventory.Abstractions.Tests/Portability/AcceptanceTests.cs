using Inventory.Abstractions.Tests.TestDoubles;

namespace Inventory.Abstractions.Tests.Portability;

/// <summary>The grammar of accepted changes.</summary>
[TestFixture]
public sealed class AcceptanceTests
{
    [TestCase("drop=Filter.ObjectSize", "drop=Filter.ObjectSize")]
    [TestCase("DROP = filter.objectsize", "drop=Filter.ObjectSize")]
    [TestCase("drop=Filter", "drop=Filter")]
    [TestCase("drop=Filter.Prefixes", "drop=Filter.Prefixes")]
    [TestCase("drop=Filter.LastModified", "drop=Filter.LastModified")]
    [TestCase("drop=Filter.StorageClasses", "drop=Filter.StorageClasses")]
    [TestCase("drop=optionalfields", "drop=OptionalFields")]
    [TestCase("drop=optionalfields[ETag]", "drop=OptionalFields[ETag]")]
    [TestCase("drop=Destination.Encryption", "drop=Destination.Encryption")]
    [TestCase("drop=Extensions", "drop=Extensions")]
    [TestCase("drop=extensions[test]", "drop=Extensions[test]")]
    [TestCase("schedule=everythreedays", "schedule=EveryThreeDays")]
    [TestCase("Schedule=Monthly(15)", "schedule=Monthly(15)")]
    [TestCase("versions=All", "IncludedObjectVersions=All")]
    [TestCase("IncludedObjectVersions=Current", "IncludedObjectVersions=Current")]
    [TestCase("format=CSV", "Destination.Format=CSV")]
    [TestCase("Id=nightly-2", "Id=nightly-2")]
    [TestCase("Destination.Bucket=reports-2", "Destination.Bucket=reports-2")]
    [TestCase("Destination.Prefix=", "Destination.Prefix=")]
    [TestCase("Destination.Prefix=a=b", "Destination.Prefix=a=b")]
    public void What_is_written_is_read_and_written_again_in_one_form(string text, string expected)
    {
        var acceptance = Acceptance.Parse(text);

        Assert.That(acceptance.ToString(), Is.EqualTo(expected));
        Assert.That(Acceptance.Parse(expected), Is.EqualTo(acceptance));
    }

    [TestCase("", "write drop=PATH or PATH=VALUE")]
    [TestCase("schedule", "write drop=PATH or PATH=VALUE")]
    [TestCase("=Weekly", "write drop=PATH or PATH=VALUE")]
    [TestCase("drop=Schedule", "What can be dropped: Filter, Filter.Prefixes")]
    [TestCase("drop=Id", "What can be dropped")]
    [TestCase("drop=", "What can be dropped")]
    [TestCase("drop=OptionalFields[ETag", "What can be dropped")]
    [TestCase("drop=OptionalFields[ETag]s", "What can be dropped")]
    [TestCase("drop=Filters", "What can be dropped")]
    [TestCase("colour=red", "What can: Schedule, IncludedObjectVersions")]
    [TestCase("schedule=Fortnightly", "Write Daily, EveryThreeDays")]
    [TestCase("schedule=Monthly(32)", "Monthly(1) to Monthly(31)")]
    [TestCase("versions=Unspecified", "Write Current or All.")]
    [TestCase("versions=current", "Write Current or All.")]
    [TestCase("format=Avro", "Write CSV, ORC or Parquet.")]
    [TestCase("Id=", "It may not be empty.")]
    [TestCase("Destination.Bucket=", "It may not be empty.")]
    public void What_makes_no_sense_is_refused_with_what_would(string text, string expected)
    {
        Assert.That(() => Acceptance.Parse(text), Throws.InstanceOf<FormatException>().With.Message.Contains(expected));
    }

    [TestCase("drop=Destination.Encryption", false)]
    [TestCase("drop=Filter", true)]
    [TestCase("schedule=Weekly", true)]
    [TestCase("Id=nightly", false)]
    [TestCase("Destination.Bucket=reports", true)]
    public void Dropping_encryption_and_naming_an_id_may_not_stand_in_configuration(string text, bool isAllowed)
    {
        Assert.That(Acceptance.Parse(text).IsAllowedInConfiguration, Is.EqualTo(isAllowed));
    }

    [Test]
    public void Every_choice_of_a_report_can_be_written_into_configuration_and_read_again()
    {
        var rule = TestCloud.Rule with
        {
            OptionalFields = [InventoryField.Other("other", "a]b=[c")],
            Filter = new() { ObjectSize = new() { Lower = 1 } },
            Extensions = [new TestExtension("other") { Color = "red" }],
        };

        var choices = rule.CheckMoveTo(TestCloud.Without(InventoryFeature.ObjectSizeFilter, InventoryFeature.DailySchedule)).Findings.SelectMany(f => f.Choices).ToList();

        Assert.That(choices, Has.Count.GreaterThan(4));
        Assert.That(choices.Select(c => Acceptance.Parse(c.ToString())), Is.EqualTo(choices));
    }
}
