using Inventory.Documents;

namespace Inventory.Planning.Tests;

/// <summary>What is on the disk while a plan is applied.</summary>
public sealed class ApplyJournalTests
{
    private static readonly InventoryRule Old = Make.Rule("a");
    private static readonly InventoryRule New = Old with { Schedule = InventorySchedule.Daily, Extensions = [new SettingExtension("memory", "x")] };

    private ApplyBench _bench = null!;

    [SetUp]
    public void Open() => _bench = new();

    [TearDown]
    public void Close() => _bench.Dispose();

    [Test]
    public async Task The_entry_is_there_whole_before_the_replacement_is_sent_and_gone_after_it()
    {
        _bench.First.Hold("logs", Old);
        var plan = await _bench.PlanAsync(Make.One(New));
        List<(string Request, DocumentNode Entry)> seen = [];
        _bench.First.Before = request =>
        {
            seen.Add((request, JsonNodes.Parse(File.ReadAllBytes(Path.Combine(_bench.Folder, _bench.Entries.Single())))));
            return Task.CompletedTask;
        };

        var result = await _bench.ApplyAsync(plan, new() { Time = new SkippingClock() });

        Assert.That(result.IsAllDone);
        Assert.That(seen.Select(s => s.Request), Is.EqualTo(["find logs/a", "delete logs/a", "put logs/a"]));
        var members = seen[0].Entry.Members.ToDictionary(m => m.Name, m => m.Node);
        Assert.That(members.Keys, Is.EqualTo(["version", "account", "bucket", "ruleId", "provider", "time", "before", "after"]));
        Assert.That(new[] { "account", "bucket", "ruleId", "provider" }.Select(n => members[n].Text), Is.EqualTo(["first", "logs", "a", "memory"]));
        Assert.That(members["after"].Members.Select(m => m.Name), Contains.Item("extensions"));
        Assert.That(Directory.EnumerateFileSystemEntries(_bench.Folder), Is.Empty);
    }

    [Test]
    public async Task Creations_and_deletions_and_clouds_that_overwrite_need_none()
    {
        _bench.First.Hold("logs", Old);
        _bench.Second.Hold("media", Old);
        var plan = await _bench.PlanAsync(Make.State(Make.Bucket(TestFleet.First, "logs", Make.Desired(Make.Rule("new"))), Make.Bucket(TestFleet.Second, "media", Make.Desired(Old with { IsEnabled = false }))), prune: true);

        var result = await _bench.ApplyAsync(plan);

        Assert.That((result.IsAllDone, result.Counts.Done), Is.EqualTo((true, 3)));
        Assert.That(Directory.Exists(_bench.Folder), Is.False);
    }

    [Test]
    public async Task A_replacement_that_failed_and_left_a_rule_for_certain_leaves_no_entry()
    {
        _bench.First.Hold("logs", Old);
        var plan = await _bench.PlanAsync(Make.One(New));
        var puts = 0;
        _bench.First.Before = request => request.StartsWith("put", StringComparison.Ordinal) && puts++ == 0 ? throw new InventoryException(InventoryErrorKind.AccessDenied, "No.") : Task.CompletedTask;

        var result = await _bench.ApplyAsync(plan);

        Assert.That(result.Failures.Single(), Has.Property("Kind").EqualTo(InventoryErrorKind.AccessDenied).And.Property("Reason").EqualTo("No. The old rule was left or put back."));
        Assert.That(_bench.First.Of("logs"), Is.EqualTo([Old]));
        Assert.That((_bench.Entries.Count, result.Buckets[0].Changes.Single().IsInJournal), Is.EqualTo((0, false)));
    }

    [TestCase("find logs/a", InventoryErrorKind.Unexpected)]
    [TestCase("delete logs/a", InventoryErrorKind.ReplaceInterrupted)]
    [TestCase("put logs/a", InventoryErrorKind.ReplaceInterrupted)]
    public async Task What_is_not_settled_stays_in_the_journal(string killedAt, InventoryErrorKind kind)
    {
        _bench.First.Hold("logs", Old);
        var plan = await _bench.PlanAsync(Make.One(New));
        _bench.First.Kill(killedAt);

        var result = await _bench.ApplyAsync(plan);

        Assert.That(result.Failures.Single().Kind, Is.EqualTo(kind));
        Assert.That((_bench.Entries.Count, result.Buckets[0].Changes.Single().IsInJournal, result.Counts.InJournal), Is.EqualTo((1, true, 1)));
        Assert.That(Directory.EnumerateFileSystemEntries(_bench.Folder).Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Names_of_files_say_nothing_of_rules_and_buckets()
    {
        var hostile = Make.Rule("../../a\u202e:*?\"<>| b") with { IsEnabled = false };
        _bench.First.Hold("logs", hostile);
        var plan = await _bench.PlanAsync(Make.One(hostile with { IsEnabled = true }));
        _bench.First.Kill($"put logs/{hostile.Id}");
        _ = await _bench.ApplyAsync(plan);
        _bench.First.Revive();

        var names = _bench.Entries;
        var recovered = await _bench.RecoverAsync();

        Assert.That(names.Single(), Does.Match("^[0-9a-f]{32}\\.json$"));
        Assert.That(recovered.Entries.Select(e => (e.RuleId, e.Outcome)), Is.EqualTo([(hostile.Id, RecoveryOutcome.PutNew)]));
    }

    [Test]
    public async Task A_rule_that_no_file_can_hold_is_not_replaced()
    {
        _bench.First.Hold("logs", Old);
        var plan = await _bench.PlanAsync(Make.One(New));
        var requests = _bench.Requests.Count();

        var result = await new FleetApplier(_bench.Services, new ApplyJournal(_bench.Folder, [])).ApplyAsync(plan);

        Assert.That(result.Failures.Single().Kind, Is.EqualTo(InventoryErrorKind.RuleRejected));
        Assert.That(result.Failures.Single().Reason, Does.Contain("Extensions[memory]"));
        Assert.That(_bench.Requests.Count(), Is.EqualTo(requests));
    }

    [Test]
    public async Task An_entry_that_cannot_be_written_keeps_its_replacement_from_being_begun()
    {
        _bench.First.Hold("logs", Old, Make.Rule("b"));
        var plan = await _bench.PlanAsync(Make.One(New, Make.Rule("b") with { IsEnabled = false }));
        _bench.First.Before = request =>
        {
            if (request == "find logs/a")
            {
                Directory.Delete(_bench.Folder, recursive: true);
            }

            return Task.CompletedTask;
        };

        var result = await _bench.ApplyAsync(plan);

        Assert.That(result.Buckets[0].Changes.Select(c => (c.Outcome, c.IsInJournal)), Is.EqualTo([(ChangeOutcome.Done, false), (ChangeOutcome.Failed, false)]));
        Assert.That(result.Failures.Single().Reason, Does.StartWith("The journal could not be written, so the replacement was not begun"));
        Assert.That(_bench.First.Requests, Has.None.EqualTo("find logs/b"));
    }

    [Test]
    public async Task What_was_not_written_to_its_end_had_not_begun_and_is_swept_away()
    {
        _ = Directory.CreateDirectory(_bench.Folder);
        await File.WriteAllTextAsync(Path.Combine(_bench.Folder, $"{new string('0', 32)}.json.tmp"), "{ \"ver");

        var recovered = await _bench.RecoverAsync();

        Assert.That((recovered.IsAllSettled, recovered.Entries.Count, recovered.Unreadable.Count), Is.EqualTo((true, 0, 0)));
        Assert.That(Directory.EnumerateFileSystemEntries(_bench.Folder), Is.Empty);
    }

    [Test]
    public async Task Files_that_are_not_called_as_entries_are_are_not_removed()
    {
        string[] theirs = ["report.json.tmp", "lock", "notes.txt"];
        _ = Directory.CreateDirectory(_bench.Folder);
        foreach (var name in theirs)
        {
            await File.WriteAllTextAsync(Path.Combine(_bench.Folder, name), "theirs");
        }

        _ = await _bench.RecoverAsync();

        Assert.That(Directory.EnumerateFileSystemEntries(_bench.Folder).Select(f => Path.GetFileName(f)), Is.EquivalentTo(theirs));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_rule_that_was_put_and_then_not_seen_stays_in_the_journal(bool isSeen)
    {
        _bench.First.Hold("logs", Old);
        var plan = await _bench.PlanAsync(Make.One(New));
        _bench.Services = _ => new StrangeService(_bench.First) { OnPut = _ => throw new RuleNotStoredAsSentException("memory", "logs", New, isSeen ? Old : null, []) };

        var result = await _bench.ApplyAsync(plan);

        Assert.That(result.Failures.Single().Kind, Is.EqualTo(InventoryErrorKind.NotStoredAsSent));
        Assert.That((_bench.Entries.Count, result.Counts.InJournal), Is.EqualTo(isSeen ? (0, 0) : (1, 1)));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task The_folder_is_its_users_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _bench.First.Hold("logs", Old);
        var plan = await _bench.PlanAsync(Make.One(New));
        _bench.First.Kill("put logs/a");

        _ = await _bench.ApplyAsync(plan);

        Assert.That(new DirectoryInfo(_bench.Folder).UnixFileMode, Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        Assert.That(new FileInfo(Path.Combine(_bench.Folder, _bench.Entries.Single())).UnixFileMode, Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public void A_journal_has_a_folder() => Assert.That(() => new ApplyJournal("", []), Throws.ArgumentException);
}
