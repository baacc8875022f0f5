using Inventory.Abstractions.Tests.TestDoubles;

namespace Inventory.Abstractions.Tests.Portability;

/// <summary>What stands between a rule and another provider.</summary>
[TestFixture]
public sealed class CheckMoveToTests
{
    private static readonly InventoryRule Rule = TestCloud.Rule;

    [Test]
    public void The_destination_bucket_is_noted_even_where_nothing_else_is_in_the_way()
    {
        var report = Rule.CheckMoveTo(TestCloud.Capabilities);

        Assert.That(report.IsPortable, Is.True);
        Assert.That(report.Findings.Select(f => (f.Path, f.Severity, f.Impact)), Is.EqualTo(new[] { ("Destination.Bucket", ViolationSeverity.Note, MoveImpact.OtherPlace) }));
        Assert.That(report.ToString(), Does.StartWith("Inventory rule 'nightly' can move to 'test':\n  Note: Destination.Bucket: The destination bucket must be one of Test Cloud"));
    }

    [Test]
    public void Every_refusal_says_what_accepting_it_means_and_how_to_accept_it()
    {
        var target = TestCloud.Without(InventoryFeature.DailySchedule, InventoryFeature.ObjectSizeFilter, InventoryFeature.StandardClassFilter, InventoryFeature.ETagField,
            InventoryFeature.KmsEncryption, InventoryFeature.OrcFormat, InventoryFeature.AllVersions);
        var rule = Rule with
        {
            Destination = Rule.Destination with { Format = InventoryFormat.Orc, Encryption = InventoryEncryption.Kms("key") },
            Filter = new() { ObjectSize = new() { Lower = 1 }, StorageClasses = [InventoryStorageClass.Standard] },
            IncludedObjectVersions = InventoryObjectVersions.All,
            OptionalFields = [InventoryField.ETag],
            Extensions = [new TestExtension("other") { Color = "red" }],
        };

        var report = rule.CheckMoveTo(target);

        Assert.That(report.IsPortable, Is.False);
        Assert.That(report.Refusals.Select(f => $"{f.Path} {f.Impact} {string.Join(" ", f.Choices)}"), Is.EqualTo(new[]
        {
            "Destination.Format OtherContent Destination.Format=CSV Destination.Format=Parquet",
            "Destination.Encryption WeakerProtection drop=Destination.Encryption",
            "Schedule OtherTimes schedule=EveryThreeDays schedule=Weekly schedule=Monthly(1)",
            "Filter.ObjectSize ListsMore drop=Filter.ObjectSize",
            "Filter.StorageClasses[Standard] ListsMore drop=Filter.StorageClasses",
            "IncludedObjectVersions OtherContent IncludedObjectVersions=Current",
            "OptionalFields[ETag] FewerColumns drop=OptionalFields[ETag] drop=OptionalFields",
            "Extensions[other].Color SettingLost drop=Extensions[other]",
        }));
        Assert.That(report.ToString(), Does.StartWith("Inventory rule 'nightly' cannot move as it stands to 'test':"));
        Assert.That(report.ToString(), Does.Contain("The report will list more objects. Accept drop=Filter.ObjectSize."));
    }

    [TestCase("Monthly(31)", "MonthlyAfterDay28", "schedule=Monthly(28)")]
    [TestCase("EveryThirtyDays", "EveryThirtyDaysSchedule", "schedule=Monthly(1)")]
    [TestCase("Weekly", "WeeklySchedule", "schedule=EveryThreeDays")]
    [TestCase("Once", "OnceSchedule", "schedule=Daily")]
    public void The_schedule_that_is_closest_is_offered_first(string schedule, string lacking, string first)
    {
        _ = InventorySchedule.TryParse(schedule, out var parsed);

        var report = (Rule with { Schedule = parsed! }).CheckMoveTo(TestCloud.Without(Enum.Parse<InventoryFeature>(lacking)));

        Assert.That(report.Refusals.Single().Choices[0].ToString(), Is.EqualTo(first));
    }

    [Test]
    public void Every_choice_but_a_name_resolves_its_finding()
    {
        var target = TestCloud.Without(InventoryFeature.DailySchedule, InventoryFeature.AllVersions, InventoryFeature.OrcFormat, InventoryFeature.EveryThreeDaysSchedule);
        var rule = Rule with { IncludedObjectVersions = InventoryObjectVersions.All, Destination = Rule.Destination with { Format = InventoryFormat.Orc } };

        foreach (var finding in rule.CheckMoveTo(target).Refusals)
        {
            foreach (var choice in finding.Choices)
            {
                var others = rule.CheckMoveTo(target).Refusals.Where(f => f.Path != finding.Path).Select(f => f.Choices[0]);

                Assert.That(() => rule.ConvertTo(target, [choice, .. others]), Throws.Nothing, choice.ToString());
            }
        }
    }

    [Test]
    public void An_id_that_the_target_does_not_allow_leaves_the_choice_of_another_to_the_caller()
    {
        var finding = (Rule with { Id = "an id that is longer than the target allows" }).CheckMoveTo(TestCloud.Capabilities).Refusals.Single();

        Assert.That((finding.Path, finding.Impact, finding.Choices.Count), Is.EqualTo(("Id", MoveImpact.OtherPlace, 0)));
    }

    [Test]
    public void Access_is_left_behind_with_a_note_and_never_refused()
    {
        var report = Rule.WithExtension(new TestAccessExtension("other") { Account = "7" }).CheckMoveTo(TestCloud.Capabilities);

        Assert.That(report.IsPortable, Is.True);
        Assert.That(report.Findings.Select(f => (f.Path, f.Severity)), Has.Member(("Extensions[other.access]", ViolationSeverity.Note)));
        Assert.That(report.Findings[1].Remedy, Is.EqualTo("It is supplied by the target's options."));
    }

    [Test]
    public void A_condition_is_a_warning_without_choices_and_advice_is_a_note()
    {
        var target = TestCloud.Capabilities.With(TestCloud.Conditional, InventoryFeature.DailySchedule) with { DestinationPrefixSlash = PrefixSlash.LeaveOut };

        var report = (Rule with { Destination = Rule.Destination with { Prefix = "logs/" } }).CheckMoveTo(target);

        Assert.That(report.IsPortable, Is.True);
        Assert.That(report.Findings.Skip(1).Select(f => (f.Path, f.Severity, f.Choices.Count)), Is.EqualTo(new[]
        {
            ("Schedule", ViolationSeverity.Warning, 0), ("Destination.Prefix", ViolationSeverity.Note, 0),
        }));
    }

    [Test]
    public void The_present_is_that_of_the_clock_that_is_given()
    {
        var target = TestCloud.Capabilities with { LastModified = new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, MustBePast: true, "past") };
        var rule = Rule with { Filter = new() { LastModified = new() { End = new DateTimeOffset(2026, 3, 1, 13, 0, 0, TimeSpan.Zero) } } };
        var time = new ManualTimeProvider();

        var before = rule.CheckMoveTo(target, time).IsPortable;
        time.Advance(TimeSpan.FromHours(2));
        var after = rule.CheckMoveTo(target, time).IsPortable;

        Assert.That((before, after), Is.EqualTo((false, true)));
    }

    [Test]
    public void Every_impact_but_none_has_a_sentence()
    {
        foreach (var impact in Enum.GetValues<MoveImpact>())
        {
            var finding = new MoveFinding { Path = "Id", Severity = ViolationSeverity.Error, Reason = "No.", Remedy = "Change it.", Impact = impact };

            Assert.That(finding.Meaning, impact == MoveImpact.None ? Is.Empty : Does.EndWith("."));
        }
    }
}
