using Inventory.Abstractions.Tests.TestDoubles;

namespace Inventory.Abstractions.Tests.Portability;

/// <summary>Moving a rule with the changes that somebody names, and no other.</summary>
[TestFixture]
public sealed class ConvertToTests
{
    private static readonly InventoryRule Rule = TestCloud.Rule with
    {
        Destination = TestCloud.Rule.Destination with { Encryption = InventoryEncryption.Kms("key") },
        Filter = new()
        {
            Prefixes = ["a/", "b/"],
            LastModified = new() { Begin = DateTimeOffset.UnixEpoch },
            ObjectSize = new() { Lower = 1 },
            StorageClasses = [InventoryStorageClass.Standard, InventoryStorageClass.Archive],
        },
        OptionalFields = [InventoryField.Size, InventoryField.ETag],
    };

    [TestCase("drop=Filter.Prefixes", InventoryFeature.MultiplePrefixFilter, "Filter.Prefixes")]
    [TestCase("drop=Filter.LastModified", InventoryFeature.LastModifiedFilter, "Filter.LastModified")]
    [TestCase("drop=Filter.ObjectSize", InventoryFeature.ObjectSizeFilter, "Filter.ObjectSize")]
    [TestCase("drop=Filter.StorageClasses", InventoryFeature.ArchiveClassFilter, "Filter.StorageClasses")]
    [TestCase("drop=Filter", InventoryFeature.ObjectSizeFilter, "Filter.ObjectSize")]
    [TestCase("drop=OptionalFields", InventoryFeature.ETagField, "OptionalFields")]
    [TestCase("drop=OptionalFields[ETag]", InventoryFeature.ETagField, "OptionalFields")]
    [TestCase("drop=Destination.Encryption", InventoryFeature.KmsEncryption, "Destination.Encryption")]
    [TestCase("schedule=Weekly", InventoryFeature.DailySchedule, "Schedule")]
    [TestCase("versions=All", InventoryFeature.CurrentVersions, "IncludedObjectVersions")]
    [TestCase("format=ORC", InventoryFeature.CsvFormat, "Destination.Format")]
    public void One_change_changes_what_it_names_where_the_target_refuses_it(string accepted, InventoryFeature lacking, string path)
    {
        var moved = Rule.ConvertTo(TestCloud.Without(lacking), Acceptance.Parse(accepted));

        Assert.That(moved.DifferingPaths(Rule), Is.EqualTo(new[] { path }));
    }

    [Test]
    public void Accepted_changes_alone_are_made_though_the_target_refuses_what_is_left()
    {
        var target = TestCloud.Without(InventoryFeature.ETagField, InventoryFeature.KmsEncryption);

        var changed = Rule.WithAccepted(target, null, Acceptance.Parse("drop=OptionalFields"), Acceptance.Parse("drop=Filter.ObjectSize"));

        Assert.That(changed, Is.EqualTo(Rule with { OptionalFields = [InventoryField.Size] }));
        Assert.That(() => Rule.ConvertTo(target, Acceptance.Parse("drop=OptionalFields")), Throws.TypeOf<InventoryRuleRejectedException>());
    }

    [TestCase("drop=Filter")]
    [TestCase("drop=OptionalFields")]
    [TestCase("drop=Destination.Encryption")]
    [TestCase("drop=Extensions")]
    [TestCase("schedule=Weekly")]
    [TestCase("versions=All")]
    [TestCase("format=ORC")]
    [TestCase("Id=other")]
    public void A_change_that_the_target_does_not_need_is_not_made(string accepted)
    {
        var moved = Rule.ConvertTo(TestCloud.Capabilities, Acceptance.Parse(accepted));

        Assert.That(moved, Is.EqualTo(Rule));
    }

    [Test]
    public void A_column_that_the_target_holds_stays_where_another_is_dropped()
    {
        var moved = Rule.ConvertTo(TestCloud.Without(InventoryFeature.ETagField), Acceptance.Drop("OptionalFields"));

        Assert.That(moved.OptionalFields, Is.EqualTo((ValueList<InventoryField>)[InventoryField.Size]));
    }

    [Test]
    public void A_filter_by_storage_class_is_dropped_whole_because_one_class_less_would_list_less()
    {
        var moved = Rule.ConvertTo(TestCloud.Without(InventoryFeature.ArchiveClassFilter), Acceptance.Drop("Filter.StorageClasses"));

        Assert.That(moved.Filter.StorageClasses.IsEmpty, Is.True);
    }

    [Test]
    public void The_destination_is_named_because_the_caller_says_so()
    {
        var moved = Rule.ConvertTo(TestCloud.Capabilities, Acceptance.Parse("Destination.Bucket=elsewhere"), Acceptance.Parse("Destination.Prefix=reports/"));

        Assert.That((moved.Destination.Bucket, moved.Destination.Prefix), Is.EqualTo(("elsewhere", "reports/")));
    }

    [Test]
    public void An_id_is_exchanged_where_the_target_does_not_allow_it()
    {
        var moved = (Rule with { Id = "an id that is longer than the target allows" }).ConvertTo(TestCloud.Capabilities, Acceptance.Parse("Id=short"));

        Assert.That(moved.Id, Is.EqualTo("short"));
    }

    [Test]
    public void What_nobody_accepts_is_named_all_of_it()
    {
        var target = TestCloud.Without(InventoryFeature.DailySchedule, InventoryFeature.ObjectSizeFilter, InventoryFeature.KmsEncryption);

        var error = Assert.Catch<InventoryRuleRejectedException>(() => Rule.ConvertTo(target, Acceptance.Parse("schedule=Weekly")));

        Assert.That(error!.Violations.Select(v => v.Path), Is.EqualTo("Destination.Encryption Filter.ObjectSize".Split(' ')));
        Assert.That(error.Provider, Is.EqualTo("test"));
    }

    [Test]
    public void A_change_to_something_that_the_target_lacks_too_leaves_the_refusal()
    {
        var target = TestCloud.Without(InventoryFeature.DailySchedule, InventoryFeature.WeeklySchedule);

        var error = Assert.Catch<InventoryRuleRejectedException>(() => Rule.ConvertTo(target, Acceptance.Parse("schedule=Weekly")));

        Assert.That(error!.Violations.Select(v => v.Feature), Is.EqualTo(new[] { InventoryFeature.WeeklySchedule }));
    }

    [Test]
    public void An_access_extension_is_left_behind_and_any_other_must_be_accepted()
    {
        var rule = Rule with { Extensions = [new TestAccessExtension("other") { Account = "7" }, new TestExtension("other") { Color = "red" }] };

        var refused = Assert.Catch<InventoryRuleRejectedException>(() => rule.ConvertTo(TestCloud.Capabilities));
        var moved = rule.ConvertTo(TestCloud.Capabilities, Acceptance.Drop("Extensions[other]"));

        Assert.That(refused!.Violations.Select(v => v.Path), Is.EqualTo("Extensions[other].Color".Split('|')));
        Assert.That(moved.Extensions.IsEmpty, Is.True);
    }

    [Test]
    public void The_targets_own_access_extension_stays()
    {
        var rule = Rule.WithExtension(new TestAccessExtension { Account = "7" });

        Assert.That(rule.ConvertTo(TestCloud.Capabilities), Is.EqualTo(rule));
    }

    [Test]
    public void A_rule_that_was_converted_needs_no_change_any_more()
    {
        var target = TestCloud.Without(InventoryFeature.DailySchedule, InventoryFeature.ETagField);

        var moved = Rule.ConvertTo(target, Acceptance.Parse("schedule=Weekly"), Acceptance.Drop("OptionalFields"));

        Assert.That(moved.CheckMoveTo(target).IsPortable, Is.True);
        Assert.That(moved.ConvertTo(target), Is.EqualTo(moved));
    }
}
