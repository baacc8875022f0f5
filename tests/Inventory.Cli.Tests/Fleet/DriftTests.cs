using Inventory.Planning;

namespace Inventory.Cli.Tests;

/// <summary><c>inventory drift</c>, on the emulator.</summary>
[TestFixture]
public sealed class DriftTests
{
    private const string Fleet = """
        version: 1
        accounts:
          oss: { buckets: [examplebucket, gone] }
          bos: { buckets: [examplebucket] }
        rules:
          weekly: { schedule: Weekly, destination: { bucket: destbucket } }
          daily: { schedule: Daily, destination: { bucket: destbucket } }
        assignments:
          - { account: oss, buckets: [examplebucket], rules: [weekly, daily] }
          - { account: bos, buckets: ["*"], rules: [weekly, daily] }
        """;

    private FleetFiles _fleet = null!;

    [SetUp]
    public async Task Start() => _fleet = await FleetFiles.StartAsync(Fleet);

    [TearDown]
    public async Task Stop() => await _fleet.DisposeAsync();

    [Test]
    public async Task It_says_from_the_live_side_what_is_missing_differs_is_unmanaged_refused_and_not_read()
    {
        await _fleet.PutAsync("oss", Rules.WithId("weekly", schedule: "Monthly(3)"));
        await _fleet.PutAsync("oss", Rules.WithId("other"));
        await _fleet.PutAsync("bos", Rules.WithId("weekly"));

        var run = await DriftAsync();

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Output, Does.Match("""
            \Aoss/examplebucket
              missing daily  \[fleet.yaml:7:10 rules.daily\]
              differs weekly  \[fleet.yaml:6:11 rules.weekly\]
                  Schedule: Monthly\(3\) → Weekly
              unmanaged other

            oss/gone
              not read: BucketNotFound: 'oss' answered 404 NoSuchBucket .* \(request [0-9A-F]+\)

            bos/examplebucket
              refused daily  \[fleet.yaml:7:10 rules.daily\]
                  Schedule: BOS has no daily schedule\. .*

            Drift\. Rules: 1 missing, 1 different, 1 unmanaged \(not counted as drift\), 1 refused, 1 as desired\. 1 of 3 buckets not read\.
            \z
            """.ReplaceLineEndings("\n")));
        Assert.That(_fleet.Emulator.Requests.Select(r => r.Method), Is.EqualTo(new[] { "GET", "GET", "GET" }));
    }

    [Test]
    public async Task A_fleet_as_its_file_says_is_exit_code_0()
    {
        _ = _fleet.Write("fleet.yaml", "version: 1\naccounts: { oss: { buckets: [examplebucket] } }");

        var run = await DriftAsync();

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((0, "No drift.\n")));
    }

    [TestCase("[gone]", "Whether there is drift is not known. 1 of 1 buckets not read.")]
    [TestCase("[gone, examplebucket]", "No drift where rules could be read. 1 of 2 buckets not read.")]
    public async Task Where_nothing_could_be_read_nothing_is_said_of_drift(string buckets, string expected)
    {
        _ = _fleet.Write("fleet.yaml", $"version: 1\naccounts: {{ oss: {{ buckets: {buckets} }} }}");

        var run = await DriftAsync();

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Output, Does.EndWith($"\n\n{expected}\n"));
    }

    [Test]
    public async Task An_unmanaged_rule_is_drift_where_those_are_counted()
    {
        _ = _fleet.Write("fleet.yaml", "version: 1\naccounts: { oss: { buckets: [examplebucket] } }");
        await _fleet.PutAsync("oss", Rules.WithId("other"));

        var listed = await DriftAsync();
        var counted = await DriftAsync("--count-unmanaged");

        Assert.That((listed.ExitCode, listed.Output), Is.EqualTo((0, "oss/examplebucket\n  unmanaged other\n\nNo drift. Rules: 1 unmanaged (not counted as drift).\n")));
        Assert.That((counted.ExitCode, counted.Output), Is.EqualTo((2, "oss/examplebucket\n  unmanaged other\n\nDrift. Rules: 1 unmanaged.\n")));
    }

    [Test]
    public async Task A_disabled_rule_differs()
    {
        await _fleet.PutAsync("oss", Rules.WithId("daily", schedule: "Daily").Replace("\"id\"", "\"isEnabled\":false,\"id\"", StringComparison.Ordinal));

        var run = await DriftAsync();

        Assert.That(run.Output, Does.Contain("\n  differs daily  [fleet.yaml:7:10 rules.daily]\n      IsEnabled: false → true\n"));
    }

    [Test]
    public async Task For_tools_it_is_the_plan_that_puts_it_right()
    {
        var run = await DriftAsync("--output", "json", "--count-unmanaged");
        var plan = await _fleet.RunAsync(["plan", "fleet.yaml", .. _fleet.OnEmulator, "--prune", "-o", "json"]);

        var read = new PlanJson(RuleFormats.Extensions).Parse(run.Output);
        Assert.That((run.ExitCode, read.IsPruning), Is.EqualTo((3, true)));
        Assert.That(read.Hash, Is.EqualTo(new PlanJson(RuleFormats.Extensions).Parse(plan.Output).Hash));
    }

    private Task<Run> DriftAsync(params string[] arguments) => _fleet.RunAsync(["drift", "fleet.yaml", .. _fleet.OnEmulator, .. arguments]);
}
