using System.Text.Json;

namespace Inventory.Planning.Tests;

[TestFixtureSource(typeof(CultureTests), nameof(Names))]
public sealed class MoveRenderingTests(string culture) : CultureTests(culture)
{
    private static readonly string Hostile = "x\u001b[31m\n``` @team <b>\u202e";

    [Test]
    public async Task A_terminal_shows_what_becomes_of_each_rule_and_what_is_left_to_do()
    {
        var plan = await SampleAsync();

        var text = MoveText.Write(plan);

        Assert.That(text, Is.EqualTo($$"""
            first/logs → second/logs-there
              ! daily cannot move
                  Schedule: Lesser Cloud has no DailySchedule. Do without. The report will be written at other times. Accept schedule=Weekly or schedule=Monthly(1).
                  Note: Destination.Bucket: Reports go to bucket 'reports'. It must be one of Lesser Cloud, in the region of bucket 'logs-there' there.
              - left is left behind
              = on maps as it is
                  Note: Destination.Bucket: Reports go to bucket 'reports'. It must be one of Lesser Cloud, in the region of bucket 'logs-there' there.
                  at the target: on, landed, enabled
              = plain maps as it is (disabled at the source)
                  Note: Destination.Bucket: Reports go to bucket 'reports'. It must be one of Lesser Cloud, in the region of bucket 'logs-there' there.
                  at the target: plain, not there
              ~ split maps with a change
                  Filter.Prefixes: ["a/","b/"] → one rule for each of ["a/","b/"]. A rule selects by one prefix. The rule or its report will be found under another name. Accepted: split=Filter.Prefixes.
                  OptionalFields: StorageClass → (none). Lesser Cloud has no StorageClassField. The report will have fewer columns. Accepted: split:drop=OptionalFields.
                  Note: Destination.Bucket: Reports go to bucket 'reports'. It must be one of Lesser Cloud, in the region of bucket 'logs-there' there.
                  at the target: split-1, not there
                  at the target: split-2, landed, disabled

            first/gone → second/gone-there
              x first/gone failed: AccessDenied: No.

            No rule needs what is accepted: on:drop=Filter
            No rule writes to the destination nowhere.
            1 rule cannot move: accept each change that is meant, or leave the rule behind.
            2 rules are to land, disabled.
            Enabled on both sides; the source is never changed here, so disable them at 'first': logs on.
            Rules: 2 as they are, 1 with a change, 1 cannot move, 1 left behind. At the target: 2 not there, 1 landed, disabled, 1 landed, enabled. 1 bucket not read on both sides. Plan {{plan.Plan.Hash}}

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task A_pull_request_shows_the_same_as_differences()
    {
        var plan = await SampleAsync();

        var page = MoveMarkdown.Write(plan);

        Assert.That(page, Does.StartWith($"## Inventory move\n\nRules: 2 as they are, 1 with a change, 1 cannot move, 1 left behind. At the target: 2 not there, 1 landed, disabled, 1 landed, enabled. 1 bucket not read on both sides.\n\nHash: `{plan.Plan.Hash}`\n\n```diff\n# No rule needs what is accepted: on:drop=Filter\n"));
        Assert.That(page, Does.Contain("\n### `first` / `logs` → `second` / `logs-there`\n\n```diff\n- daily cannot move\n-   Schedule: Lesser Cloud has no DailySchedule. "));
        Assert.That(page, Does.Contain("\n# left is left behind\n+ on maps as it is\n").And.Contain("\n! split maps with a change\n!   Filter.Prefixes: ").And.Contain("\n#   at the target: split-1, not there\n"));
        Assert.That(page, Does.EndWith("\n### `first` / `gone` → `second` / `gone-there`\n\n```diff\n! first/gone failed: AccessDenied: No.\n```\n"));
    }

    [Test]
    public async Task Tools_get_all_of_it_as_data()
    {
        var plan = await SampleAsync();

        var json = new MoveJson(SettingExtension.Documents).Write(plan);

        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        Assert.That(root.EnumerateObject().Select(m => m.Name), Is.EqualTo(["version", "from", "to", "enable", "isDone", "summary", "buckets", "unused", "unusedDestinations", "plan"]));
        Assert.That((root.GetProperty("version").GetInt32(), root.GetProperty("isDone").GetBoolean(), root.GetProperty("enable").GetBoolean()), Is.EqualTo((1, false, false)));
        Assert.That(root.GetProperty("summary").ToString(), Is.EqualTo("""
            {
                "maps": 2,
                "mapsWithChange": 1,
                "cannot": 1,
                "left": 1,
                "missing": 2,
                "disabled": 1,
                "enabled": 1,
                "failedBuckets": 1
              }
            """.ReplaceLineEndings("\n")));
        var rules = root.GetProperty("buckets")[0].GetProperty("rules");
        Assert.That(rules.EnumerateArray().Select(r => r.GetProperty("outcome").GetString()), Is.EqualTo(["Cannot", "Left", "Maps", "Maps", "MapsWithChange"]));
        var refusal = rules[0].GetProperty("refusals")[0];
        Assert.That(refusal.GetProperty("choices").EnumerateArray().Select(c => MoveAcceptance.Parse(c.GetString()!)), Is.EqualTo(plan.Buckets[0].Rules[0].Refusals[0].Choices));
        Assert.That((refusal.GetProperty("impact").GetString(), refusal.GetProperty("meaning").GetString()), Is.EqualTo(("OtherTimes", "The report will be written at other times.")));
        var change = rules[4].GetProperty("changes")[1];
        Assert.That((change.GetProperty("path").GetString(), change.GetProperty("before").GetString(), change.TryGetProperty("after", out _), change.GetProperty("accepted").GetString()),
            Is.EqualTo(("OptionalFields", "StorageClass", false, "split:drop=OptionalFields")));
        Assert.That(rules[4].GetProperty("landings").EnumerateArray().Select(l => (l.GetProperty("state").GetString(), l.GetProperty("rule").GetProperty("id").GetString())),
            Is.EqualTo([("Missing", "split-1"), ("Disabled", "split-2")]));
        Assert.That(root.GetProperty("buckets")[1].GetProperty("failures")[0].GetProperty("account").GetString(), Is.EqualTo("first"));
        Assert.That(new PlanJson(SettingExtension.Documents).Parse(root.GetProperty("plan").GetRawText()), Is.EqualTo(plan.Plan));
    }

    [Test]
    public void Names_command_neither_a_terminal_nor_a_page()
    {
        var plan = OfHostileNames();

        var text = MoveText.Write(plan);
        var page = MoveMarkdown.Write(plan);
        var json = new MoveJson([]).Write(plan);

        Assert.That((text + page + json).Where(c => c != '\n' && (char.IsControl(c) || c == '\u202e')), Is.Empty);
        Assert.That(page, Does.Contain("\n````diff\n").And.Contains("\n````\n"));
        Assert.That(JsonDocument.Parse(json).RootElement.GetProperty("from").GetString(), Is.EqualTo(Hostile + "\uFFFD"));
    }

    [Test]
    public void A_page_that_would_be_too_long_says_how_many_buckets_it_leaves_out()
    {
        var rule = new RuleMove { RuleId = "rule", IsEnabled = true, Outcome = MoveOutcome.Left };
        var plan = new MovePlan { From = "a", To = "b", Plan = new() { Hash = "h", Buckets = [] }, Buckets = [.. Enumerable.Range(0, 100).Select(n => new BucketMove { Source = $"s{n}", Target = "t", Rules = [rule] })] };

        var page = MoveMarkdown.Write(plan, maxLength: 1000);

        Assert.That(page, Has.Length.LessThanOrEqualTo(1000));
        Assert.That(page, Does.Match(@"\*\*[0-9]+ more buckets are not shown"));
        Assert.That(() => MoveMarkdown.Write(plan, 999), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static async Task<MovePlan> SampleAsync()
    {
        var split = Make.Rule("split") with { Filter = new() { Prefixes = ["a/", "b/"] }, OptionalFields = [InventoryField.StorageClass], Destination = new() { Bucket = "reports", Prefix = "split/" } };
        var page = new Evidence("Reports lie at PREFIX/SOURCE/ID.", "This test", new DateOnly(2026, 1, 1));
        var fleet = new TestFleet(second: new() { Capabilities = TestMove.OnePrefix with { ReportPathEvidence = [page] } });
        await fleet.PutAsync(
            TestFleet.First, TestMove.Source, split, Make.Rule("plain") with { IsEnabled = false }, Make.Rule("on"), Make.Rule("left"), Make.Rule("daily") with { Schedule = InventorySchedule.Daily });
        await fleet.PutAsync(TestFleet.Second, TestMove.Target, Make.Rule("on"), split with { Id = "split-2", IsEnabled = false, Filter = InventoryFilter.ForPrefix("b/"), OptionalFields = [] });
        fleet.Replace(TestFleet.First, new FailingService(fleet.FirstService, new Dictionary<string, InventoryException> { ["gone"] = new(InventoryErrorKind.AccessDenied, "No.") }));
        return await new TestMove(fleet).PlanAsync(TestMove.Accepting("split=Filter.Prefixes", "split:drop=OptionalFields", "on:drop=Filter") with
        {
            Buckets = [new(TestMove.Source, TestMove.Target), new("gone", "gone-there")],
            Destinations = [new("nowhere", "there")],
            Leave = ["left"],
        });
    }

    private static MovePlan OfHostileNames() => new()
    {
        From = Hostile + "\ud800",
        To = Hostile,
        Plan = new() { Hash = "h", Buckets = [] },
        Unused = [MoveAcceptance.Split(Hostile)],
        UnusedDestinations = [new(Hostile, Hostile)],
        Buckets =
        [
            new()
            {
                Source = Hostile,
                Target = Hostile,
                Failures = [new() { Account = Hostile, Bucket = Hostile, Kind = InventoryErrorKind.Unexpected, Reason = Hostile }],
                Rules =
                [
                    new()
                    {
                        RuleId = Hostile,
                        IsEnabled = true,
                        Outcome = MoveOutcome.Maps,
                        Changes = [new() { Path = Hostile, Before = Hostile, After = Hostile, Reason = Hostile, Accepted = MoveAcceptance.Split(Hostile) }],
                        Refusals = [new() { Path = Hostile, Reason = Hostile, Remedy = Hostile, Choices = [MoveAcceptance.Split(Hostile)] }],
                        Notes = [new(Hostile, ViolationSeverity.Note, Hostile)],
                        Landings = [new(Make.Rule("x\u202e"), LandingState.Enabled)],
                    },
                ],
            },
        ],
    };
}
