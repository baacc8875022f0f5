using Inventory.InMemory;

namespace Inventory.Planning.Tests;

/// <summary>What maps, what maps with a change, what cannot.</summary>
public sealed class FleetMoveTests
{
    private static readonly InventoryRule Plain = Make.Rule("plain");

    private static readonly InventoryRule Rich = Make.Rule("rich") with
    {
        Schedule = InventorySchedule.Daily,
        Filter = new() { ObjectSize = new() { Lower = 1 } },
        OptionalFields = [InventoryField.Size, InventoryField.StorageClass],
        Destination = new() { Bucket = "reports", Prefix = "rich/", Encryption = InventoryEncryption.ServiceManaged },
        Extensions = [new SettingExtension("memory", "x")],
    };

    [Test]
    public async Task A_rule_that_the_target_holds_lands_as_it_is_but_disabled()
    {
        var move = await TestMove.OfAsync(Plain);

        var plan = await move.DoAsync();

        var rule = plan.Buckets.Single().Rules.Single();
        Assert.That((rule.Outcome, rule.RuleId, rule.IsEnabled, rule.IsLanded), Is.EqualTo((MoveOutcome.Maps, "plain", true, false)));
        Assert.That(rule.Landings, Is.EqualTo([new RuleLanding(Plain with { IsEnabled = false }, LandingState.Missing)]));
        Assert.That((rule.Changes.Count, rule.Refusals.Count), Is.EqualTo((0, 0)));
        Assert.That(plan.Plan.Buckets.Single().Changes.Select(c => (c.Kind, c.RuleId, c.Source)), Is.EqualTo([(ChangeKind.Create, "plain", "first/logs plain")]));
        Assert.That(await move.ThereAsync(), Is.EqualTo([Plain with { IsEnabled = false }]));
    }

    [Test]
    public async Task A_rule_that_the_target_cannot_hold_does_not_move_and_every_reason_is_told_with_what_to_accept()
    {
        var move = await TestMove.OfAsync(Rich, Plain);

        var plan = await move.DoAsync();

        var rule = plan.Buckets.Single().Rules.Single(r => r.RuleId == "rich");
        Assert.That(rule.Outcome, Is.EqualTo(MoveOutcome.Cannot));
        Assert.That(rule.Refusals.Select(r => (r.Path, r.Impact, string.Join(" ", r.Choices.Select(c => c.ToString())))), Is.EqualTo(
        [
            ("Destination.Encryption", MoveImpact.WeakerProtection, "drop=Destination.Encryption"),
            ("Schedule", MoveImpact.OtherTimes, "schedule=Weekly schedule=Monthly(1)"),
            ("Filter.ObjectSize", MoveImpact.ListsMore, "drop=Filter.ObjectSize"),
            ("OptionalFields[StorageClass]", MoveImpact.FewerColumns, "drop=OptionalFields[StorageClass] drop=OptionalFields"),
            ("Extensions[memory].Setting", MoveImpact.SettingLost, "drop=Extensions[memory]"),
        ]));
        Assert.That(rule.Refusals, Is.All.Matches<MoveRefusal>(r => r.Reason.Length > 0 && r.Remedy.Length > 0 && r.Meaning.Length > 0));
        Assert.That(rule.Landings, Is.Empty);
        Assert.That((await move.ThereAsync()).Select(r => r.Id), Is.EqualTo(["plain"]));
        Assert.That(plan.IsDone, Is.False);
    }

    [Test]
    public async Task Each_reason_goes_when_it_is_accepted_by_name_and_the_rule_lands_when_none_is_left()
    {
        var move = await TestMove.OfAsync(Rich);
        string[] accept = ["schedule=Weekly", "drop=Filter.ObjectSize", "rich:drop=Destination.Encryption", "drop=OptionalFields", "drop=Extensions[memory]"];

        for (var n = 0; n < accept.Length; n++)
        {
            var before = (await move.DoAsync(accept[..n])).Buckets.Single().Rules.Single();
            Assert.That((before.Outcome, before.Refusals.Count, before.Changes.Count), Is.EqualTo((MoveOutcome.Cannot, accept.Length - n, n)));
            Assert.That(await move.ThereAsync(), Is.Empty);
        }

        var rule = (await move.DoAsync(accept)).Buckets.Single().Rules.Single();
        Assert.That(rule.Outcome, Is.EqualTo(MoveOutcome.MapsWithChange));
        Assert.That(rule.Changes.Select(c => (c.Path, c.Before, c.After, c.Impact, c.Accepted?.ToString())), Is.EqualTo(
        [
            ("Destination.Encryption", "ServiceManaged", null, MoveImpact.WeakerProtection, accept[2]),
            ("Schedule", "Daily", "Weekly", MoveImpact.OtherTimes, accept[0]),
            ("Filter.ObjectSize", "from 1 bytes", null, MoveImpact.ListsMore, accept[1]),
            ("OptionalFields", "Size, StorageClass", "Size", MoveImpact.FewerColumns, accept[3]),
            ("Extensions[memory]", """{"setting":"x"}""", (string?)null, MoveImpact.SettingLost, (string?)accept[4]),
        ]));
        Assert.That(rule.Changes, Is.All.Matches<MoveChange>(c => c.Reason.StartsWith("Lesser Cloud has no ", StringComparison.Ordinal) || c.Path == "Extensions[memory]"));
        Assert.That((await move.ThereAsync()).Single(), Is.EqualTo(rule.Landings.Single().Rule));
        Assert.That((await move.ThereAsync()).Single().IsEnabled, Is.False);
    }

    [Test]
    public async Task A_change_is_told_with_the_reasons_that_it_answers_and_no_other()
    {
        var move = await TestMove.OfAsync(Plain with { OptionalFields = [InventoryField.StorageClass, InventoryField.Crc64] });

        var rule = (await move.PlanAsync("drop=OptionalFields[Crc64]")).Buckets.Single().Rules.Single();

        Assert.That(rule.Changes.Single().Reason, Is.EqualTo("Lesser Cloud has no Crc64Field."));
        Assert.That(rule.Refusals.Single().Path, Is.EqualTo("OptionalFields[StorageClass]"));
    }

    [Test]
    public async Task What_the_target_refuses_in_one_bucket_alone_keeps_the_rule_from_moving_there()
    {
        var move = await TestMove.OfAsync(Plain);
        var closed = new RuleViolation { Kind = RuleViolationKind.Contradiction, Path = "Extensions[x]", Provider = "memory", Reason = "Not in this bucket.", Remedy = "Choose another." };
        move.Fleet.Replace(TestFleet.Second, new ScriptedCloud { Refuses = (bucket, _) => bucket == TestMove.Target ? [closed] : [] });

        var rule = (await move.DoAsync()).Buckets.Single().Rules.Single();

        Assert.That(rule.Refusals.Single(), Is.EqualTo(new MoveRefusal { Path = "Extensions[x]", Reason = "Not in this bucket.", Remedy = "Choose another." }));
        Assert.That(await move.ThereAsync(), Is.Empty);
    }

    [Test]
    public async Task What_is_accepted_for_one_rule_goes_before_what_is_for_all()
    {
        var daily = Make.Rule("other") with { Schedule = InventorySchedule.Daily };
        var move = await TestMove.OfAsync(daily with { Id = "one" }, daily);

        var plan = await move.DoAsync("schedule=Weekly", "Destination.Prefix=all/", "one:schedule=Monthly(3)", "one:Destination.Prefix=one/");

        var there = await move.ThereAsync();
        Assert.That(there.Select(r => (r.Id, r.Schedule, r.Destination.Prefix)), Is.EqualTo(
            [("one", InventorySchedule.Monthly(3), "one/"), ("other", InventorySchedule.Weekly, "all/")]));
        Assert.That(plan.Unused, Is.Empty);
        Assert.That(plan.Buckets.Single().Rules[0].Changes.Select(c => c.Accepted!.ToString()), Is.EqualTo(["one:schedule=Monthly(3)", "one:Destination.Prefix=one/"]));
    }

    [Test]
    public async Task What_no_rule_needs_is_told()
    {
        var move = await TestMove.OfAsync(Plain);

        var plan = await move.PlanAsync(TestMove.Accepting("schedule=Weekly", "plain:drop=Filter", "split=Filter.Prefixes") with { Destinations = [new("elsewhere", "there")] });

        Assert.That(plan.Unused.Select(a => a.ToString()), Is.EqualTo(["schedule=Weekly", "plain:drop=Filter", "split=Filter.Prefixes"]));
        Assert.That(plan.UnusedDestinations, Is.EqualTo([new MovedBucket("elsewhere", "there")]));
    }

    [Test]
    public async Task A_rule_that_there_is_not_cannot_be_named()
    {
        var move = await TestMove.OfAsync(Plain);

        Assert.That(
            () => move.PlanAsync(TestMove.Accepting("plian:schedule=Weekly", "plain:schedule=Weekly") with { Leave = ["gone"] }),
            Throws.TypeOf<InventoryException>().With.Property("Kind").EqualTo(InventoryErrorKind.InvalidRequest)
                .And.Message.Contains("'plian:schedule=Weekly': no bucket of 'first' that moves has a rule 'plian'.")
                .And.Message.Contains("To leave 'gone' behind: no bucket of 'first'")
                .And.Message.Not.Contains("'plain'"));
    }

    [Test]
    public async Task A_rule_may_stay_behind()
    {
        var move = await TestMove.OfAsync(Plain, Rich);

        var plan = await move.DoAsync(TestMove.Options with { Leave = ["rich"] });

        Assert.That(plan.Buckets.Single().Rules.Select(r => r.Outcome), Is.EqualTo([MoveOutcome.Maps, MoveOutcome.Left]));
        Assert.That((await move.ThereAsync()).Select(r => r.Id), Is.EqualTo(["plain"]));
        Assert.That((await move.PlanAsync(TestMove.Options with { Leave = ["rich"] })).IsDone);
    }

    [Test]
    public async Task Reports_go_to_the_bucket_that_is_named_and_a_note_says_where()
    {
        var move = await TestMove.OfAsync(Plain, Make.Rule("same") with { Destination = new() { Bucket = "kept", Prefix = "same/" } });

        var plan = await move.DoAsync(TestMove.Options with { Destinations = [new("reports", "reports-there")] });

        Assert.That((await move.ThereAsync()).Select(r => r.Destination.Bucket), Is.EqualTo(["reports-there", "kept"]));
        Assert.That(plan.Buckets.Single().Rules.Select(r => r.Notes.Single(n => n.Path == "Destination.Bucket").Text), Is.EqualTo(
        [
            "Reports go to bucket 'reports-there' instead of 'reports'. It must be one of Lesser Cloud, in the region of bucket 'logs-there' there.",
            "Reports go to bucket 'kept'. It must be one of Lesser Cloud, in the region of bucket 'logs-there' there.",
        ]));
        Assert.That(plan.Buckets.Single().Rules.Select(r => r.Outcome), Is.All.EqualTo(MoveOutcome.Maps));
    }

    [Test]
    public async Task Who_pays_at_the_source_is_left_behind_with_a_note()
    {
        var move = await TestMove.OfAsync();
        move.Fleet.Replace(TestFleet.First, new InMemoryInventoryService(new()
        {
            Capabilities = InMemoryCapabilities.Create() with { ExtensionTypes = [typeof(Payer)] },
        }));
        await move.Fleet.PutAsync(TestFleet.First, TestMove.Source, Plain with { Extensions = [new Payer()] });
        var extended = new FleetMove(move.Fleet.Of, [.. SettingExtension.Documents, new Payer.Document()], TestMove.Options);

        var plan = extended.Create(await new FleetReader(move.Fleet.Of).ReadAsync(extended.Buckets));

        var rule = plan.Buckets.Single().Rules.Single();
        Assert.That((rule.Outcome, rule.Landings.Single().Rule), Is.EqualTo((MoveOutcome.Maps, Plain with { IsEnabled = false })));
        Assert.That(rule.Notes.Single(n => n.Path == "Extensions[memory.access]").Text, Does.StartWith("It is left behind. ").And.EndsWith("It is supplied by the target's options."));
    }

    [Test]
    public async Task What_the_targets_options_accept_is_told_as_theirs()
    {
        var options = new InMemoryOptions { Capabilities = TestMove.OnePrefix };
        options.Accept.Add("schedule=Weekly");
        var fleet = new TestFleet(second: options);
        await fleet.PutAsync(TestFleet.First, TestMove.Source, Plain with { Schedule = InventorySchedule.Daily });
        var move = new TestMove(fleet);

        var plan = await move.DoAsync();

        var change = plan.Buckets.Single().Rules.Single().Changes.Single();
        Assert.That((change.Path, change.After, change.Accepted, change.IsAcceptedByOptions), Is.EqualTo(("Schedule", "Weekly", (MoveAcceptance?)null, true)));
        Assert.That((await move.PlanAsync()).IsDone);
    }

    [Test]
    public async Task Where_the_targets_options_send_reports_is_told_as_theirs()
    {
        var options = new InMemoryOptions { Capabilities = TestMove.OnePrefix };
        options.Accept.Add("Destination.Bucket=central");
        var fleet = new TestFleet(second: options);
        await fleet.PutAsync(TestFleet.First, TestMove.Source, Plain);
        var move = new TestMove(fleet);

        var rule = (await move.DoAsync()).Buckets.Single().Rules.Single();

        Assert.That((rule.Outcome, rule.Landings.Single().Rule.Destination.Bucket), Is.EqualTo((MoveOutcome.MapsWithChange, "central")));
        Assert.That(rule.Changes.Single(), Is.EqualTo(new MoveChange
        {
            Path = "Destination.Bucket",
            Before = "reports",
            After = "central",
            Reason = "The target's options name it.",
            Impact = MoveImpact.OtherPlace,
            IsAcceptedByOptions = true,
        }));
        Assert.That(rule.Notes.Single(n => n.Path == "Destination.Bucket").Text, Does.StartWith("Reports go to bucket 'central' instead of 'reports'. "));
        Assert.That((await move.PlanAsync()).IsDone);
    }

    [Test]
    public async Task A_rule_that_runs_once_moves_with_a_warning_that_it_runs_again()
    {
        var move = new TestMove(new(second: new()));
        await move.Fleet.PutAsync(TestFleet.First, TestMove.Source, Plain with { Schedule = InventorySchedule.Once });

        var rule = (await move.PlanAsync()).Buckets.Single().Rules.Single();

        Assert.That(rule.Outcome, Is.EqualTo(MoveOutcome.Maps));
        Assert.That(rule.Notes.Single(n => n.Path == "Schedule"), Is.EqualTo(new MoveNote(
            "Schedule", ViolationSeverity.Warning, "It runs once, and would run once more at the target. Leave it behind unless that is meant.")));
    }

    [Test]
    public async Task A_bucket_that_cannot_be_read_fails_alone_and_the_others_move()
    {
        var move = await TestMove.OfAsync(Plain);
        await move.Fleet.PutAsync(TestFleet.First, "second", Plain);
        await move.Fleet.PutAsync(TestFleet.First, "third", Plain);
        var denied = new Dictionary<string, InventoryException> { ["second"] = new(InventoryErrorKind.AccessDenied, "No."), ["third"] = new(InventoryErrorKind.Throttled, "Later.") };
        move.Fleet.Replace(TestFleet.First, new FailingService(move.Fleet.FirstService, denied));
        move.Fleet.Replace(TestFleet.Second, new FailingService(move.Fleet.SecondService, denied));

        var plan = await move.DoAsync(TestMove.Accepting("unseen:schedule=Weekly") with { Buckets = [new("second", "other"), new(TestMove.Source, "second"), new("third", "third"), new("fourth", "fourth")] });

        Assert.That(plan.Buckets.Select(b => string.Join(" ", b.Failures.Select(f => $"{f.Account}:{f.Kind}"))), Is.EqualTo(
            ["first:AccessDenied", "second:AccessDenied", "first:Throttled second:Throttled", ""]));
        Assert.That((plan.Counts.FailedBuckets, plan.IsDone), Is.EqualTo((3, false)));
    }

    [Test]
    public async Task A_rule_at_the_target_that_no_plan_can_write_down_holds_up_nothing()
    {
        var move = new TestMove(new(second: new() { Capabilities = SettingExtension.Held(TestMove.OnePrefix) }));
        await move.Fleet.PutAsync(TestFleet.First, TestMove.Source, Plain);
        await move.Fleet.PutAsync(TestFleet.Second, TestMove.Target, Make.Rule("theirs") with { Extensions = [new SettingExtension("lesser", "x")] });
        var planned = new FleetMove(move.Fleet.Of, [], TestMove.Options);

        var plan = planned.Create(await new FleetReader(move.Fleet.Of).ReadAsync(planned.Buckets));

        Assert.That((plan.Buckets.Single().Failures.Count, plan.Buckets.Single().Rules.Count), Is.EqualTo((0, 1)));
        Assert.That(plan.Counts.FailedBuckets, Is.Zero);
    }

    [Test]
    public async Task Who_pays_is_taken_along_to_another_account_of_the_same_cloud_with_a_warning()
    {
        var capabilities = InMemoryCapabilities.Create() with { ExtensionTypes = [typeof(Payer)] };
        var move = new TestMove(new(new() { Capabilities = capabilities }, new() { Capabilities = capabilities }));
        var rule = Plain with { Extensions = [new Payer()] };
        await move.Fleet.PutAsync(TestFleet.First, TestMove.Source, rule);
        var planned = new FleetMove(move.Fleet.Of, [new Payer.Document()], TestMove.Options);

        var moved = planned.Create(await new FleetReader(move.Fleet.Of).ReadAsync(planned.Buckets)).Buckets.Single().Rules.Single();

        Assert.That((moved.Outcome, moved.Landings.Single().Rule), Is.EqualTo((MoveOutcome.Maps, rule with { IsEnabled = false })));
        Assert.That(moved.Notes.Single(n => n.Path == "Extensions[memory.access]"), Is.EqualTo(new MoveNote(
            "Extensions[memory.access]", ViolationSeverity.Warning, "Who pays and who may write is taken along, as the rule says it. Check that 'second' may.")));
    }

    [Test]
    public async Task An_account_without_a_service_fails_its_buckets()
    {
        var move = await TestMove.OfAsync(Plain);
        var planned = new FleetMove(
            account => account == TestFleet.Second ? throw new InvalidConfigurationException("The options cannot be used", ["Region: it is missing."]) : move.Fleet.Of(account),
            SettingExtension.Documents,
            TestMove.Options);
        var live = await new FleetReader(move.Fleet.Of).ReadAsync(planned.Buckets);

        var plan = planned.Create(live);

        Assert.That(plan.Buckets.Single().Failures.Single().Kind, Is.EqualTo(InventoryErrorKind.InvalidConfiguration));
    }

    [Test]
    public void What_cannot_be_meant_is_refused_all_of_it_at_once()
    {
        var options = TestMove.Options with { To = TestFleet.First, Buckets = [new("a", "a"), new("b", "c"), new("b", "c"), new("d", "b")], Destinations = [new("d", "e"), new("d", "f")] };

        Assert.That(
            () => new FleetMove(new TestFleet().Of, [], options),
            Throws.TypeOf<InventoryException>().With.Message.EqualTo("""
                The move cannot be planned:
                  Bucket 'b' of 'first' is named twice. Name it once.
                  Two buckets would move to bucket 'c' of 'first'. Move one after the other.
                  Destination 'd' is named twice. Name it once.
                  Bucket 'a' would move to itself. Name another account or another bucket.
                  Bucket 'b' moves itself, and 'd' would move to it. Move one after the other.
                """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task A_rule_that_both_hold_comes_back_equal_to_the_original()
    {
        var original = Plain with { Filter = InventoryFilter.ForPrefix("logs/"), OptionalFields = [InventoryField.Size, InventoryField.ETag], Schedule = InventorySchedule.Monthly(3) };
        var move = await TestMove.OfAsync(original);
        var back = new MoveOptions { From = TestFleet.Second, To = TestFleet.First, Buckets = [new(TestMove.Target, "back")] };

        foreach (var options in new[] { TestMove.Options, TestMove.Options with { Enable = true }, back, back with { Enable = true } })
        {
            _ = await move.DoAsync(options);
            Assert.That((await move.PlanAsync(options)).IsDone);
        }

        Assert.That(await move.RulesAsync(TestFleet.First, "back"), Is.EqualTo([original]));
        Assert.That(await move.RulesAsync(TestFleet.First, TestMove.Source), Is.EqualTo([original]));
    }

    private sealed record Payer() : InventoryAccessExtension("memory")
    {
        public override IEnumerable<string> SettingsUsed => ["Payer"];

        public override InventoryAccessExtension Over(InventoryAccessExtension defaults) => this;

        public sealed class Document : Documents.IExtensionDocument
        {
            public string Key => "memory.access";

            public InventoryExtension Read(Documents.ObjectReader reader) => new Payer();

            public Documents.DocumentNode Write(InventoryExtension extension) => Documents.DocumentNode.Object([]);
        }
    }
}
