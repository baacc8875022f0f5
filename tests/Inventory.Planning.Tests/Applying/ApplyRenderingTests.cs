using Inventory.Documents;

namespace Inventory.Planning.Tests;

[TestFixtureSource(typeof(CultureTests), nameof(Names))]
public sealed class ApplyRenderingTests(string culture) : CultureTests(culture)
{
    private const string Hostile = "x\u001b[31m\u202e\u2028\n\"";

    private static readonly BucketFailure Failure = new() { Account = "first", Bucket = "logs", RuleId = "b", Kind = InventoryErrorKind.Conflict, Reason = "Schedule differs.", RequestId = "r2" };

    private static readonly ApplyResult Partial = new()
    {
        PlanHash = "0123",
        IsCancelled = true,
        Buckets =
        [
            new()
            {
                Account = "first",
                Bucket = "logs",
                Changes =
                [
                    new() { Kind = ChangeKind.Create, RuleId = "a", Outcome = ChangeOutcome.Done, RequestId = "r1" },
                    new() { Kind = ChangeKind.Replace, RuleId = "b", Outcome = ChangeOutcome.Failed, Failure = Failure, IsInJournal = true },
                    new() { Kind = ChangeKind.Delete, RuleId = "c", Outcome = ChangeOutcome.NotTried },
                ],
                Refused = 2,
            },
            new() { Account = "first", Bucket = "done", Changes = [new() { Kind = ChangeKind.Enable, RuleId = "a", Outcome = ChangeOutcome.Done }] },
            new()
            {
                Account = "second",
                Bucket = "media",
                Failure = new() { Account = "second", Bucket = "media", Kind = InventoryErrorKind.MalformedResponse, Reason = "Rules cannot be read.", Unreadable = ["bad"], MoreUnreadable = 2 },
            },
        ],
    };

    private static readonly ApplyResult Refused = new()
    {
        PlanHash = "0123",
        Buckets = [new() { Account = "first", Bucket = "logs", Changes = [new() { Kind = ChangeKind.Delete, RuleId = "a", Outcome = ChangeOutcome.NotTried }] }],
        Refusals = [new(ApplyRefusalKind.OtherPlan, "Another was reviewed."), new(ApplyRefusalKind.Drastic, "It deletes 1.")],
    };

    private static readonly RecoveryResult Recovered = new()
    {
        Entries =
        [
            Entry(RecoveryOutcome.Finished), Entry(RecoveryOutcome.Untouched), Entry(RecoveryOutcome.PutNew) with { RequestId = "r1" },
            Entry(RecoveryOutcome.PutOld) with { RequestId = "r1", Failure = Failure }, Entry(RecoveryOutcome.SomebodyElses), Entry(RecoveryOutcome.NotSettled) with { Failure = Failure, IsInJournal = true },
        ],
        Unreadable = [new("cut.json", "line 1, column 3: It ends too early.")],
    };

    [Test]
    public void A_terminal_shows_what_failed_in_full_and_counts_what_was_done() => Assert.That(ApplyText.Write(Partial), Is.EqualTo("""
        first/logs
            create a: done
          x replace b: failed: Conflict: Schedule differs. (request r2)
          - delete c: not tried

        second/media
          x failed: MalformedResponse: Rules cannot be read.
          x   cannot be read: bad
          x   and 2 more

        Stopped before all was tried. Plan again for the rest.
        1 interrupted replacement is in the journal. Recover before the next apply: the same command with --recover, or FleetRecovery.
        Rules: 1 created, 1 enabled, 1 failed, 1 not tried, 2 refused by the plan, 2 buckets failed. Plan 0123

        """.ReplaceLineEndings("\n")));

    [Test]
    public void What_is_all_done_is_one_line() =>
        Assert.That(ApplyText.Write(Partial with { IsCancelled = false, Buckets = [Partial.Buckets[1]] }), Is.EqualTo("Rules: 1 enabled. Plan 0123\n"));

    [Test]
    public void Nothing_to_do_is_said() => Assert.That(ApplyText.Write(new() { PlanHash = "h", Buckets = [] }), Is.EqualTo("Nothing to do. Plan h\n"));

    [Test]
    public void A_terminal_shows_why_a_plan_was_not_applied() => Assert.That(ApplyText.Write(Refused), Is.EqualTo("""
        The plan is not applied, and nothing was sent:
          Another was reviewed.
          It deletes 1.

        first/logs
          - delete a: not tried

        Rules: 1 not tried. Plan 0123

        """.ReplaceLineEndings("\n")));

    [Test]
    public void Nothing_is_done_where_a_plan_without_changes_is_refused() =>
        Assert.That(ApplyText.Write(Refused with { Buckets = [] }), Does.EndWith("\n\nNothing done. Plan 0123\n"));

    [Test]
    public void A_terminal_shows_each_entry_that_was_recovered() => Assert.That(RecoveryText.Write(Recovered), Is.EqualTo("""
        first/logs b: the new rule is there
        first/logs b: the old rule is there, unchanged
        first/logs b: it was missing, and the new rule was put
        first/logs b: it was missing, and the old rule was put back: the new one failed: Conflict: Schedule differs. (request r2)
        first/logs b: somebody else's rule is there, and was left alone
        first/logs b: not settled: failed: Conflict: Schedule differs. (request r2) (kept as 0.json)
        cut.json cannot be read and is kept: line 1, column 3: It ends too early. See to its rule by hand, and remove it then.
        Recovered: 5 settled, 2 kept.

        """.ReplaceLineEndings("\n")));

    [Test]
    public void Nothing_to_recover_is_said() => Assert.That(RecoveryText.Write(new() { Entries = [] }), Is.EqualTo("Nothing to recover.\n"));

    [Test]
    public void Results_read_back_as_they_were_written()
    {
        Assert.That(ApplyJson.Parse(ApplyJson.Write(Partial)), Is.EqualTo(Partial));
        Assert.That(ApplyJson.Parse(ApplyJson.Write(Refused)), Is.EqualTo(Refused));
        Assert.That(RecoveryJson.Parse(RecoveryJson.Write(Recovered)), Is.EqualTo(Recovered));
        Assert.That(RecoveryJson.Parse(RecoveryJson.Write(new() { Entries = [] })), Is.EqualTo(new RecoveryResult { Entries = [] }));
    }

    [Test]
    public void Tools_find_the_version_the_counts_and_the_failures()
    {
        var members = JsonNodes.Parse(ApplyJson.Write(Partial)).Members.ToDictionary(m => m.Name, m => m.Node);

        Assert.That((members["version"].Text, members["planHash"].Text), Is.EqualTo(("1", "0123")));
        Assert.That(members["summary"].Members.Select(m => $"{m.Name} {m.Node.Text}"), Is.EqualTo(
        [
            "isAllDone false", "created 1", "replaced 0", "enabled 1", "disabled 0", "deleted 0", "failed 1", "notTried 1", "refused 2", "inJournal 1", "failedBuckets 2",
        ]));
        Assert.That(members["failures"].Items.Select(f => string.Join(' ', f.Members.Where(m => m.Node.IsScalar).Select(m => m.Node.Text))), Is.EqualTo(
            ["first logs b Conflict Schedule differs. r2", "second media MalformedResponse Rules cannot be read. 2"]));
    }

    [Test]
    public void Names_command_no_terminal_and_read_back_all_the_same()
    {
        var failure = Failure with { Account = Hostile, Bucket = Hostile, RuleId = Hostile, Reason = Hostile, RequestId = Hostile };
        var applied = new ApplyResult
        {
            PlanHash = Hostile,
            Buckets = [new() { Account = Hostile, Bucket = Hostile, Changes = [new() { Kind = ChangeKind.Create, RuleId = Hostile, Outcome = ChangeOutcome.Failed, Failure = failure }], Failure = failure }],
            Refusals = [new(ApplyRefusalKind.NotRecovered, Hostile)],
        };
        var recovered = new RecoveryResult
        {
            Entries = [new() { Account = Hostile, Bucket = Hostile, RuleId = Hostile, File = Hostile, Outcome = RecoveryOutcome.NotSettled, Failure = failure, IsInJournal = true }],
            Unreadable = [new(Hostile, Hostile)],
        };

        var texts = new[] { ApplyText.Write(applied), ApplyJson.Write(applied), RecoveryText.Write(recovered), RecoveryJson.Write(recovered) };

        Assert.That(string.Concat(texts).Where(c => c != '\n' && (char.IsControl(c) || c is '\u202e' or '\u2028')), Is.Empty);
        Assert.That(ApplyJson.Parse(texts[1]), Is.EqualTo(applied));
        Assert.That(RecoveryJson.Parse(texts[3]), Is.EqualTo(recovered));
    }

    [Test]
    public void Another_version_is_refused_by_that_alone()
    {
        var applied = Assert.Throws<InvalidDocumentException>(() => ApplyJson.Parse("""{ "version": 2, "novelty": true }"""));
        var recovered = Assert.Throws<InvalidDocumentException>(() => RecoveryJson.Parse("""{ "novelty": true }"""));

        Assert.That(applied!.Message, Does.StartWith("The document cannot be read as a result of an apply:\n  line 1, column 14: version: It is 2, and what is read here is 1."));
        Assert.That(recovered!.Message, Does.StartWith("The document cannot be read as a result of a recovery:\n  ").And.Contain("version: It is required and missing"));
    }

    [Test]
    public void A_text_without_end_is_refused_before_it_is_read()
    {
        var endless = new string(' ', ApplyJson.MaxLength + 1);

        Assert.That(() => ApplyJson.Parse(endless), Throws.TypeOf<InvalidDocumentException>().With.Message.Contains("longer than 64 Mi"));
        Assert.That(() => RecoveryJson.Parse(endless), Throws.TypeOf<InvalidDocumentException>().With.Message.Contains("longer than 64 Mi"));
    }

    [Test]
    public void Hostile_texts_are_read_or_refused_and_nothing_else()
    {
        PropertyRun.Check(200, HostileBody.Of(ApplyJson.Write(Partial)), body => _ = body.IsRead(() => ApplyJson.Parse(body.Text), InventoryErrorKind.InvalidDocument), HostileBody.Shrink);
        PropertyRun.Check(200, HostileBody.Of(RecoveryJson.Write(Recovered)), body => _ = body.IsRead(() => RecoveryJson.Parse(body.Text), InventoryErrorKind.InvalidDocument), HostileBody.Shrink);
    }

    private static RecoveredEntry Entry(RecoveryOutcome outcome) => new() { Account = "first", Bucket = "logs", RuleId = "b", File = "0.json", Outcome = outcome };
}
