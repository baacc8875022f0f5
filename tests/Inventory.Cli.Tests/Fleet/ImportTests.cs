using System.Text;
using Inventory.AlibabaOss;
using Inventory.BaiduBos;
using Inventory.Emulator;
using Inventory.Planning;

namespace Inventory.Cli.Tests;

/// <summary><c>inventory import</c>, on the emulator.</summary>
[TestFixture]
public sealed class ImportTests
{
    private static readonly string[] Everywhere = ["oss/examplebucket", "oss/destbucket", "bos/examplebucket", "bos/destbucket"];

    private FleetFiles _fleet = null!;

    [SetUp]
    public async Task Start() => _fleet = await FleetFiles.StartAsync(options: SeededFleet.Options);

    [TearDown]
    public async Task Stop() => await _fleet.DisposeAsync();

    [TestCase("yaml")]
    [TestCase("json")]
    public async Task A_plan_of_what_was_imported_has_no_changes(string format)
    {
        var import = await ImportAsync([.. Everywhere, "--format", format, "--out", "live.file"]);

        var plan = await _fleet.RunAsync(["plan", "live.file", .. _fleet.OnEmulator]);

        Assert.That((import.ExitCode, import.Output), Is.EqualTo((2, "")));
        Assert.That(import.Error, Does.EndWith(
            """
            left out oss/examplebucket once: It runs once, so it never comes to rest, and a fleet file takes no such rule. Leave it to who put it: it is unmanaged. A plan that prunes would delete it.
            left out oss/destbucket once: It runs once, so it never comes to rest, and a fleet file takes no such rule. Leave it to who put it: it is unmanaged. A plan that prunes would delete it.
            left out bos/examplebucket once: It runs once, so it never comes to rest, and a fleet file takes no such rule. Leave it to who put it: it is unmanaged. A plan that prunes would delete it.
            left out bos/destbucket once: It runs once, so it never comes to rest, and a fleet file takes no such rule. Leave it to who put it: it is unmanaged. A plan that prunes would delete it.
            24 rules of 4 buckets taken over, under 8 ids, 4 rules left out.

            """.ReplaceLineEndings("\n")));
        Assert.That(plan.ExitCode, Is.Zero, plan.Output);
        Assert.That(plan.Output, Does.Contain("\nNo changes. Rules: 4 unmanaged, 24 unchanged. Plan "));
        Assert.That(plan.Output.Split('\n').Where(line => line.Contains("unmanaged", StringComparison.Ordinal) && !line.StartsWith("No ", StringComparison.Ordinal)), Has.All.EqualTo("  ? unmanaged once (left alone)"));
    }

    [Test]
    public async Task The_fleet_that_it_is_tried_on_uses_everything_that_a_rule_can_say()
    {
        var import = await ImportAsync(Everywhere);

        var rules = new DesiredStateReader(RuleFormats.Extensions).Read(import.Output, "fleet.yaml").Buckets.SelectMany(b => b.Rules).Select(r => r.Rule).ToList();
        Assert.That(rules.SelectMany(r => r.FeaturesUsed()).Select(u => u.Feature).Distinct(), Is.EquivalentTo(Enum.GetValues<InventoryFeature>().Except([InventoryFeature.OnceSchedule])));
        Assert.That(rules.SelectMany(r => r.Extensions).SelectMany(e => e.SettingsUsed.Select(e.PathOf)).Distinct(), Is.EquivalentTo(Settings().Except(["Extensions[oss].AutoDelete"])));
        Assert.That(rules.Select(r => r.IsEnabled).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task The_fleet_file_alone_goes_to_stdout_and_what_is_missing_to_stderr()
    {
        var run = await ImportAsync(["oss/examplebucket"]);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Output, Does.StartWith("# Not everything is here. ").And.Contain("\nversion: 1\naccounts:\n  oss:\n    buckets:\n      - examplebucket\n"));
        Assert.That(run.Error, Does.StartWith("oss/examplebucket: 8 rules").And.Contain("left out oss/examplebucket once: "));
        Assert.That(_fleet.Emulator.Requests.Select(r => r.Method).Distinct(), Is.EqualTo(new[] { "GET" }));
    }

    [Test]
    public async Task All_taken_over_is_exit_code_0()
    {
        await using var plain = await FleetFiles.StartAsync();
        await plain.PutAsync("oss", Rules.Weekly);
        await plain.PutAsync("bos", Rules.Weekly);

        var run = await plain.RunAsync(["import", "oss/examplebucket", "bos/examplebucket", .. plain.OnEmulator]);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((0, """
            version: 1
            accounts:
              oss:
                buckets:
                  - examplebucket
              bos:
                buckets:
                  - examplebucket
            rules:
              weekly:
                destination:
                  bucket: destbucket
                  prefix: reports
                schedule: Weekly
            assignments:
              - account: oss
                buckets:
                  - examplebucket
                rules:
                  - weekly
              - account: bos
                buckets:
                  - examplebucket
                rules:
                  - weekly

            """.ReplaceLineEndings("\n"))));
        Assert.That(run.Error, Does.EndWith("2 rules of 2 buckets taken over, under 1 id.\n"));
    }

    [Test]
    public async Task A_bucket_that_cannot_be_read_is_exit_code_3_and_the_others_are_in_the_file()
    {
        var run = await ImportAsync(["oss/gone", "oss/destbucket"]);

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Output, Does.Contain("Buckets that could not be read: 1.").And.Contain("- destbucket").And.Not.Contain("gone"));
        Assert.That(run.Error, Does.Match("(?m)^oss/gone failed: BucketNotFound: .* \\(request [0-9A-F]+\\)$").And.Contains("1 rule left out, 1 bucket failed."));
    }

    [Test]
    public async Task A_file_that_cannot_be_written_is_named()
    {
        var run = await ImportAsync(["oss/destbucket", "--out", "no-folder/live.yaml"]);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error, Does.Contain("--out: 'no-folder/live.yaml' cannot be written: "));
    }

    [Test]
    public async Task A_rule_that_cannot_be_read_keeps_its_bucket_out_by_its_id()
    {
        _fleet.Emulator.SeedRaw(EmulatorWire.Bos, "destbucket", """{"id":"bad","status":"perhaps","resource":["destbucket/*"],"schedule":"Weekly","destination":{"targetBucket":"destbucket","format":"CSV"}}""", "bad");

        var run = await ImportAsync(["bos/destbucket", "bos/examplebucket"]);

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Contain("bos/destbucket failed: MalformedResponse: ").And.Contain("\n  cannot be read: bad\n"));
    }

    [Test]
    public async Task For_tools_it_is_one_document_with_the_file_in_it()
    {
        var text = (await ImportAsync(Everywhere)).Output;

        var run = await ImportAsync([.. Everywhere, "--output", "json"]);

        var import = ImportJson.Parse(run.Output);
        Assert.That((run.ExitCode, import.Text, import.Rules), Is.EqualTo((2, text, 24)));
        Assert.That(import.LeftOut.Select(o => $"{o.Account}/{o.Bucket} {o.RuleId}"), Is.EqualTo(Everywhere.Select(b => $"{b} once")));
    }

    [TestCase("buckets.txt")]
    [TestCase("-")]
    public async Task Buckets_may_come_from_a_file_of_lines(string file)
    {
        const string lines = "# ours\r\noss/examplebucket # the first\n\n  OSS/destbucket\noss/examplebucket\n";
        _ = _fleet.Write("buckets.txt", lines);

        var run = await _fleet.RunAsync(new() { Input = Encoding.UTF8.GetBytes(lines) }, ["import", "--buckets", file, "bos/destbucket", .. _fleet.OnEmulator]);

        var buckets = new DesiredStateReader(RuleFormats.Extensions).Read(run.Output, "fleet.yaml").Buckets;
        Assert.That(buckets.Select(b => $"{b.Account}/{b.Bucket}"), Is.EqualTo(new[] { "bos/destbucket", "oss/examplebucket", "oss/destbucket" }));
    }

    [TestCase("No bucket is named. Write ACCOUNT/BUCKET")]
    [TestCase("'examplebucket' does not name a bucket. Write ACCOUNT/BUCKET", "examplebucket")]
    [TestCase("'oss/' does not name a bucket.", "oss/")]
    [TestCase("'/b' does not name a bucket.", "/b")]
    [TestCase("'oss/a/b' does not name a bucket.", "oss/a/b")]
    [TestCase("'oss/logs-*' is a pattern, and no bucket is looked for.", "oss/logs-*")]
    [TestCase("bad.txt:2: 'nonsense' does not name a bucket.", "--buckets", "bad.txt")]
    [TestCase("There is no file 'none.txt'.", "--buckets", "none.txt")]
    [TestCase("no such section, and no cloud is called 's3'", "s3/logs")]
    [TestCase("--set: no bucket of an account 'bos' is named.", "oss/examplebucket", "--set", "bos:Region=bj")]
    public async Task What_makes_no_sense_is_said_and_nothing_is_sent(string said, params string[] arguments)
    {
        _ = _fleet.Write("bad.txt", "oss/a\nnonsense\n");

        var run = await ImportAsync(arguments);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error, Does.Contain(said));
        Assert.That(_fleet.Emulator.Requests, Is.Empty);
    }

    private static IEnumerable<string> Settings()
    {
        foreach (var extension in new InventoryExtension[] { new OssInventoryExtension(), new OssAccessExtension(), new BosInventoryExtension() })
        {
            foreach (var setting in extension.GetType().GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.DeclaredOnly).Where(p => p.CanWrite))
            {
                yield return extension.PathOf(setting.Name);
            }
        }
    }

    private Task<Run> ImportAsync(string[] arguments) => _fleet.RunAsync(["import", .. arguments, .. _fleet.OnEmulator]);
}
