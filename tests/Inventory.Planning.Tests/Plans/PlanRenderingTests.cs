namespace Inventory.Planning.Tests;

[TestFixtureSource(typeof(CultureTests), nameof(Names))]
public sealed class PlanRenderingTests(string culture) : CultureTests(culture)
{
    private static readonly string Hostile = "x\u001b[31m\n``` @team <b>\u202e";

    [Test]
    public async Task A_terminal_shows_everything_that_is_to_be_told()
    {
        var plan = await SamplePlan.MakeAsync();

        var text = PlanText.Write(plan);

        Assert.That(text, Is.EqualTo($$"""
            first/logs
              ~ replace changed (a delete and a put)  [fleet.yaml:1:1 rules.changed]
                  Destination.Prefix: inventory/ → (none)
                  Schedule: Weekly → Daily
                  Filter.LastModified: (none) → from 1970-01-01T00:00:00Z
                  Filter.ObjectSize: (none) → 1 to 1024 bytes
                  Extensions[memory]: (none) → {"setting":"x"}
              + create new  [fleet.yaml:1:1 rules.new]
                  IsEnabled: true
                  Destination.Bucket: reports
                  Destination.Prefix: inventory/
                  Destination.Format: CSV
                  Schedule: Weekly
                  IncludedObjectVersions: Current
              ~ enable on (a delete and a put)  [fleet.yaml:1:1 rules.on]
                  IsEnabled: false → true
              ? unmanaged by-hand (left alone)

            first/gone
              x failed: BucketNotFound: 'memory' has no bucket 'gone'. Name it in InMemoryOptions.Buckets. (request memory-000007)

            second/media
              + create accepted  [fleet.yaml:1:1 rules.accepted]
                  IsEnabled: true
                  Destination.Bucket: reports
                  Destination.Prefix: inventory/
                  Destination.Format: CSV
                  Schedule: Weekly
                  IncludedObjectVersions: Current
                  Warning: Schedule: Changed on the way, as the desired state accepts: schedule=Weekly. Take it out of the desired state to have such a rule refused.
              ! refused refused (what is there stays)  [fleet.yaml:1:1 rules.refused]
                  Schedule: Lesser Cloud has no DailySchedule. Do without. (Lesser Cloud, rules, 2025-01-31)
                  To have it written, accept: schedule=Weekly

            Rules: 2 to create, 1 to replace, 1 to enable, 1 refused, 1 unmanaged, 1 unchanged, 1 bucket failed. Plan {{plan.Hash}}

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task A_pull_request_shows_the_same_as_differences()
    {
        var plan = await SamplePlan.MakeAsync();

        var text = PlanMarkdown.Write(plan);

        Assert.That(text, Is.EqualTo($$"""
            ## Inventory plan

            Rules: 2 to create, 1 to replace, 1 to enable, 1 refused, 1 unmanaged, 1 unchanged, 1 bucket failed.

            Hash: `{{plan.Hash}}`

            ### `first` / `logs`

            ```diff
            ! replace changed (a delete and a put)  [fleet.yaml:1:1 rules.changed]
            -   Destination.Prefix: inventory/
            -   Schedule: Weekly
            +   Schedule: Daily
            +   Filter.LastModified: from 1970-01-01T00:00:00Z
            +   Filter.ObjectSize: 1 to 1024 bytes
            +   Extensions[memory]: {"setting":"x"}
            + create new  [fleet.yaml:1:1 rules.new]
            +   IsEnabled: true
            +   Destination.Bucket: reports
            +   Destination.Prefix: inventory/
            +   Destination.Format: CSV
            +   Schedule: Weekly
            +   IncludedObjectVersions: Current
            ! enable on (a delete and a put)  [fleet.yaml:1:1 rules.on]
            -   IsEnabled: false
            +   IsEnabled: true
            # unmanaged by-hand (left alone)
            ```

            ### `first` / `gone`

            ```diff
            ! failed: BucketNotFound: 'memory' has no bucket 'gone'. Name it in InMemoryOptions.Buckets. (request memory-000007)
            ```

            ### `second` / `media`

            ```diff
            + create accepted  [fleet.yaml:1:1 rules.accepted]
            +   IsEnabled: true
            +   Destination.Bucket: reports
            +   Destination.Prefix: inventory/
            +   Destination.Format: CSV
            +   Schedule: Weekly
            +   IncludedObjectVersions: Current
            #   Warning: Schedule: Changed on the way, as the desired state accepts: schedule=Weekly. Take it out of the desired state to have such a rule refused.
            ! refused refused (what is there stays)  [fleet.yaml:1:1 rules.refused]
            !   Schedule: Lesser Cloud has no DailySchedule. Do without. (Lesser Cloud, rules, 2025-01-31)
            !   To have it written, accept: schedule=Weekly
            ```

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void Names_command_neither_a_terminal_nor_a_page()
    {
        var plan = OfHostileNames();

        var text = PlanText.Write(plan);
        var page = PlanMarkdown.Write(plan);

        Assert.That((text + page).Where(c => c != '\n' && (char.IsControl(c) || c == '\u202e')), Is.Empty);
        Assert.That(page, Does.Contain("\n````diff\n").And.Contains("\n````\n"));
        Assert.That(page, Does.Contain("### ```` x\uFFFD[31m\uFFFD``` @team <b>\uFFFD ```` / "));
    }

    [Test]
    public void A_page_that_would_be_too_long_says_how_many_buckets_it_leaves_out()
    {
        var plan = new Plan { Hash = "h", Buckets = [.. Enumerable.Range(0, 100).Select(n => new BucketPlan { Account = "a", Bucket = $"bucket{n}", Unmanaged = ["rule"] })] };

        var page = PlanMarkdown.Write(plan, maxLength: 1000);

        Assert.That(page, Has.Length.LessThanOrEqualTo(1000));
        var shown = plan.Buckets.Count(b => page.Contains($"`{b.Bucket}`", StringComparison.Ordinal));
        Assert.That(shown, Is.InRange(1, 99));
        Assert.That(page, Does.Contain($"**{100 - shown} more buckets are not shown"));
        Assert.That(() => PlanMarkdown.Write(plan, 999), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_drastic_plan_says_so()
    {
        var plan = new Plan
        {
            Hash = "h",
            Buckets = [new() { Account = "a", Bucket = "b", Changes = [.. Enumerable.Range(0, 10).Select(n => new PlannedChange { Kind = ChangeKind.Delete, RuleId = $"r{n}" })] }],
        };

        Assert.That(PlanText.Write(plan), Does.Contain("More than 30 %").And.Contain("(--force).\n"));
        Assert.That(PlanMarkdown.Write(plan), Does.Contain("More than 30 %"));
    }

    private static Plan OfHostileNames() => new()
    {
        Hash = "h",
        Buckets =
        [
            new()
            {
                Account = Hostile,
                Bucket = Hostile,
                Changes = [new() { Kind = ChangeKind.Replace, RuleId = Hostile, Source = Hostile, Differences = [new(Hostile, Hostile, Hostile)] }],
                Refusals = [new() { RuleId = Hostile, Violations = [new() { Kind = RuleViolationKind.NotOffered, Path = Hostile, Provider = "p", Reason = Hostile, Remedy = Hostile }] }],
                Unmanaged = [Hostile],
                Failure = new() { Account = Hostile, Bucket = Hostile, Kind = InventoryErrorKind.Unexpected, Reason = Hostile, RequestId = Hostile, Unreadable = [Hostile], MoreUnreadable = 2 },
            },
        ],
    };

    [Test]
    public async Task A_hash_that_was_read_from_a_file_commands_nothing()
    {
        var json = new PlanJson(SettingExtension.Documents);
        var plan = json.Parse(json.Write(await SamplePlan.MakeAsync() with { Hash = "\u001b[2J\u202e` @everyone [x](y)" }));

        Assert.That(PlanText.Write(plan) + plan + PlanMarkdown.Write(plan), Has.None.EqualTo('\u001b').And.None.EqualTo('\u202e'));
        Assert.That(PlanMarkdown.Write(plan), Does.Contain("@everyone [x](y) ``\n"));
    }
}
