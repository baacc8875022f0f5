using Inventory.Documents;
using static Inventory.Planning.Tests.Imported;

namespace Inventory.Planning.Tests;

public sealed class ImportOmissionTests
{
    [Test]
    public void A_rule_that_runs_once_is_left_out_and_told()
    {
        var live = Live(Bucket("logs", Make.Rule("once") with { Schedule = InventorySchedule.Once }, Make.Rule("weekly")));

        var import = Importer.Import(live);

        Assert.That(import.LeftOut.Single(), Is.EqualTo(new ImportOmission
        {
            Account = "first",
            Bucket = "logs",
            RuleId = "once",
            Reason = "It runs once, so it never comes to rest, and a fleet file takes no such rule.",
            Remedy = "Leave it to who put it: it is unmanaged. A plan that prunes would delete it.",
        }));
        Assert.That((import.Rules, import.IsWhole), Is.EqualTo((1, false)));
        var plan = Plan(import, live);
        Assert.That(plan.IsEmpty, Is.True);
        Assert.That(plan.Buckets.Single().Unmanaged, Is.EqualTo(new[] { "once" }));
    }

    [Test]
    public void The_file_itself_says_that_something_is_missing()
    {
        var import = Importer.Import(Live(Bucket("logs", Make.Rule("once") with { Schedule = InventorySchedule.Once }), Failed("broken")));

        Assert.That(import.Text, Does.StartWith("# Not everything is here. Left out, for no such file can hold it: 1. Buckets that could not be read: 1. The import told what and why.\n# "));
    }

    [Test]
    public void Half_a_character_is_left_out_wherever_it_stands()
    {
        var rules = new[]
        {
            Make.Rule("a\uD83D"),
            Make.Rule("b") with { Filter = InventoryFilter.ForPrefix("\uDE00/") },
            Make.Rule("c") with { Destination = new() { Bucket = "reports", Prefix = "x\uD83D" } },
            Make.Rule("d"),
        };

        var import = Importer.Import(Live(Bucket("logs", rules)));

        Assert.That(import.LeftOut.Select(o => o.RuleId), Is.EqualTo(new[] { "a\uFFFD", "b", "c" }));
        Assert.That(import.LeftOut.Select(o => o.Reason), Has.All.Contains("half a character"));
        Assert.That(import.LeftOut[1].Reason, Does.StartWith("filter.prefixes[0]: "));
        Assert.That(import.Rules, Is.EqualTo(1));
    }

    [Test]
    public void An_extension_that_nobody_registered_is_left_out_by_its_key()
    {
        var import = Importer.Import(Live(Bucket("logs", Make.Rule("a") with { Extensions = [new SettingExtension("third", "x")] })));

        var omission = import.LeftOut.Single();
        Assert.That(omission.Reason, Does.StartWith("Extensions[third]: No adapter registered how to write it."));
        Assert.That(omission.Remedy, Does.StartWith("Register its adapter"));
    }

    [TestCase("logs-*")]
    [TestCase("log?")]
    public void A_bucket_with_a_name_that_the_file_takes_for_a_pattern_is_left_out_whole(string name)
    {
        var import = Importer.Import(Live(Bucket(name, Make.Rule("a")), Bucket("logs", Make.Rule("a"))));

        Assert.That(import.LeftOut.Select(o => (o.Bucket, o.RuleId)), Is.EqualTo(new[] { (name, (string?)null) }));
        Assert.That(import.LeftOut[0].Reason, Does.Contain("pattern"));
        Assert.That(import.Buckets, Is.EqualTo(1));
    }

    [Test]
    public void A_name_that_no_file_can_hold_is_left_out()
    {
        InventoryRule[] rules = [Make.Rule("a")];

        var import = Importer.Import(Live(Bucket("first", "", rules), Bucket("", "logs", rules), Bucket("first", "logs\uD83D", rules), Bucket("\uD83D", "logs", rules)));

        Assert.That(import.LeftOut.Select(o => (o.Account, o.Bucket, IsEmpty: o.Reason.Contains("is empty", StringComparison.Ordinal))), Is.EqualTo(new[]
        {
            ("first", "", true), ("", "logs", true), ("first", "logs\uFFFD", false), ("\uFFFD", "logs", false),
        }));
        Assert.That((import.Buckets, import.Rules), Is.EqualTo((0, 0)));
    }

    [Test]
    public void A_bucket_that_could_not_be_read_is_told_and_not_listed()
    {
        var import = Importer.Import(Live(Failed("broken"), Bucket("logs")));

        Assert.That(import.Failures.Select(f => (f.Bucket, f.Kind, f.RequestId)), Is.EqualTo(new[] { ("broken", InventoryErrorKind.AccessDenied, "id-1") }));
        Assert.That(new DesiredStateReader([]).Read(import.Text, "fleet.yaml").Buckets.Select(b => b.Bucket), Is.EqualTo(new[] { "logs" }));
    }

    [Test]
    public void A_list_that_contradicts_itself_is_a_failure_of_its_bucket()
    {
        var import = Importer.Import(Live(Bucket("logs", Make.Rule("a"), Make.Rule("a") with { IsEnabled = false })));

        Assert.That(import.Failures.Single().Kind, Is.EqualTo(InventoryErrorKind.MalformedResponse));
        Assert.That(import.Failures.Single().Reason, Does.StartWith("Rule 'a' of bucket 'logs' was listed twice"));
        Assert.That(import.Buckets, Is.Zero);
    }

    [Test]
    public void A_rule_that_is_listed_twice_alike_is_one() =>
        Assert.That(Importer.Import(Live(Bucket("logs", Make.Rule("a"), Make.Rule("a")))).Rules, Is.EqualTo(1));

    [Test]
    public void A_fleet_of_nothing_is_a_file_of_nothing()
    {
        var import = Importer.Import(Live());

        Assert.That(import.Text, Is.EqualTo("version: 1\naccounts: {}\n"));
        Assert.That(import.IsWhole, Is.True);
    }

    [Test]
    public void A_bucket_that_is_there_twice_is_refused() =>
        Assert.That(() => Importer.Import(Live(Bucket("logs"), Bucket("logs"))), Throws.ArgumentException.With.Message.StartsWith("Bucket 'logs' of account 'first' is there twice."));

    [Test]
    public void An_account_in_two_spellings_is_refused() =>
        Assert.That(
            () => Importer.Import(Live(Bucket("oss", "a", []), Bucket("OSS", "b", []))),
            Throws.ArgumentException.With.Message.StartsWith("The accounts 'oss' and 'OSS' are one"));

    [Test]
    public void What_null_would_not_take_out_is_added_by_those_that_have_it()
    {
        var importer = new FleetImporter([new MarkDocument()]);
        var live = Live(
            Bucket("a", Make.Rule("r") with { Extensions = [new Mark("set", "x")] }),
            Bucket("b", Make.Rule("r") with { Extensions = [new Mark("set", "x")] }),
            Bucket("c", Make.Rule("r") with { Extensions = [new Mark("absent", "x")] }),
            Bucket("d", Make.Rule("r") with { Extensions = [new Mark("null", "x")] }));

        var import = importer.Import(live);

        Assert.That(import.IsWhole, Is.True);
        Assert.That(
            new DesiredStateReader([new MarkDocument()]).Read(import.Text, "fleet.yaml").Buckets.Select(b => b.Rules.Single().Rule),
            Is.EqualTo(live.Buckets.Select(b => b.Rules.Single())));
    }

    [Test]
    public void What_its_own_document_does_not_read_back_is_left_out()
    {
        var importer = new FleetImporter([new MarkDocument()]);

        var import = importer.Import(Live(Bucket("a", Make.Rule("lost") with { Extensions = [new Mark("absent", "lost")] }, Make.Rule("bad") with { Extensions = [new Mark("bad", "x")] })));

        Assert.That(import.LeftOut.Select(o => (o.RuleId, o.Reason)), Is.EqualTo(new[]
        {
            ("bad", "What its file would say cannot be read: It is not JSON: NaN is not a number as JSON writes one."),
            ("lost", "What its file would say is not read back as the same rule."),
        }));
    }

    private static LiveBucket Failed(string bucket) => new()
    {
        Account = "first",
        Bucket = bucket,
        Failure = new() { Account = "first", Bucket = bucket, Kind = InventoryErrorKind.AccessDenied, Reason = "No.", RequestId = "id-1" },
    };

    /// <summary>A setting that may be set, null or absent, and each means another thing.</summary>
    private sealed record Mark(string State, string Name) : InventoryExtension("third")
    {
        public override IEnumerable<string> SettingsUsed => ["State"];
    }

    private sealed class MarkDocument : IExtensionDocument
    {
        public string Key => "third";

        public InventoryExtension Read(ObjectReader reader)
        {
            var state = reader.Node.Members.FirstOrDefault(m => m.Name == "state").Node;
            _ = reader.One("state");
            return new Mark(state is null ? "absent" : state.Kind == DocumentNodeKind.Null ? "null" : state.Text, reader.RequiredText("name"));
        }

        public DocumentNode Write(InventoryExtension extension)
        {
            var (state, name) = (((Mark)extension).State, ((Mark)extension).Name);
            DocumentMember named = new("name", DocumentNode.Of(name == "lost" ? "found" : name));
            return DocumentNode.Object(state switch
            {
                "absent" => [named],
                "null" => [new("state", DocumentNode.Null()), named],
                "bad" => [new("state", DocumentNode.Scalar(DocumentNodeKind.Number, "NaN")), named],
                _ => [new("state", DocumentNode.Of(state)), named],
            });
        }
    }
}
