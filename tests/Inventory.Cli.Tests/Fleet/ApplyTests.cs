using System.Diagnostics;
using System.Globalization;
using Inventory.Planning;

namespace Inventory.Cli.Tests;

/// <summary><c>inventory apply</c>, on the emulator.</summary>
[TestFixture]
public sealed class ApplyTests
{
    private FleetFiles _fleet = null!;

    private IEnumerable<string> Writes => _fleet.Emulator.Requests.Where(r => r.Method != "GET").Select(r => $"{r.Wire} {r.Method}");

    [SetUp]
    public async Task Start() => _fleet = await FleetFiles.StartAsync();

    [TearDown]
    public async Task Stop() => await _fleet.DisposeAsync();

    [Test]
    public async Task The_plan_is_shown_and_done_and_the_next_one_is_empty()
    {
        var run = await ApplyAsync();
        var again = await ApplyAsync();
        var plan = await _fleet.RunAsync(["plan", "fleet.yaml", .. _fleet.OnEmulator]);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.StartWith("oss/examplebucket\n  + create daily ").And.Match("\nRules: 4 created\\. Plan [0-9a-f]{64}\n$"));
        Assert.That(run.Error.TrimEnd().Split('\n'), Is.EquivalentTo(new[]
        {
            "oss/examplebucket: 0 rules", "bos/examplebucket: 0 rules", "oss/examplebucket: 2 created", "bos/examplebucket: 2 created",
        }));
        Assert.That((again.ExitCode, plan.ExitCode), Is.EqualTo((0, 0)));
        Assert.That(again.Output, Does.StartWith("Nothing to do. Plan "));
        Assert.That(plan.Output, Does.StartWith("No changes. Rules: 4 unchanged. Plan "));
    }

    [Test]
    public async Task What_was_reviewed_is_applied_and_nothing_else()
    {
        var hash = (await PlanAsync()).Hash;
        await _fleet.PutAsync("oss", Rules.WithId("somebody-elses"));

        var late = await ApplyAsync("--plan-hash", hash);
        var writesOfLate = Writes.ToList();
        var reviewedAgain = await ApplyAsync("--plan-hash", (await PlanAsync()).Hash);

        Assert.That((late.ExitCode, late.Output), Is.EqualTo((2, "")));
        Assert.That(late.Error, Does.Contain("The plan is not applied, and nothing was sent:\n").And.Contain(hash).And.Contain("Plan again and have it reviewed."));
        Assert.That(writesOfLate, Is.Empty);
        Assert.That(reviewedAgain.ExitCode, Is.Zero);
        Assert.That(reviewedAgain.Output, Does.StartWith("Rules: 4 created. Plan "), "a plan that was reviewed is not shown again");
    }

    [Test]
    public async Task A_plan_that_is_not_applied_is_a_result_for_tools_and_a_message_for_people()
    {
        await MakeDrasticAsync();
        _ = Directory.CreateDirectory(Path.Combine(_fleet.Folder, "journal"));
        _ = _fleet.Write(Path.Combine("journal", "cut.json"), "{");

        var run = await ApplyAsync("--output", "json", "--plan-hash", "somebody-elses", "--journal", "journal");

        var result = ApplyJson.Parse(run.Output);
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(result.Refusals.Select(r => r.Kind), Is.EqualTo(new[] { ApplyRefusalKind.OtherPlan, ApplyRefusalKind.Drastic, ApplyRefusalKind.NotRecovered }));
        Assert.That(result.PlanHash, Is.EqualTo((await PlanAsync()).Hash));
        Assert.That((result.IsAllDone, result.Counts.Done, result.Counts.NotTried), Is.EqualTo((false, 0, 10)));
        Assert.That(run.Error, Does.Contain($"The plan is not applied, and nothing was sent:\n{string.Concat(result.Refusals.Select(r => $"  {r.Reason}\n"))}"));
        Assert.That(Writes, Is.Empty);
    }

    [Test]
    public async Task A_drastic_plan_needs_force()
    {
        await MakeDrasticAsync();

        var refused = await ApplyAsync();
        var writesOfRefused = Writes.ToList();
        var forced = await ApplyAsync("--force");

        Assert.That(refused.ExitCode, Is.EqualTo(2));
        Assert.That(refused.Error, Does.Contain("It deletes 0 and replaces 10 of the 10 rules that are there, more than 30 %."));
        Assert.That(writesOfRefused, Is.Empty);
        Assert.That((forced.ExitCode, Writes.Count(w => w == "oss DELETE"), Writes.Count(w => w == "oss PUT")), Is.EqualTo((0, 10, 10)));
        Assert.That(forced.Output, Does.Contain("  ~ replace rule0 (a delete and a put)").And.Contain("      Schedule: Weekly → Daily").And.Contain("Rules: 10 replaced."));
        Assert.That(Directory.EnumerateFiles(Path.Combine(_fleet.Folder, ".inventory-journal")), Is.Empty);
    }

    [Test]
    public async Task A_refused_rule_is_exit_code_2_and_the_others_are_written()
    {
        _ = _fleet.Write("fleet.yaml", FleetFiles.Both.Replace(", accept: [schedule=EveryThreeDays]", "", StringComparison.Ordinal));

        var run = await ApplyAsync();

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Output, Does.Contain("  ! refused daily ").And.Contain("Rules: 3 created, 1 refused by the plan."));
    }

    [Test]
    public async Task Unmanaged_rules_are_left_alone_unless_pruned()
    {
        await _fleet.PutAsync("oss", Rules.WithId("by-hand"));

        var left = await ApplyAsync();
        var stored = _fleet.Emulator.StoredRules("oss", "examplebucket").Select(r => r.Id).ToList();
        var pruned = await ApplyAsync("--prune");

        Assert.That((left.ExitCode, pruned.ExitCode), Is.EqualTo((0, 0)));
        Assert.That(stored, Is.EquivalentTo(new[] { "by-hand", "daily", "weekly" }));
        Assert.That(_fleet.Emulator.StoredRules("oss", "examplebucket").Select(r => r.Id), Is.EquivalentTo(new[] { "daily", "weekly" }));
        Assert.That(pruned.Output, Does.Contain("  - delete by-hand\n").And.Contain("Rules: 1 deleted."));
    }

    [Test]
    public async Task A_failure_is_told_with_kind_reason_and_request_id()
    {
        _fleet.Emulator.Faults.Add("oss:put:1=403,code=AccessDenied");

        var run = await ApplyAsync("--output", "json");

        var result = ApplyJson.Parse(run.Output);
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(result.Failures.Single(), Has.Property("Kind").EqualTo(InventoryErrorKind.AccessDenied).And.Property("RequestId").Not.Empty.And.Property("Bucket").EqualTo("examplebucket"));
        Assert.That(result.Counts, Has.Property("Created").EqualTo(2).And.Property("NotTried").EqualTo(1));
        Assert.That(run.Error, Does.Match("(?m)^oss/examplebucket: 1 not tried, daily failed: AccessDenied: .* \\(request [0-9A-F]+\\)\r?$"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "it is stopped by a signal")]
    public async Task A_signal_ends_it_after_the_write_under_way_and_it_says_what_was_not_tried()
    {
        _fleet.Emulator.Faults.Add("oss:put:1=delay:2s");
        using var process = Program.Start(["apply", Path.Combine(_fleet.Folder, "fleet.yaml"), "--journal", Path.Combine(_fleet.Folder, "journal"), .. _fleet.OnOss, "--emulator", $"bos={_fleet.Emulator.BosEndpoint.Port}"]);
        while (await process.StandardError.ReadLineAsync() is { } line && !line.Contains("created", StringComparison.Ordinal))
        {
        }

        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        var run = await Program.EndAsync(process);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain("Stopped before all was tried.").And.Contain("- create weekly: not tried").And.Contain("Rules: 3 created, 1 not tried."));
    }

    [Test]
    public async Task There_may_be_nothing_to_recover()
    {
        var text = await ApplyAsync("--recover");
        var json = await ApplyAsync("--recover", "--output", "json");

        Assert.That((text.ExitCode, text.Output), Is.EqualTo((0, "Nothing to recover.\n")));
        Assert.That(json.ExitCode, Is.Zero);
        Assert.That(RecoveryJson.Parse(json.Output).IsAllSettled);
        Assert.That(_fleet.Emulator.Requests, Is.Empty);
    }

    [TestCase("--settle: 'soon' is not a span from 0s to 1h.", "--recover", "--settle", "soon")]
    [TestCase("--settle: '2h' is not a span from 0s to 1h.", "--recover", "--settle", "2h")]
    [TestCase("--settle: it is for --recover.", "--settle", "1s")]
    [TestCase("--prune: --recover settles the journal and does nothing else.", "--recover", "--prune")]
    [TestCase("--force: --recover settles the journal and does nothing else.", "--recover", "--force")]
    [TestCase("--plan-hash: --recover settles the journal and does nothing else.", "--recover", "--plan-hash", "h")]
    [TestCase("--journal: write the path of a folder.", "--journal", "")]
    public async Task An_option_that_makes_no_sense_is_an_error(string said, params string[] arguments)
    {
        var run = await ApplyAsync(arguments);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error, Does.Contain(said));
        Assert.That(_fleet.Emulator.Requests, Is.Empty);
    }

    /// <summary>Applies ten rules, and writes a file that replaces them all.</summary>
    private async Task MakeDrasticAsync()
    {
        string[] ids = [.. Enumerable.Range(0, 10).Select(n => $"rule{n}")];
        _ = _fleet.Write("fleet.yaml", Fleet(ids, "Weekly"));
        _ = await ApplyAsync();
        _ = _fleet.Write("fleet.yaml", Fleet(ids, "Daily"));
        _fleet.Emulator.ClearRequests();
    }

    private static string Fleet(IEnumerable<string> ids, string schedule) =>
        "version: 1\naccounts: { oss: { buckets: [examplebucket] } }\nrules:\n"
        + string.Concat(ids.Select(id => $"  {id}: {{ schedule: {schedule}, destination: {{ bucket: destbucket }} }}\n"))
        + $"assignments: [{{ account: oss, buckets: ['*'], rules: [{string.Join(", ", ids)}] }}]\n";

    private async Task<Plan> PlanAsync() => new PlanJson(RuleFormats.Extensions).Parse((await _fleet.RunAsync(["plan", "fleet.yaml", "-o", "json", .. _fleet.OnEmulator])).Output);

    private Task<Run> ApplyAsync(params string[] arguments) => _fleet.RunAsync(["apply", "fleet.yaml", .. _fleet.OnEmulator, .. arguments]);
}
