using Inventory.Abstractions.Tests.TestDoubles;

namespace Inventory.Abstractions.Tests.Rules;

/// <summary>Rules compare by value, and one meaning has one representation.</summary>
[TestFixture]
public sealed class RuleEqualityTests
{
    [Test]
    public void Rules_made_apart_with_the_same_parts_are_equal()
    {
        var one = Full();
        var other = Full();

        Assert.That(other, Is.EqualTo(one));
        Assert.That(other.GetHashCode(), Is.EqualTo(one.GetHashCode()));
        Assert.That(one == other, Is.True);
    }

    [Test]
    public void A_change_of_any_part_makes_another_rule()
    {
        var rule = Full();
        InventoryRule[] others =
        [
            rule with { Id = "other" },
            rule with { IsEnabled = false },
            rule with { Schedule = InventorySchedule.Once },
            rule with { Destination = rule.Destination with { Bucket = "elsewhere" } },
            rule with { Destination = rule.Destination with { Prefix = "other/" } },
            rule with { Destination = rule.Destination with { Format = InventoryFormat.Orc } },
            rule with { Destination = rule.Destination with { Encryption = null } },
            rule with { Filter = rule.Filter with { Prefixes = ["a/"] } },
            rule with { Filter = rule.Filter with { LastModified = null } },
            rule with { Filter = rule.Filter with { ObjectSize = new() { Lower = 2 } } },
            rule with { Filter = rule.Filter with { StorageClasses = [] } },
            rule with { IncludedObjectVersions = InventoryObjectVersions.Unspecified },
            rule with { OptionalFields = [InventoryField.ETag, InventoryField.Size] },
            rule with { Extensions = [new TestExtension { Color = "blue" }] },
        ];

        Assert.That(others, Has.None.EqualTo(rule));
        Assert.That(others, Is.Unique);
    }

    [Test]
    public void Columns_keep_their_order_because_the_report_does()
    {
        var rule = TestCloud.Rule with { OptionalFields = [InventoryField.Size, InventoryField.ETag] };

        Assert.That(rule with { OptionalFields = [InventoryField.ETag, InventoryField.Size] }, Is.Not.EqualTo(rule));
    }

    [Test]
    public void Prefixes_and_storage_classes_are_sets()
    {
        var one = new InventoryFilter { Prefixes = ["b", "a", "b", "B"], StorageClasses = [InventoryStorageClass.Standard, InventoryStorageClass.Archive] };
        var other = new InventoryFilter { Prefixes = ["B", "a", "b"], StorageClasses = [InventoryStorageClass.Archive, InventoryStorageClass.Standard, InventoryStorageClass.Archive] };

        Assert.That(one, Is.EqualTo(other));
        Assert.That(one.Prefixes, Is.EqualTo("B a b".Split(' ')), "ordinally");
    }

    [Test]
    public void An_empty_prefix_selects_everything_and_so_do_others_beside_it()
    {
        Assert.That(InventoryFilter.ForPrefix(""), Is.EqualTo(InventoryFilter.WholeBucket));
        Assert.That(new InventoryFilter { Prefixes = ["logs/", ""] }, Is.EqualTo(InventoryFilter.WholeBucket));
    }

    [Test]
    public void An_empty_destination_prefix_is_none()
    {
        var destination = new InventoryDestination { Bucket = "reports", Prefix = "" };

        Assert.That(destination, Is.EqualTo(new InventoryDestination { Bucket = "reports" }));
        Assert.That(destination.Prefix, Is.Null);
    }

    [Test]
    public void A_size_of_zero_bounds_nothing()
    {
        var filter = new InventoryFilter { ObjectSize = new() { Lower = 0, Upper = 0 } };

        Assert.That(filter, Is.EqualTo(InventoryFilter.WholeBucket));
        Assert.That(new ObjectSizeRange { Lower = 0, Upper = 5 }, Is.EqualTo(new ObjectSizeRange { Upper = 5 }));
    }

    [Test]
    public void A_range_that_is_open_on_both_sides_is_no_filter()
    {
        Assert.That(new InventoryFilter { LastModified = new() }, Is.EqualTo(InventoryFilter.WholeBucket));
    }

    [Test]
    public void Instants_are_whole_seconds_in_utc()
    {
        var range = new LastModifiedRange { Begin = new DateTimeOffset(2026, 3, 1, 8, 0, 0, 999, TimeSpan.FromHours(8)), End = new DateTimeOffset(1969, 12, 31, 23, 59, 59, 1, TimeSpan.Zero) };

        Assert.That(range.Begin, Is.EqualTo(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.That(range.Begin!.Value.Offset, Is.EqualTo(TimeSpan.Zero));
        Assert.That(range, Is.EqualTo(new LastModifiedRange { Begin = DateTimeOffset.Parse("2026-03-01T00:00:00Z", null), End = DateTimeOffset.Parse("1969-12-31T23:59:59Z", null) }));
    }

    [Test]
    public void Extensions_are_in_the_order_of_their_keys_and_those_that_say_nothing_are_left_out()
    {
        TestExtension color = new() { Color = "blue" };
        TestAccessExtension access = new() { Account = "7" };
        TestExtension silent = new("other");

        var rule = TestCloud.Rule with { Extensions = [access, silent, color] };

        Assert.That(rule.Extensions, Is.EqualTo(new InventoryExtension[] { color, access }));
        Assert.That(rule, Is.EqualTo(TestCloud.Rule with { Extensions = [color, access] }));
    }

    [Test]
    public void An_extension_takes_the_place_of_one_with_the_same_key()
    {
        var rule = TestCloud.Rule.WithExtension(new TestExtension { Color = "blue" }).WithExtension(new TestAccessExtension { Account = "7" });

        var changed = rule.WithExtension(new TestExtension { Shape = "round" });

        Assert.That(changed.Extension<TestExtension>(), Is.EqualTo(new TestExtension { Shape = "round" }));
        Assert.That(changed.Extension<TestAccessExtension>()?.Account, Is.EqualTo("7"));
        Assert.That(changed.Extensions.Select(e => e.Key), Is.EqualTo("test test.access".Split(' ')));
    }

    [Test]
    public void A_rule_for_one_provider_holds_its_extensions_alone()
    {
        var rule = TestCloud.Rule with { Extensions = [new TestExtension { Color = "blue" }, new TestExtension("Other") { Color = "red" }] };

        var others = rule.ForProvider("OTHER");

        Assert.That(others.Extensions, Is.EqualTo(new InventoryExtension[] { new TestExtension("Other") { Color = "red" } }));
        Assert.That(others.Extensions[0].Provider, Is.EqualTo("other"));
    }

    [Test]
    public void Value_lists_compare_by_their_items_and_the_default_is_empty()
    {
        ValueList<int> list = [1, 2];

        Assert.That(list, Is.EqualTo(new[] { 1, 2 }.ToValueList()));
        Assert.That(list == (ValueList<int>)[2, 1], Is.False);
        Assert.That(default(ValueList<int>), Is.EqualTo((ValueList<int>)[]));
        Assert.That(default(ValueList<int>).GetHashCode(), Is.EqualTo(((ValueList<int>)[]).GetHashCode()));
        Assert.That((list.Count, list[1], list.ToString()), Is.EqualTo((2, 2, "[1, 2]")));
        Assert.That(() => list[2], Throws.InstanceOf<IndexOutOfRangeException>());
    }

    [Test]
    public void A_value_list_does_not_follow_the_array_that_it_was_made_of()
    {
        var array = new[] { 1, 2 };
        var list = array.ToValueList();

        array[0] = 9;

        Assert.That(list[0], Is.EqualTo(1));
    }

    private static InventoryRule Full() => new()
    {
        Id = "nightly",
        Destination = new() { Bucket = "reports", Prefix = "logs/", Format = InventoryFormat.Parquet, Encryption = InventoryEncryption.Kms("key") },
        Schedule = InventorySchedule.Monthly(15),
        Filter = new()
        {
            Prefixes = ["a/", "b/"],
            LastModified = new() { Begin = DateTimeOffset.UnixEpoch },
            ObjectSize = new() { Lower = 1 },
            StorageClasses = [InventoryStorageClass.Standard],
        },
        IncludedObjectVersions = InventoryObjectVersions.All,
        OptionalFields = [InventoryField.Size, InventoryField.ETag],
        Extensions = [new TestExtension { Color = "red" }],
    };
}
