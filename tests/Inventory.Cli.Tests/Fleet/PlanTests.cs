using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Inventory.Planning;

namespace Inventory.Cli.Tests;

/// <summary><c>inventory plan</c>, on the emulator.</summary>
[TestFixture]
public sealed class PlanTests
{
    private const string Bare = "version: 1\naccounts: { oss: { buckets: [examplebucket] } }";

    private FleetFiles _fleet = null!;

    [SetUp]
    public async Task Start() => _fleet = await FleetFiles.StartAsync();

    [TearDown]
    public async Task Stop() => await _fleet.DisposeAsync();

    [Test]
    public async Task Differences_are_told_bucket_by_bucket_with_progress_on_stderr_and_exit_code_2()
    {
        var run = await PlanAsync();

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Output, Does.StartWith("oss/examplebucket\n  + create daily  [fleet.yaml:7:10 rules.daily]\n"));
        Assert.That(run.Output, Does.Contain("\nbos/examplebucket\n  + create daily "));
        Assert.That(run.Output, Does.Contain("      Warning: Schedule: Changed on the way, as the desired state accepts: schedule=EveryThreeDays."));
        Assert.That(run.Output, Does.Match("\nRules: 4 to create\\. Plan [0-9a-f]{64}\n$"));
        Assert.That(run.Error.TrimEnd().Split('\n'), Is.EquivalentTo(new[] { "oss/examplebucket: 0 rules", "bos/examplebucket: 0 rules" }));
    }

    [Test]
    public async Task Nothing_to_do_is_exit_code_0_and_unmanaged_rules_alone_are_no_difference()
    {
        _ = _fleet.Write("fleet.yaml", Bare);
        await _fleet.PutAsync("oss", Rules.Weekly);

        var run = await PlanAsync();

        Assert.That((run.ExitCode, run.Error.TrimEnd()), Is.EqualTo((0, "oss/examplebucket: 1 rule")));
        Assert.That(run.Output, Does.StartWith("oss/examplebucket\n  ? unmanaged weekly (left alone)\n\nNo changes. Rules: 1 unmanaged. Plan "));
    }

    [Test]
    public async Task A_rule_that_no_bucket_gets_is_told()
    {
        _ = _fleet.Write("fleet.yaml", $"{Bare}\nrules:\n  spare: {{ schedule: Weekly, destination: {{ bucket: destbucket }} }}\n");

        var run = await PlanAsync();

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Error, Does.StartWith("fleet.yaml:4:10 rules.spare: no bucket gets this rule. Name it in an assignment, or take it out."));
    }

    [Test]
    public async Task With_prune_unmanaged_rules_are_to_be_deleted()
    {
        _ = _fleet.Write("fleet.yaml", Bare);
        await _fleet.PutAsync("oss", Rules.Weekly);

        var run = await PlanAsync("--prune");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Output, Does.StartWith("oss/examplebucket\n  - delete weekly\n").And.Contain("Rules: 1 to delete. Plan "));
    }

    [Test]
    public async Task A_refusal_is_exit_code_2_and_told_with_what_may_be_accepted()
    {
        _ = _fleet.Write("fleet.yaml", FleetFiles.Both.Replace(", accept: [schedule=EveryThreeDays]", "", StringComparison.Ordinal));

        var run = await PlanAsync();

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Output, Does.Contain("  ! refused daily ").And.Contain("To have it written, accept: schedule=EveryThreeDays"));
    }

    [Test]
    public async Task A_bucket_that_cannot_be_read_is_exit_code_3_with_kind_reason_and_request_id_and_the_others_are_planned()
    {
        _ = _fleet.Write("fleet.yaml", FleetFiles.Both.Replace("oss: { buckets: [examplebucket] }", "oss: { buckets: [examplebucket, gone] }", StringComparison.Ordinal));

        var run = await PlanAsync();

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Output, Does.Contain("oss/gone\n  x failed: BucketNotFound: 'oss' answered 404 NoSuchBucket ").And.Contain("Rules: 4 to create, 1 bucket failed. Plan "));
        Assert.That(run.Error, Does.Match("(?m)^oss/gone: failed: BucketNotFound: .* \\(request [0-9A-F]+\\)\r?$"));
    }

    [Test]
    public async Task Buckets_that_fail_in_different_ways_have_each_an_entry_with_kind_reason_and_request_id()
    {
        _ = _fleet.Write("fleet.yaml", "version: 1\naccounts: { oss: { buckets: [examplebucket, destbucket, gone] }, bos: { buckets: [examplebucket] } }");
        _fleet.Emulator.Faults.Add("oss:list:1=403,code=AccessDenied");
        _fleet.Emulator.Faults.Add("oss:list:2=503");

        var run = await PlanAsync("--output", "json", "--concurrency", "1", "--set", "oss:Transport:MaxAttempts=1");

        var buckets = new PlanJson(RuleFormats.Extensions).Parse(run.Output).Buckets;
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(buckets.Select(b => b.Failure?.Kind), Is.EquivalentTo(
            new InventoryErrorKind?[] { InventoryErrorKind.AccessDenied, InventoryErrorKind.Unavailable, InventoryErrorKind.BucketNotFound, null }));
        Assert.That(buckets.Select(b => b.Failure).OfType<BucketFailure>(), Has.All.Matches<BucketFailure>(f => f is { Reason.Length: > 0, RequestId.Length: > 0 }));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "it is stopped by a signal")]
    public async Task A_signal_stops_the_reading()
    {
        _fleet.Emulator.Faults.Add("oss:list:1=delay:1h");
        using var process = Program.Start(["plan", Path.Combine(_fleet.Folder, "fleet.yaml"), .. _fleet.OnEmulator]);
        var first = await process.StandardError.ReadLineAsync();

        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        var run = await Program.EndAsync(process);

        Assert.That((run.ExitCode, run.Output, first, run.Error.TrimEnd()), Is.EqualTo((1, "", "bos/examplebucket: 0 rules", "Cancelled.")));
    }

    [Test]
    public async Task For_tools_it_is_the_document_of_a_plan()
    {
        var run = await PlanAsync("--output", "json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.That(json.RootElement.GetProperty("version").GetInt32(), Is.EqualTo(PlanJson.Version));
        Assert.That(new PlanJson(RuleFormats.Extensions).Parse(run.Output).Counts.Creates, Is.EqualTo(4));
        Assert.That(run.ExitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task For_a_pull_request_it_is_markdown()
    {
        var plan = new PlanJson(RuleFormats.Extensions).Parse((await PlanAsync("-o", "json")).Output);

        var run = await PlanAsync("-o", "markdown");

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, PlanMarkdown.Write(plan))));
    }

    [Test]
    public async Task A_fleet_may_come_from_standard_input()
    {
        var piped = await _fleet.RunAsync(new() { Input = System.Text.Encoding.UTF8.GetBytes(FleetFiles.Both) }, ["plan", "-", .. _fleet.OnEmulator]);

        Assert.That(piped.ExitCode, Is.EqualTo(2));
        Assert.That(piped.Output, Does.Contain("  + create daily  [standard input:7:10 rules.daily]\n"));
    }

    [Test]
    public async Task A_rate_and_a_concurrency_of_one_plan_the_same()
    {
        var run = await PlanAsync("--rate", "1000", "--concurrency", "1");

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, (await PlanAsync()).Output)));
    }

    private Task<Run> PlanAsync(params string[] arguments) => _fleet.RunAsync(["plan", "fleet.yaml", .. _fleet.OnEmulator, .. arguments]);
}
