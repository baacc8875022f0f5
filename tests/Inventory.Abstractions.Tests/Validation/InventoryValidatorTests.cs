using Inventory.Abstractions.Tests.TestDoubles;

namespace Inventory.Abstractions.Tests.Validation;

[TestFixture]
public sealed class InventoryValidatorTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly InventoryRule Rule = TestCloud.Rule;

    [Test]
    public void A_rule_that_fits_has_nothing_said_of_it()
    {
        Assert.That(Check(TestCloud.Capabilities, Rule), Is.Empty);
    }

    [Test]
    public void Everything_is_reported_at_once_in_the_order_of_the_members()
    {
        var capabilities = TestCloud.Without(InventoryFeature.DailySchedule, InventoryFeature.ObjectSizeFilter, InventoryFeature.ServiceManagedEncryption) with { ObjectSize = new(10, "at most 10") };
        var rule = Rule with
        {
            Id = "",
            Destination = new() { Bucket = "R", Encryption = InventoryEncryption.ServiceManaged },
            Filter = new() { LastModified = new() { Begin = Now, End = DateTimeOffset.UnixEpoch }, ObjectSize = new() { Lower = 12, Upper = 11 } },
            OptionalFields = [InventoryField.Other("other", "Owner"), InventoryField.Size, InventoryField.Size],
            Extensions = [new TestExtension("other") { Color = "red", Shape = "round" }],
        };

        var violations = Check(capabilities, rule);

        Assert.That(violations.Select(v => $"{v.Severity} {v.Kind} {v.Path}"), Is.EqualTo(new[]
        {
            "Error TextLimit Id",
            "Error NotOffered Destination.Encryption",
            "Error NotOffered Schedule",
            "Error NotOffered Filter.ObjectSize",
            "Error UnrecognizedValue OptionalFields[other:Owner]",
            "Error TextLimit Destination.Bucket",
            "Error Contradiction Filter.LastModified",
            "Error OutOfRange Filter.ObjectSize.Lower",
            "Error OutOfRange Filter.ObjectSize.Upper",
            "Error Contradiction Filter.ObjectSize",
            "Warning Advice OptionalFields[Size]",
            "Error ForeignExtension Extensions[other].Color",
            "Error ForeignExtension Extensions[other].Shape",
        }));
        Assert.That(violations.Select(v => v.Provider), Has.All.EqualTo("test"));
    }

    [Test]
    public void A_feature_that_is_not_offered_carries_the_cell_of_the_table()
    {
        var support = TestCloud.NotOffered("It has no daily schedule.", "Use Weekly.") with { ServerAnswer = "400 InvalidArgument" };

        var violation = Check(TestCloud.Capabilities.With(support, InventoryFeature.DailySchedule), Rule).Single();

        Assert.That(violation, Is.EqualTo(new RuleViolation
        {
            Kind = RuleViolationKind.NotOffered,
            Severity = ViolationSeverity.Error,
            Path = "Schedule",
            Provider = "test",
            Reason = "It has no daily schedule.",
            Remedy = "Use Weekly.",
            Feature = InventoryFeature.DailySchedule,
            Evidence = [TestCloud.Page],
            ServerAnswer = "400 InvalidArgument",
        }));
    }

    [Test]
    public void A_conditional_feature_is_a_warning()
    {
        var violation = Check(TestCloud.Capabilities.With(TestCloud.Conditional, InventoryFeature.DailySchedule), Rule).Single();

        Assert.That((violation.Kind, violation.Severity, violation.Feature), Is.EqualTo((RuleViolationKind.Conditional, ViolationSeverity.Warning, InventoryFeature.DailySchedule)));
    }

    [Test]
    public void A_value_that_this_library_does_not_know_is_taken_by_its_own_provider_alone()
    {
        var own = Rule with { Schedule = InventorySchedule.Other("TEST", "Fortnightly") };
        var foreign = Rule with { Schedule = InventorySchedule.Other("other", "Fortnightly") };

        var violation = Check(TestCloud.Capabilities, foreign).Single();

        Assert.That(Check(TestCloud.Capabilities, own), Is.Empty);
        Assert.That(violation.ToString(), Is.EqualTo("Schedule: Only 'other' knows this value. Choose one that this library names."));
        Assert.That(violation.Feature, Is.EqualTo(InventoryFeature.UnrecognizedSchedule));
    }

    [Test]
    public void A_value_of_the_provider_itself_is_refused_where_the_provider_takes_none()
    {
        var capabilities = TestCloud.Without(InventoryFeature.UnrecognizedSchedule) with { UnrecognizedValue = new(20, LengthUnit.Characters, ".+", "1 to 20 characters") };

        var violation = Check(capabilities, Rule with { Schedule = InventorySchedule.Other("test", "Fortnightly") }).Single();

        Assert.That((violation.Kind, violation.Feature), Is.EqualTo((RuleViolationKind.NotOffered, InventoryFeature.UnrecognizedSchedule)));
    }

    [Test]
    public void A_column_and_a_storage_class_that_are_none_are_refused_everywhere()
    {
        var violations = Check(TestCloud.Capabilities, Rule with { OptionalFields = [default], Filter = new() { StorageClasses = [default] } });

        Assert.That(violations.Select(v => (v.Path, v.Reason)), Is.EqualTo(new[] { ("Filter.StorageClasses[]", "The value is empty."), ("OptionalFields[]", "The value is empty.") }));
    }

    [Test]
    public void Prefixes_are_held_against_their_limits_each_by_itself()
    {
        var limit = new TextLimit(3, LengthUnit.Utf8Bytes, "[^*]*", "up to 3 bytes without an asterisk") { ServerAnswer = "400", Evidence = [TestCloud.Page] };
        var capabilities = TestCloud.Capabilities with { FilterPrefix = limit, DestinationPrefix = limit };

        var violations = Check(capabilities, Rule with { Filter = new() { Prefixes = ["a*", "in", "long"] }, Destination = Rule.Destination with { Prefix = "too/long/" } });

        Assert.That(violations.Select(v => $"{v.Path} {v.Reason}"), Is.EqualTo(new[]
        {
            "Destination.Prefix 'too/long/' has 9 bytes; it must be up to 3 bytes without an asterisk.",
            "Filter.Prefixes 'a*' must be up to 3 bytes without an asterisk.",
            "Filter.Prefixes 'long' has 4 bytes; it must be up to 3 bytes without an asterisk.",
        }));
        Assert.That(violations.Select(v => (v.Kind, v.ServerAnswer, v.Evidence.Count)), Has.All.EqualTo((RuleViolationKind.TextLimit, "400", 1)));
    }

    [Test]
    public void The_id_of_a_key_is_held_against_its_limit()
    {
        var capabilities = TestCloud.Capabilities with { KmsKeyId = new(3, LengthUnit.Characters, ".+", "1 to 3 characters") };

        var violations = Check(capabilities, Rule with { Destination = Rule.Destination with { Encryption = InventoryEncryption.Kms("key-1") } });

        Assert.That(violations.Select(v => (v.Kind, v.Path, v.Reason)), Is.EqualTo(new[]
        {
            (RuleViolationKind.TextLimit, "Destination.Encryption", "'key-1' has 5 characters; it must be 1 to 3 characters."),
        }));
    }

    [TestCase("2026-02-28T23:59:59Z", true)]
    [TestCase("2026-03-01T00:00:00Z", false)]
    [TestCase("2010-01-01T00:00:00Z", true)]
    [TestCase("2009-12-31T23:59:59Z", false)]
    public void An_instant_is_held_against_its_limit_and_the_present(string text, bool isAllowed)
    {
        var capabilities = TestCloud.Capabilities with { LastModified = new(new(2010, 1, 1, 0, 0, 0, TimeSpan.Zero), DateTimeOffset.MaxValue, MustBePast: true, "2010 or later, and past") };
        var instant = DateTimeOffset.Parse(text, null);

        var begin = Check(capabilities, Rule with { Filter = new() { LastModified = new() { Begin = instant } } });
        var end = Check(capabilities, Rule with { Filter = new() { LastModified = new() { End = instant } } });

        Assert.That(begin.Select(v => (v.Kind, v.Path)), isAllowed ? Is.Empty : Is.EqualTo(new[] { (RuleViolationKind.OutOfRange, "Filter.LastModified.Begin") }));
        Assert.That(end.Select(v => (v.Kind, v.Path)), isAllowed ? Is.Empty : Is.EqualTo(new[] { (RuleViolationKind.OutOfRange, "Filter.LastModified.End") }));
    }

    [TestCase(10, true)]
    [TestCase(11, false)]
    public void A_size_is_held_against_its_limit_inclusively(long size, bool isAllowed)
    {
        var capabilities = TestCloud.Capabilities with { ObjectSize = new(10, "at most 10") };

        var violations = Check(capabilities, Rule with { Filter = new() { ObjectSize = new() { Upper = size } } });

        Assert.That(violations.Select(v => v.Reason), isAllowed ? Is.Empty : Is.EqualTo("11 must be at most 10.".Split('|')));
    }

    [Test]
    public void Ranges_of_one_instant_and_of_one_size_are_no_contradiction()
    {
        var filter = new InventoryFilter { LastModified = new() { Begin = Now, End = Now }, ObjectSize = new() { Lower = 5, Upper = 5 } };

        Assert.That(Check(TestCloud.Capabilities, Rule with { Filter = filter }), Is.Empty);
    }

    [Test]
    public void A_range_that_ends_before_it_begins_is_told_with_what_the_service_would_answer()
    {
        var capabilities = TestCloud.Capabilities with
        {
            LastModified = new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, MustBePast: false, "any instant") { ServerAnswer = "400 BadTime" },
            ObjectSize = new(10, "at most 10") { ServerAnswer = "400 BadSize" },
        };
        var filter = new InventoryFilter { LastModified = new() { Begin = Now, End = Now.AddSeconds(-1) }, ObjectSize = new() { Lower = 6, Upper = 5 } };

        var violations = Check(capabilities, Rule with { Filter = filter });

        Assert.That(violations.Select(v => (v.Kind, v.Path, v.ServerAnswer)), Is.EqualTo(new[]
        {
            (RuleViolationKind.Contradiction, "Filter.LastModified", "400 BadTime"), (RuleViolationKind.Contradiction, "Filter.ObjectSize", "400 BadSize"),
        }));
    }

    [TestCase(PrefixSlash.Indifferent, "logs/", false)]
    [TestCase(PrefixSlash.LeaveOut, "logs/", true)]
    [TestCase(PrefixSlash.LeaveOut, "logs", false)]
    [TestCase(PrefixSlash.PutThere, "logs", true)]
    [TestCase(PrefixSlash.PutThere, "logs/", false)]
    public void A_slash_at_the_end_of_the_destination_prefix_is_a_matter_of_advice(PrefixSlash advised, string prefix, bool isWarned)
    {
        var violations = Check(TestCloud.Capabilities with { DestinationPrefixSlash = advised, DestinationPrefixSlashEvidence = [TestCloud.Page] }, Rule with { Destination = Rule.Destination with { Prefix = prefix } });

        Assert.That(violations.Select(v => (v.Kind, v.Severity, v.Path)), isWarned ? Is.EqualTo(new[] { (RuleViolationKind.Advice, ViolationSeverity.Warning, "Destination.Prefix") }) : Is.Empty);
        Assert.That(violations.SelectMany(v => v.Evidence), Is.EqualTo(violations.Select(_ => TestCloud.Page)));
    }

    [Test]
    public void The_settings_of_an_own_extension_are_held_against_the_table()
    {
        var capabilities = TestCloud.Capabilities with
        {
            Extensions = new Dictionary<string, FeatureSupport> { ["Color"] = TestCloud.Conditional, ["Shape"] = TestCloud.NotOffered() },
        };

        var violations = Check(capabilities, Rule.WithExtension(new TestExtension { Color = "infrared", Shape = "round" }));

        Assert.That(violations.Select(v => $"{v.Severity} {v.Kind} {v.Path}"), Is.EqualTo(new[]
        {
            "Warning Conditional Extensions[test].Color", "Error NotOffered Extensions[test].Shape", "Error InvalidExtension Extensions[test].Color",
        }));
    }

    [Test]
    public void An_extension_under_a_provider_that_does_not_know_it_is_refused_like_a_foreign_one()
    {
        var violations = Check(TestCloud.Capabilities, Rule.WithExtension(new TestExtension { Color = "red" }));

        Assert.That(violations.Select(v => v.Kind), Is.EqualTo(new[] { RuleViolationKind.ForeignExtension }));
    }

    [Test]
    public void An_extension_of_a_type_that_the_adapter_does_not_know_is_refused_though_it_bears_the_provider_s_name()
    {
        var capabilities = TestCloud.Capabilities with
        {
            DefaultAccess = new TestAccessExtension { Account = "7" },
            Extensions = new Dictionary<string, FeatureSupport> { ["Color"] = FeatureSupport.Supported() },
        };

        var violations = Check(capabilities, Rule with { Extensions = [new Impostor(), new TestExtension { Color = "red" }, new ImpostorAccess()] });

        Assert.That(violations.Select(v => (v.Kind, v.Path)), Is.EqualTo(new[]
        {
            (RuleViolationKind.ForeignExtension, "Extensions[test].Color"), (RuleViolationKind.ForeignExtension, "Extensions[test.access].Account"),
        }));
        Assert.That(violations[0].Reason, Is.EqualTo("Test Cloud would not be sent Color: its adapter knows no extension of type Impostor."));
        Assert.That(violations[0].Remedy, Is.EqualTo("Use TestExtension or TestAccessExtension, or leave the extension out."));
    }

    [Test]
    public void Every_column_that_is_named_again_is_advised_against_once_among_very_many()
    {
        var columns = Enumerable.Range(0, 50_000).Select(i => InventoryField.Other("test", $"c{i % 49_998}"));

        var violations = Check(TestCloud.Capabilities, Rule with { OptionalFields = [.. columns] });

        Assert.That(violations.Select(v => (v.Kind, v.Path)), Is.EqualTo(new[]
        {
            (RuleViolationKind.Advice, "OptionalFields[test:c0]"), (RuleViolationKind.Advice, "OptionalFields[test:c1]"),
        }));
    }

    [Test]
    public void One_of_two_columns_that_repeats_the_other_is_advised_against()
    {
        var violations = Check(TestCloud.Capabilities, Rule with { OptionalFields = [InventoryField.Size, InventoryField.Size] });

        Assert.That(violations.Select(v => (v.Kind, v.Path)), Is.EqualTo(new[] { (RuleViolationKind.Advice, "OptionalFields[Size]") }));
    }

    [Test]
    public void A_value_that_the_provider_could_not_be_sent_is_refused_by_its_limit()
    {
        var capabilities = TestCloud.Capabilities with { UnrecognizedValue = new(10, LengthUnit.Characters, "[a-z]+", "up to 10 lower-case letters") };

        var violation = Check(capabilities, Rule with { Schedule = InventorySchedule.Other("test", "On Sundays") }).Single();

        Assert.That((violation.Kind, violation.Path, violation.Severity), Is.EqualTo((RuleViolationKind.TextLimit, "Schedule", ViolationSeverity.Error)));
    }

    [Test]
    public void The_way_out_of_a_foreign_extension_tells_access_from_everything_else()
    {
        var ofAnother = TestCloud.Capabilities with { Provider = "another" };

        var settings = Check(ofAnother, Rule.WithExtension(new TestExtension { Color = "red" })).Single();
        var access = Check(ofAnother, Rule.WithExtension(new TestAccessExtension { Account = "7" })).Single();

        Assert.That(settings.Remedy, Is.EqualTo("Leave the extension out."));
        Assert.That(access.Remedy, Is.EqualTo("Leave it out: this provider's options supply their own."));
    }

    [Test]
    public void Where_an_adapter_knows_no_extension_at_all_none_is_offered_instead()
    {
        var violation = Check(TestCloud.Capabilities with { ExtensionTypes = [] }, Rule with { Extensions = [new Impostor()] }).Single();

        Assert.That(violation.Remedy, Is.EqualTo("Leave the extension out."));
    }

    [Test]
    public void Nothing_is_checked_without_a_rule_and_without_capabilities()
    {
        Assert.That(() => InventoryValidator.Check(null!, Rule, default), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("capabilities"));
        Assert.That(() => InventoryValidator.Check(TestCloud.Capabilities, null!, default), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("rule"));
    }

    [Test]
    public void The_same_extension_twice_is_a_contradiction()
    {
        var capabilities = TestCloud.Capabilities with { Extensions = new Dictionary<string, FeatureSupport> { ["Color"] = FeatureSupport.Supported() } };

        var violations = Check(capabilities, Rule with { Extensions = [new TestExtension { Color = "red" }, new TestExtension { Color = "blue" }] });

        Assert.That(violations.Select(v => (v.Kind, v.Path)), Is.EqualTo(new[] { (RuleViolationKind.Contradiction, "Extensions[test]") }));
    }

    [Test]
    public void Access_is_checked_as_the_rule_completes_what_the_options_say()
    {
        var silent = TestCloud.Capabilities with { DefaultAccess = new TestAccessExtension() };
        var stated = TestCloud.Capabilities with { DefaultAccess = new TestAccessExtension { Account = "7" } };

        Assert.That(Check(silent, Rule).Select(v => v.Path), Is.EqualTo("Extensions[test.access].Account".Split('|')));
        Assert.That(Check(silent, Rule.WithExtension(new TestAccessExtension { Account = "8" })), Is.Empty);
        Assert.That(Check(stated, Rule), Is.Empty);
        Assert.That(Check(stated, Rule.WithExtension(new TestAccessExtension { Role = "writer" })), Is.Empty);
        Assert.That(Check(stated, Rule.WithExtension(new TestAccessExtension { Account = "nobody" })).Select(v => v.Kind), Is.EqualTo(new[] { RuleViolationKind.InvalidExtension }));
    }

    [Test]
    public void Access_is_checked_where_the_options_say_nothing_too()
    {
        var violations = Check(TestCloud.Capabilities, Rule.WithExtension(new TestAccessExtension { Account = "nobody" }));

        Assert.That(violations.Select(v => v.Kind), Is.EqualTo(new[] { RuleViolationKind.InvalidExtension }));
    }

    private static IReadOnlyList<RuleViolation> Check(InventoryCapabilities capabilities, InventoryRule rule) => InventoryValidator.Check(capabilities, rule, Now);

    private sealed record Impostor() : InventoryExtension("test")
    {
        public override IEnumerable<string> SettingsUsed => [nameof(TestExtension.Color)];
    }

    private sealed record ImpostorAccess() : InventoryAccessExtension("test")
    {
        public override IEnumerable<string> SettingsUsed => [nameof(TestAccessExtension.Account)];

        public override InventoryAccessExtension Over(InventoryAccessExtension defaults) => defaults;
    }
}
