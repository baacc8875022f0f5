using static Inventory.Planning.Tests.Imported;

namespace Inventory.Planning.Tests;

public sealed class FleetImporterTests
{
    [Test]
    public void A_rule_is_written_once_and_assigned_to_every_bucket_that_has_it()
    {
        var text = Text(Bucket("logs-eu", Make.Rule("weekly")), Bucket("logs-us", Make.Rule("weekly")));

        Assert.That(text, Is.EqualTo("""
            version: 1
            accounts:
              first:
                buckets:
                  - logs-eu
                  - logs-us
            rules:
              weekly:
                destination:
                  bucket: reports
                  prefix: inventory/
                schedule: Weekly
            assignments:
              - account: first
                buckets:
                  - "*"
                rules:
                  - weekly
            """));
    }

    [Test]
    public void Four_thousand_rules_that_are_ten_are_ten()
    {
        var rules = Enumerable.Range(0, 10).Select(n => Make.Rule($"rule-{n}") with { Filter = InventoryFilter.ForPrefix($"logs/{n}/") }).ToArray();
        LiveBucket[] buckets = [.. Enumerable.Range(0, 400).Select(n => Bucket(n < 340 ? TestFleet.First : TestFleet.Second, $"bucket-{n:000}", rules))];

        var import = Importer.Import(Live(buckets));

        Assert.That((import.Buckets, import.Rules, import.DistinctIds, import.IsWhole), Is.EqualTo((400, 4000, 10, true)));
        Assert.That(import.Text.Split('\n').Count(line => !line.Contains("bucket-", StringComparison.Ordinal)), Is.LessThan(100));
        Assert.That(Plan(import, Live(buckets)).IsEmpty, Is.True);
    }

    [Test]
    public void The_most_common_variant_of_an_id_is_the_rule_and_the_others_say_what_differs()
    {
        var rule = Make.Rule("weekly") with { OptionalFields = [InventoryField.Size] };
        var other = rule with { IsEnabled = false, Destination = new() { Bucket = "reports" }, OptionalFields = [] };

        var text = Text(Bucket("odd", other), Bucket("one", rule), Bucket("two", rule));

        Assert.That(After(text, "rules:\n  weekly:"), Is.EqualTo("""

                destination:
                  bucket: reports
                  prefix: inventory/
                schedule: Weekly
                optionalFields:
                  - Size
            assignments:
              - account: first
                buckets:
                  - one
                  - two
                rules:
                  - weekly
              - account: first
                buckets:
                  - odd
                rules:
                  - weekly
                set:
                  isEnabled: false
                  destination:
                    prefix: null
                  optionalFields: null
            """));
    }

    [Test]
    public void Rules_that_differ_in_the_same_way_share_an_assignment()
    {
        InventoryRule[] rules = [Make.Rule("one"), Make.Rule("two")];
        LiveBucket[] usual = [.. "abc".Select(c => Bucket(TestFleet.First, $"logs-{c}", rules))];
        LiveBucket[] disabled = [.. "de".Select(c => Bucket(TestFleet.First, $"logs-{c}", [.. rules.Select(r => r with { IsEnabled = false })]))];

        var text = Text([.. usual, .. disabled]);

        Assert.That(After(text, "assignments:"), Is.EqualTo("""

              - account: first
                buckets:
                  - logs-a
                  - logs-b
                  - logs-c
                rules:
                  - one
                  - two
              - account: first
                buckets:
                  - logs-d
                  - logs-e
                rules:
                  - one
                  - two
                set:
                  isEnabled: false
            """));
    }

    [Test]
    public void What_every_bucket_has_is_said_once_though_each_has_rules_of_its_own_too()
    {
        var shared = Enumerable.Range(0, 5).Select(n => Make.Rule($"shared-{n}"));

        var text = Text([.. Enumerable.Range(0, 20).Select(n => Bucket($"b{n:00}", [.. shared, Make.Rule($"own-{n:00}")]))]);

        Assert.That(Count(text, "- account:"), Is.EqualTo(21));
        Assert.That(Count(text, "- shared-0"), Is.EqualTo(1));
    }

    [Test]
    public void Buckets_of_the_same_kind_stay_together_where_that_is_shorter()
    {
        InventoryRule[] one = [.. Enumerable.Range(0, 9).Select(n => Make.Rule($"rule-{n}"))];
        LiveBucket[] first = [.. Enumerable.Range(0, 3).Select(n => Bucket(TestFleet.First, $"app-{n}", one[..6]))];
        LiveBucket[] second = [.. Enumerable.Range(0, 3).Select(n => Bucket(TestFleet.First, $"web-{n}", one[3..]))];

        var text = Text([.. first, .. second, Bucket("quiet")]);

        Assert.That(Count(text, "- account:"), Is.EqualTo(2));
    }

    [Test]
    public void Rules_that_go_to_overlapping_sets_of_buckets_are_assigned_rule_by_rule_where_that_is_shorter()
    {
        // Each bucket has another choice of three rules: eight choices.
        var buckets = Enumerable.Range(0, 8).Select(n => Bucket($"b{n}", [.. Enumerable.Range(0, 3).Where(bit => (n & (1 << bit)) != 0).Select(bit => Make.Rule($"rule-{bit}"))]));

        var text = Text([.. buckets]);

        Assert.That(Count(text, "- account:"), Is.EqualTo(3));
    }

    [Test]
    public void A_bucket_without_rules_is_listed() => Assert.That(Text(Bucket("quiet")), Is.EqualTo("""
        version: 1
        accounts:
          first:
            buckets:
              - quiet
        """));

    [Test]
    public void A_single_bucket_is_named()
    {
        var text = Text(Bucket("logs", Make.Rule("weekly")));

        Assert.That(text, Does.Contain("buckets:\n      - logs\n    rules:").And.Not.Contains("*"));
    }

    [Test]
    public void What_all_rules_share_is_a_default_where_the_file_gets_shorter_by_it()
    {
        InventoryRule[] rules = [.. Enumerable.Range(0, 3).Select(n => Make.Rule($"rule-{n}") with { IsEnabled = n > 0, OptionalFields = [InventoryField.Size, InventoryField.ETag] })];

        var text = Text(Bucket("logs", rules));

        Assert.That(text, Does.Contain("""
            defaults:
              common:
                destination:
                  bucket: reports
                  prefix: inventory/
                schedule: Weekly
                optionalFields:
                  - Size
                  - ETag
            rules:
              rule-0:
                from: common
                isEnabled: false
              rule-1:
                from: common
              rule-2:
                from: common
            """));
    }

    [Test]
    public void Values_that_one_provider_alone_knows_are_never_split()
    {
        static InventoryRule Rule(string id, string text) => Make.Rule(id) with { Schedule = InventorySchedule.Other("memory", text) };
        InventoryRule[] rules = [Rule("a", "Hourly"), Rule("b", "Yearly"), Rule("c", "Hourly"), Rule("d", "Hourly")];

        var import = Importer.Import(Live(Bucket("logs", rules), Bucket("media", Rule("a", "Yearly"))));

        Assert.That(Count(import.Text, "other:"), Is.EqualTo(5));
        Assert.That(Count(import.Text, "text:"), Is.EqualTo(5));
        Assert.That(Count(import.Text, "provider: memory"), Is.EqualTo(5));
    }

    [Test]
    public void Accounts_and_buckets_keep_their_order()
    {
        var import = Importer.Import(Live(Bucket(TestFleet.Second, "b", []), Bucket(TestFleet.First, "z", []), Bucket(TestFleet.Second, "a", [])));

        var read = new DesiredStateReader([]).Read(import.Text, "fleet.yaml");
        Assert.That(read.Buckets.Select(b => $"{b.Account}/{b.Bucket}"), Is.EqualTo(new[] { "second/b", "second/a", "first/z" }));
    }

    [Test]
    public void The_order_of_the_rules_in_a_list_changes_nothing()
    {
        InventoryRule[] rules = [Make.Rule("a"), Make.Rule("b") with { Schedule = InventorySchedule.Daily }, Make.Rule("c")];

        Assert.That(Text(Bucket("logs", [.. rules.Reverse()])), Is.EqualTo(Text(Bucket("logs", rules))));
    }

    [Test]
    public void Json_says_the_same()
    {
        var live = Live(Bucket("logs", Make.Rule("a"), Make.Rule("b")), Bucket("media", Make.Rule("a") with { IsEnabled = false }));

        var json = Importer.Import(live, FleetFileFormat.Json).Text;

        Assert.That(json, Does.StartWith("{\n").And.EndsWith("}\n"));
        Assert.That(PlanOf(json), Is.EqualTo(PlanOf(Importer.Import(live).Text)));

        Plan PlanOf(string text)
        {
            var desired = new DesiredStateReader([]).Read(text, "fleet");
            return TestFleet.PlannerOf(new TestFleet().Of).Create(desired, live);
        }
    }

    [TestCase("-", TestName = "a hyphen")]
    [TestCase("123", TestName = "digits")]
    [TestCase("null", TestName = "null")]
    [TestCase("on", TestName = "a truth of old")]
    [TestCase("<<", TestName = "a merge key")]
    [TestCase("*", TestName = "an asterisk")]
    [TestCase("a: b #c", TestName = "a colon and a sharp")]
    [TestCase(" ", TestName = "a space")]
    [TestCase("汉字😀", TestName = "characters of two units")]
    [TestCase("a\u202Eb\u0000\u2028\r\n\uFEFF", TestName = "characters that command")]
    [TestCase("\"'\\", TestName = "quotation marks")]
    public void Any_whole_id_is_taken_over_with_(string id)
    {
        var live = Live(Bucket("logs", Make.Rule(id)), Bucket("media", Make.Rule(id) with { IsEnabled = false }));

        foreach (var format in Enum.GetValues<FleetFileFormat>())
        {
            var import = Importer.Import(live, format);

            Assert.That(import.IsWhole, Is.True);
            Assert.That(import.Text.Where(c => c != '\n' && (char.IsControl(c) || c is '\u202E' or '\u2028' or '\uFEFF')), Is.Empty);
            Assert.That(new DesiredStateReader([]).Read(import.Text, "fleet").Buckets.Select(b => b.Rules.Single().Rule), Is.EqualTo(live.Buckets.Select(b => b.Rules.Single())));
        }
    }

    [Test]
    public void A_fleet_beyond_what_a_file_holds_is_refused_with_the_bound()
    {
        var rule = Make.Rule("weekly") with { Filter = new() { Prefixes = [.. Enumerable.Range(0, 6).Select(n => $"{n}{new string('x', 3 * 1024 * 1024)}")] } };

        Assert.That(() => Importer.Import(Live(Bucket("logs", rule))), Throws.TypeOf<Documents.InvalidDocumentException>().With.Message.Contains("longer than 16777216"));
    }

    private static string After(string text, string mark) => text[(text.IndexOf(mark, StringComparison.Ordinal) + mark.Length)..];

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
