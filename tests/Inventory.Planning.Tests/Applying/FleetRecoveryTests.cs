using System.Threading.RateLimiting;

namespace Inventory.Planning.Tests;

public sealed class FleetRecoveryTests
{
    private static readonly InventoryRule Old = Make.Rule("a");
    private static readonly InventoryRule New = Old with { Schedule = InventorySchedule.Daily, Extensions = [new SettingExtension("memory", "x")] };
    private static readonly InventoryRule Theirs = Old with { Schedule = InventorySchedule.Monthly(9) };

    private ApplyBench _bench = null!;

    [SetUp]
    public void Open() => _bench = new();

    [TearDown]
    public void Close() => _bench.Dispose();

    [Test]
    public async Task Where_the_new_rule_is_there_it_was_finished()
    {
        await LeaveAsync(New);

        var result = await _bench.RecoverAsync();

        await SettledAsync(result, RecoveryOutcome.Finished, ["find logs/a"], New);
    }

    [Test]
    public async Task Where_the_old_rule_is_there_nothing_had_changed()
    {
        await LeaveAsync(Old);

        var result = await _bench.RecoverAsync();

        await SettledAsync(result, RecoveryOutcome.Untouched, ["find logs/a"], Old);
    }

    [Test]
    public async Task Where_there_is_none_the_new_rule_is_put()
    {
        await LeaveAsync(null);

        var result = await _bench.RecoverAsync();

        await SettledAsync(result, RecoveryOutcome.PutNew, ["find logs/a", "put logs/a"], New);
        Assert.That(result.Entries.Single().RequestId, Is.EqualTo("request-a"));
    }

    [Test]
    public async Task Where_somebody_elses_is_there_it_is_left_alone()
    {
        await LeaveAsync(Theirs);

        var result = await _bench.RecoverAsync();

        await SettledAsync(result, RecoveryOutcome.SomebodyElses, ["find logs/a"], Theirs);
    }

    [TestCase(InventoryErrorKind.AccessDenied)]
    [TestCase(InventoryErrorKind.InvalidRequest)]
    [TestCase(InventoryErrorKind.Unexpected)]
    public async Task Where_the_new_rule_is_refused_the_old_one_is_put_back(InventoryErrorKind kind)
    {
        await LeaveAsync(null);
        FailPuts(1, kind);

        var result = await _bench.RecoverAsync();

        await SettledAsync(result, RecoveryOutcome.PutOld, ["find logs/a", "put logs/a"], Old);
        var entry = result.Entries.Single();
        Assert.That((entry.Failure!.Kind, entry.Failure.RuleId, entry.Failure.RequestId, entry.RequestId), Is.EqualTo((kind, "a", "r1", "request-a")));
    }

    [Test]
    public async Task Where_both_are_refused_the_entry_is_kept_with_both_reasons_until_one_is_not()
    {
        await LeaveAsync(null);
        FailPuts(2, InventoryErrorKind.AccessDenied);

        var result = await _bench.RecoverAsync();

        Assert.That((result.IsAllSettled, _bench.Entries.Count), Is.EqualTo((false, 1)));
        var entry = result.Entries.Single();
        Assert.That((entry.Outcome, entry.IsInJournal, entry.File), Is.EqualTo((RecoveryOutcome.NotSettled, true, _bench.Entries.Single())));
        Assert.That(entry.Failure!.Reason, Is.EqualTo("The rule is missing. The new one is refused: No 1. The old one is too: No 2."));
        await SettledAsync(await _bench.RecoverAsync(), RecoveryOutcome.PutNew, ["find logs/a", "find logs/a", "put logs/a"], New);
    }

    [TestCase("find logs/a")]
    [TestCase("put logs/a")]
    public async Task A_service_that_cannot_now_is_no_refusal(string failing)
    {
        await LeaveAsync(null);
        _bench.First.Before = request => request == failing ? throw new InventoryException(InventoryErrorKind.Unavailable, "Not now.") : Task.CompletedTask;

        var result = await _bench.RecoverAsync();

        Assert.That((result.Entries.Single().Outcome, result.Entries.Single().Failure!.Kind), Is.EqualTo((RecoveryOutcome.NotSettled, InventoryErrorKind.Unavailable)));
        Assert.That((_bench.First.Rules.Count, _bench.Entries.Count), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task What_is_there_before_the_put_arrives_is_looked_at_again()
    {
        await LeaveAsync(null);
        _bench.First.Before = request =>
        {
            if (request == "put logs/a")
            {
                _bench.First.Hold("logs", Theirs);
            }

            return Task.CompletedTask;
        };

        var result = await _bench.RecoverAsync();

        await SettledAsync(result, RecoveryOutcome.SomebodyElses, ["find logs/a", "put logs/a", "find logs/a"], Theirs);
    }

    [Test]
    public async Task Who_creates_and_deletes_it_all_the_time_is_not_waited_for()
    {
        await LeaveAsync(null);
        _bench.First.Before = request =>
        {
            _ = request == "put logs/a" ? _bench.First.Rules[("logs", "a")] = Theirs : _bench.First.Rules.TryRemove(("logs", "a"), out var gone) ? gone : null;
            return Task.CompletedTask;
        };

        var result = await _bench.RecoverAsync();

        Assert.That((result.Entries.Single().Outcome, result.Entries.Single().Failure!.Kind), Is.EqualTo((RecoveryOutcome.NotSettled, InventoryErrorKind.Conflict)));
        Assert.That(_bench.Entries, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task It_waits_before_it_looks_for_what_is_still_on_its_way()
    {
        await LeaveAsync(null);
        var requests = _bench.First.Requests.Count;

        var recovery = new FleetRecovery(_bench.Services, _bench.Journal, new() { Time = _bench.Clock }).RunAsync();

        Assert.That(_bench.First.Requests, Has.Count.EqualTo(requests));
        _bench.Clock.Advance(TimeSpan.FromSeconds(5) - TimeSpan.FromTicks(1));
        Assert.That(_bench.First.Requests, Has.Count.EqualTo(requests));
        _bench.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.That((await recovery.Soon()).IsAllSettled);
    }

    [Test]
    public async Task An_account_without_a_service_or_of_another_provider_now_keeps_its_entries()
    {
        await LeaveAsync(null);
        var requests = _bench.Requests.Count();

        _bench.Services = _ => throw new InventoryException(InventoryErrorKind.InvalidConfiguration, "There is no section.");
        var none = await _bench.RecoverAsync();
        _bench.Services = _ => _bench.Second;
        var other = await _bench.RecoverAsync();

        Assert.That(none.Entries.Concat(other.Entries).Select(e => (e.Outcome, e.Failure!.Kind)), Is.All.EqualTo((RecoveryOutcome.NotSettled, InventoryErrorKind.InvalidConfiguration)));
        Assert.That(other.Entries.Single().Failure!.Reason, Does.Contain("'memory'").And.Contain("'lesser'"));
        Assert.That((_bench.Requests.Count(), _bench.Entries.Count), Is.EqualTo((requests, 1)));
    }

    [TestCase("")]
    [TestCase("{ \"version\": 1, \"account\": \"first\", \"bu")]
    [TestCase("{ \"version\": 2 }")]
    [TestCase("\0\0\0\0")]
    [TestCase("[]")]
    [TestCase("SOUND with \"ruleId\": \"a\" as \"ruleId\": \"b\"")]
    [TestCase("SOUND with \"schedule\": \"Weekly\" as \"schedule\": \"Hourly\"")]
    [TestCase("SOUND with \"account\": \"first\", as ")]
    [TestCase("SOUND with \"time\": \"2 as \"time\": \"x")]
    [TestCase("SOUND with \"version\": 1, as \"version\": 1, \"typo\": 1,")]
    public async Task What_cannot_be_read_is_named_and_kept_and_the_others_are_settled(string content)
    {
        await LeaveAsync(null);
        var spoiled = Path.Combine(_bench.Folder, "spoiled.json");
        var sound = await File.ReadAllTextAsync(Path.Combine(_bench.Folder, _bench.Entries.Single()));
        var changed = content.Split(" as ") is [var from, var to] ? sound.Replace(from["SOUND with ".Length..], to, StringComparison.Ordinal) : content;
        Assert.That(changed, Is.Not.EqualTo(sound));
        await File.WriteAllTextAsync(spoiled, changed);

        var result = await _bench.RecoverAsync();

        Assert.That(result.Entries.Single().Outcome, Is.EqualTo(RecoveryOutcome.PutNew));
        Assert.That(result.Unreadable.Select(u => u.File), Is.EqualTo(["spoiled.json"]));
        Assert.That(result.Unreadable.Single().Reason, Is.Not.Empty.And.Not.Contain("\n"));
        Assert.That(result.IsAllSettled, Is.False);
        Assert.That(await File.ReadAllTextAsync(spoiled), Is.EqualTo(changed));
    }

    [Test]
    public async Task Files_of_any_content_are_read_or_named_and_nothing_else()
    {
        await LeaveAsync(null);
        var path = Path.Combine(_bench.Folder, _bench.Entries.Single());
        var sound = await File.ReadAllTextAsync(path);

        await PropertyRun.CheckAsync(100, HostileBody.Of(sound), async body =>
        {
            await File.WriteAllTextAsync(path, body.Text);
            var result = await _bench.RecoverAsync();
            Assert.That(result.Entries.Count + result.Unreadable.Count, Is.EqualTo(1));
            Assert.That(_bench.Entries.Count, Is.EqualTo(result.IsAllSettled ? 0 : 1));
        });
    }

    [Test]
    public async Task Without_a_folder_there_is_nothing_to_recover_and_none_is_made()
    {
        var result = await _bench.RecoverAsync();

        Assert.That((result.IsAllSettled, result.Entries.Count, Directory.Exists(_bench.Folder)), Is.EqualTo((true, 0, false)));
    }

    [Test]
    public async Task Who_stops_it_finds_the_entries_that_were_not_settled_in_the_journal()
    {
        await LeaveAsync(null);
        using var stop = new CancellationTokenSource();

        var recovery = new FleetRecovery(_bench.Services, _bench.Journal, new() { Time = _bench.Clock }).RunAsync(stop.Token);
        await stop.CancelAsync();

        Assert.That(() => recovery, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_bench.Entries, Has.Count.EqualTo(1));
        Assert.That((await _bench.RecoverAsync()).IsAllSettled);
    }

    [Test]
    public async Task Each_call_waits_for_the_limit_of_its_account()
    {
        await LeaveAsync(null);
        using var limiter = new ConcurrencyLimiter(new() { PermitLimit = 1, QueueLimit = 10 });
        using var limits = new AccountLimits(_ => limiter);

        _ = await new FleetRecovery(_bench.Services, _bench.Journal, new() { SettleTime = TimeSpan.Zero, Limits = limits }).RunAsync();

        Assert.That(limiter.GetStatistics()!.TotalSuccessfulLeases, Is.EqualTo(2));
    }

    [Test]
    public void A_time_that_makes_no_sense_is_refused()
    {
        Assert.That(() => new FleetRecoveryOptions { SettleTime = TimeSpan.FromTicks(-1) }, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new FleetRecoveryOptions { SettleTime = TimeSpan.FromHours(1.1) }, Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    /// <summary>Has an apply end before the put, and leaves this rule in the bucket.</summary>
    private async Task LeaveAsync(InventoryRule? live)
    {
        _bench.First.Hold("logs", Old);
        var plan = await _bench.PlanAsync(Make.One(New));
        _bench.First.Kill("put logs/a");
        _ = await _bench.ApplyAsync(plan);
        _bench.First.Revive();
        Assert.That(_bench.First.Rules, Is.Empty);
        if (live is not null)
        {
            _bench.First.Hold("logs", live);
        }
    }

    private void FailPuts(int count, InventoryErrorKind kind)
    {
        var puts = 0;
        _bench.First.Before = request => request == "put logs/a" && puts++ < count
            ? throw new InventoryException(kind, FormattableString.Invariant($"No {puts}.")) { RequestId = FormattableString.Invariant($"r{puts}") }
            : Task.CompletedTask;
    }

    /// <summary>Asserts the outcome, the requests at the end, what is there and that the next apply is free to go.</summary>
    private async Task SettledAsync(RecoveryResult result, RecoveryOutcome outcome, string[] requests, InventoryRule live)
    {
        var entry = result.Entries.Single();
        Assert.That((entry.Account, entry.Bucket, entry.RuleId, entry.Outcome, entry.IsInJournal), Is.EqualTo(("first", "logs", "a", outcome, false)));
        Assert.That(_bench.First.Requests.TakeLast(requests.Length), Is.EqualTo(requests));
        Assert.That(_bench.First.Of("logs"), Is.EqualTo([live]));
        Assert.That(result.IsAllSettled);
        Assert.That(Directory.EnumerateFileSystemEntries(_bench.Folder), Is.Empty);
        _bench.First.Revive();
        _ = await _bench.ApplyAsync(await _bench.PlanAsync(Make.One(New)));
        Assert.That(_bench.First.Of("logs"), Is.EqualTo([New]));
    }
}
