using Inventory.Abstractions.Tests.TestDoubles;
using Inventory.Conformance;

namespace Inventory.Abstractions.Tests.Features;

/// <summary>The one reading of a rule: which features it uses, and where.</summary>
[TestFixture]
public sealed class FeatureReadingTests
{
    // What every provider holds, within limits of length that the validator knows. An extension is refused or taken as such, by its own settings.
    private static readonly string[] AlwaysPortable = ["Id", "IsEnabled", "Destination.Bucket", "Destination.Prefix", "Extensions"];

    private static readonly InventoryFeature[] Features = Enum.GetValues<InventoryFeature>();

    [Test]
    public void A_plain_rule_uses_its_format_its_schedule_and_its_versions()
    {
        var uses = TestCloud.Rule.FeaturesUsed();

        Assert.That(uses, Is.EqualTo(new FeatureUse[]
        {
            new(InventoryFeature.CsvFormat, "Destination.Format"), new(InventoryFeature.DailySchedule, "Schedule"), new(InventoryFeature.CurrentVersions, "IncludedObjectVersions"),
        }));
    }

    [TestCaseSource(nameof(Features))]
    public void A_rule_that_is_made_to_use_a_feature_is_read_so(InventoryFeature feature)
    {
        var rule = FeatureSamples.Using(feature, TestCloud.Rule, TestCloud.Capabilities);

        var use = rule.FeaturesUsed().Where(u => u.Feature == feature).ToList();

        Assert.That(use, Has.Count.EqualTo(1));
        Assert.That(use[0].Provider, Is.EqualTo(feature.ToString().StartsWith("Unrecognized", StringComparison.Ordinal) ? "test" : null));
    }

    [TestCaseSource(nameof(Features))]
    public void Two_rules_that_differ_in_a_feature_differ_at_its_path(InventoryFeature feature)
    {
        var rule = FeatureSamples.Using(feature, TestCloud.Rule, TestCloud.Capabilities);
        var path = rule.FeaturesUsed().First(u => u.Feature == feature).Path;

        var paths = TestCloud.Rule.DifferingPaths(rule);

        Assert.That(paths, rule == TestCloud.Rule ? Is.Empty : Is.EqualTo(new[] { path.Split('[')[0] }));
    }

    [Test]
    public void Features_are_read_in_the_order_of_the_members_each_with_its_path()
    {
        var rule = new InventoryRule
        {
            Id = "all",
            Destination = new() { Bucket = "reports", Format = InventoryFormat.Parquet, Encryption = InventoryEncryption.Kms("key") },
            Schedule = InventorySchedule.Monthly(29),
            Filter = new()
            {
                Prefixes = ["a", "b"],
                LastModified = new() { Begin = DateTimeOffset.UnixEpoch },
                ObjectSize = new() { Lower = 1 },
                StorageClasses = [InventoryStorageClass.Standard, InventoryStorageClass.Other("test", "Glacial")],
            },
            IncludedObjectVersions = InventoryObjectVersions.Other("other", "Last3"),
            OptionalFields = [InventoryField.Size, InventoryField.Other("test", "Owner"), default],
        };

        var uses = rule.FeaturesUsed().Select(u => $"{u.Feature} {u.Path} {u.Provider}".Trim());

        Assert.That(uses, Is.EqualTo(new[]
        {
            "ParquetFormat Destination.Format",
            "KmsEncryption Destination.Encryption",
            "MonthlyAfterDay28 Schedule",
            "MultiplePrefixFilter Filter.Prefixes",
            "LastModifiedFilter Filter.LastModified",
            "ObjectSizeFilter Filter.ObjectSize",
            "StandardClassFilter Filter.StorageClasses[Standard]",
            "UnrecognizedStorageClass Filter.StorageClasses[test:Glacial] test",
            "UnrecognizedVersions IncludedObjectVersions other",
            "SizeField OptionalFields[Size]",
            "UnrecognizedField OptionalFields[test:Owner] test",
            "UnrecognizedField OptionalFields[]",
        }));
    }

    [TestCase(1, InventoryFeature.MonthlySchedule)]
    [TestCase(28, InventoryFeature.MonthlySchedule)]
    [TestCase(29, InventoryFeature.MonthlyAfterDay28)]
    [TestCase(31, InventoryFeature.MonthlyAfterDay28)]
    public void The_days_that_some_months_lack_are_a_feature_of_their_own(int day, InventoryFeature expected)
    {
        var rule = TestCloud.Rule with { Schedule = InventorySchedule.Monthly(day) };

        Assert.That(rule.FeaturesUsed().Single(u => u.Path == "Schedule").Feature, Is.EqualTo(expected));
    }

    [Test]
    public void Every_leaf_of_a_rule_is_the_path_of_a_feature_or_always_portable()
    {
        var paths = Features.SelectMany(f => FeatureSamples.Using(f, TestCloud.Rule, TestCloud.Capabilities).FeaturesUsed()).Select(u => u.Path.Split('[')[0]).ToHashSet();
        var leaves = LeavesOf(typeof(InventoryRule), "").ToList();

        var forgotten = leaves.Where(leaf => !AlwaysPortable.Contains(leaf) && !paths.Any(p => leaf == p || leaf.StartsWith(p + ".", StringComparison.Ordinal)));

        Assert.That(forgotten, Is.Empty, "give it a feature, or say why every provider holds it");
        Assert.That(AlwaysPortable, Is.SubsetOf(leaves));
        Assert.That(leaves, Has.Count.EqualTo(16));
    }

    [Test]
    public void Every_path_that_differs_is_a_leaf_of_a_rule_or_what_a_leaf_lies_below()
    {
        var other = new InventoryRule
        {
            Id = "other",
            IsEnabled = false,
            Destination = new() { Bucket = "other", Prefix = "p", Format = InventoryFormat.Orc, Encryption = InventoryEncryption.ServiceManaged },
            Schedule = InventorySchedule.Once,
            Filter = new() { Prefixes = ["a"], LastModified = new() { End = DateTimeOffset.UnixEpoch }, ObjectSize = new() { Upper = 1 }, StorageClasses = [InventoryStorageClass.Standard] },
            IncludedObjectVersions = InventoryObjectVersions.All,
            OptionalFields = [InventoryField.Size],
            Extensions = [new TestExtension { Color = "red" }],
        };

        var paths = TestCloud.Rule.DifferingPaths(other).Select(p => p.Split('[')[0]).ToList();

        Assert.That(LeavesOf(typeof(InventoryRule), "").Where(leaf => !paths.Any(p => leaf == p || leaf.StartsWith(p + ".", StringComparison.Ordinal))), Is.Empty);
    }

    private static IEnumerable<string> LeavesOf(Type type, string under) => type.GetProperties()
        .Where(p => p.SetMethod is { IsPublic: true })
        .SelectMany(p => p.PropertyType.Namespace == "Inventory" && p.PropertyType.IsClass && p.PropertyType.GetProperties().Any(q => q.SetMethod is { IsPublic: true })
            ? LeavesOf(p.PropertyType, $"{under}{p.Name}.")
            : [$"{under}{p.Name}"]);
}
