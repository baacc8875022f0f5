using System.Text.Json;
using System.Text.RegularExpressions;
using Inventory.Planning;

namespace Inventory.Cli.Tests;

/// <summary><c>inventory migrate</c>, on the emulator.</summary>
[TestFixture]
public sealed partial class MigrateTests
{
    /// <summary>What OSS alone holds of the rule <c>daily</c>, accepted by name.</summary>
    private static readonly string[] Accepted =
    [
        "--accept", "schedule=EveryThreeDays", "--accept", "drop=OptionalFields", "--accept", "drop=Filter.ObjectSize", "--accept", "daily:drop=Destination.Encryption",
    ];

    private FleetFiles _fleet = null!;

    [SetUp]
    public async Task Start() => _fleet = await FleetFiles.StartAsync();

    [TearDown]
    public async Task Stop() => await _fleet.DisposeAsync();

    [Test]
    public async Task A_user_plans_reads_the_reasons_accepts_lands_reads_back_enables_and_lists()
    {
        await _fleet.PutAsync("oss", Rules.Weekly);
        await _fleet.PutAsync("oss", Rules.Daily);

        var plan = await MigrateAsync();
        var accepted = await MigrateAsync(Accepted);
        var landed = await MigrateAsync([.. Accepted, "--apply", "--plan-hash", Hash(accepted)]);
        var between = await ListAsync("bos");
        var again = await MigrateAsync([.. Accepted, "--apply"]);
        var enabled = await MigrateAsync([.. Accepted, "--enable"]);
        var after = await ListAsync("bos");
        var source = await ListAsync("oss");

        Assert.That(plan.ExitCode, Is.EqualTo(2));
        Assert.That(plan.Output, Does.StartWith("oss/examplebucket → bos/examplebucket\n  ! daily cannot move\n"));
        Assert.That(plan.Output, Does.Contain("      Schedule: BOS has no daily schedule. ").And.Contain(" The report will be written at other times. Accept schedule=EveryThreeDays or schedule=Weekly"));
        Assert.That(plan.Output, Does.Contain("      Filter.ObjectSize: ").And.Contain("      Destination.Encryption: ").And.Contain("      OptionalFields[Size]: ").And.Contain("  = weekly maps as it is\n"));
        Assert.That(plan.Output, Does.Contain("\n1 rule cannot move: ").And.Contain("\n1 rule is to land, disabled.\n"));
        Assert.That(accepted.ExitCode, Is.EqualTo(2));
        Assert.That(accepted.Output, Does.Contain("      Schedule: Daily → EveryThreeDays. BOS has no daily schedule. The report will be written at other times. Accepted: schedule=EveryThreeDays.\n"));
        Assert.That(landed.ExitCode, Is.Zero, landed.Error);
        Assert.That(landed.Output, Does.StartWith("Rules: 2 created. Plan ").And.Contain("      at the target: daily, landed, disabled\n").And.Contain("\n2 rules have landed and can be enabled"));
        Assert.That(between, Is.EqualTo([("daily", false, "EveryThreeDays"), ("weekly", false, "Weekly")]));
        Assert.That(again.ExitCode, Is.Zero);
        Assert.That(again.Output, Does.StartWith("Nothing to do. Plan "));
        Assert.That(enabled.ExitCode, Is.Zero);
        Assert.That(enabled.Output, Does.StartWith("Rules: 2 enabled. Plan "));
        Assert.That(enabled.Output, Does.Contain("\nEnabled on both sides; the source is never changed here, so disable them at 'oss': examplebucket daily, examplebucket weekly.\n"));
        Assert.That(after, Is.EqualTo([("daily", true, "EveryThreeDays"), ("weekly", true, "Weekly")]));
        Assert.That(source, Is.EqualTo([("daily", true, "Daily"), ("weekly", true, "Weekly")]));
    }

    [Test]
    public async Task A_rule_that_both_clouds_hold_comes_back_equal_to_the_original()
    {
        await _fleet.PutAsync("oss", """{"id":"logs","destination":{"bucket":"destbucket","prefix":"reports"},"schedule":"Weekly","filter":{"prefixes":["logs/"]}}""");

        var there = await MigrateAsync("--apply", "--enable");
        var back = await _fleet.RunAsync(["migrate", "--from", "bos", "--to", "oss", "--bucket", "examplebucket=destbucket", .. _fleet.OnEmulator, "--apply", "--enable"]);

        Assert.That((there.ExitCode, back.ExitCode), Is.EqualTo((0, 0)), there.Error + back.Error);
        Assert.That(await GetAsync("oss", "destbucket", "logs"), Is.EqualTo(await GetAsync("oss", "examplebucket", "logs")));
        Assert.That(await GetAsync("oss", "destbucket", "logs"), Does.Contain("\"logs/\""));
    }

    [Test]
    public async Task Of_a_rule_that_the_target_cannot_hold_every_reason_is_told_until_each_is_accepted_by_name()
    {
        await _fleet.PutAsync("oss", Rules.Daily);

        for (var n = 0; n <= Accepted.Length; n += 2)
        {
            var run = await MigrateAsync([.. Accepted[..n], "--apply", "--output", "json"]);
            using var json = JsonDocument.Parse(run.Output);
            var rule = json.RootElement.GetProperty("buckets")[0].GetProperty("rules")[0];
            var refused = rule.TryGetProperty("refusals", out var refusals) ? refusals.EnumerateArray().Select(r => r.GetProperty("path").GetString()).ToArray() : [];
            string[] all = ["Destination.Encryption", "Schedule", "Filter.ObjectSize", "OptionalFields[Size]", "OptionalFields[ETag]"];
            string[] accepted = [.. Accepted[..n].Where(a => a != "--accept")];
            Assert.That(refused, Is.EquivalentTo(all.Where(path => !accepted.Any(a => Answers(a, path)))));
            Assert.That(run.ExitCode, Is.EqualTo(refused.Length == 0 ? 0 : 2));
            Assert.That((await ListAsync("bos")).Count, Is.EqualTo(refused.Length == 0 ? 1 : 0));
        }
    }

    [Test]
    public async Task What_cannot_move_keeps_nothing_else_from_landing()
    {
        await _fleet.PutAsync("oss", Rules.Weekly);
        await _fleet.PutAsync("oss", Rules.Daily);

        var run = await MigrateAsync("--apply");
        var left = await MigrateAsync("--apply", "--leave", "daily");

        Assert.That((run.ExitCode, left.ExitCode), Is.EqualTo((2, 0)));
        Assert.That(run.Output, Does.StartWith("Rules: 1 created. ").And.Contain("\n1 rule cannot move: "));
        Assert.That(await ListAsync("bos"), Is.EqualTo([("weekly", false, "Weekly")]));
    }

    [Test]
    public async Task Several_prefixes_of_BOS_become_several_rules_of_OSS_when_that_is_accepted()
    {
        var put = await _fleet.RunAsync(
            "put", """{"id":"logs","destination":{"bucket":"destbucket"},"schedule":"Weekly","filter":{"prefixes":["a/","a/b/","c/"]}}""",
            "-p", "bos", "-b", "examplebucket", "--emulator", _fleet.Emulator.BosEndpoint.GetLeftPart(UriPartial.Authority), "--set", "AllowUnproven:0=MultiplePrefixFilter");
        Assert.That(put.ExitCode, Is.Zero, put.Error);
        string[] back = ["migrate", "--from", "bos", "--to", "oss", "-b", "examplebucket", .. _fleet.OnEmulator];

        var plan = await _fleet.RunAsync(back);
        var run = await _fleet.RunAsync([.. back, "--accept", "logs:split=Filter.Prefixes", "--apply", "--enable"]);

        Assert.That(plan.Output, Does.Contain("Filter.Prefixes: A rule on OSS selects by one prefix. ").And.Contain(" Accept split=Filter.Prefixes or drop=Filter.Prefixes."));
        Assert.That(run.ExitCode, Is.Zero, run.Error + run.Output);
        Assert.That(run.Output, Does.StartWith("Rules: 2 created. ").And.Contain("\nRules: 2 enabled. ").And.Contain("'a/b/' makes no rule of its own: "));
        Assert.That(await ListAsync("oss"), Is.EqualTo([("logs-1", true, "Weekly"), ("logs-2", true, "Weekly")]));
    }

    [Test]
    public async Task Another_rule_of_the_id_is_never_overwritten()
    {
        await _fleet.PutAsync("oss", Rules.Weekly);
        await _fleet.PutAsync("bos", Rules.WithId("weekly", "EveryThreeDays"));

        var refused = await MigrateAsync("--apply");
        var beside = await MigrateAsync("--accept", "weekly:Id=weekly-2", "--apply");

        Assert.That((refused.ExitCode, beside.ExitCode), Is.EqualTo((2, 0)));
        Assert.That(refused.Output, Does.Contain("Bucket 'examplebucket' has another rule of this id: it differs in Destination.Prefix, Schedule. ").And.Contain("Accept weekly:Id=weekly-2."));
        Assert.That(await ListAsync("bos"), Is.EqualTo([("weekly", true, "EveryThreeDays"), ("weekly-2", false, "Weekly")]));
    }

    [Test]
    public async Task Enabling_alone_creates_nothing_and_says_what_has_not_landed()
    {
        await _fleet.PutAsync("oss", Rules.Weekly);

        var run = await MigrateAsync("--enable");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Output, Does.Contain("\n1 rule is to land, disabled. This step creates nothing: land first.\n"));
        Assert.That(await ListAsync("bos"), Is.Empty);
    }

    [Test]
    public async Task Another_plan_than_the_one_that_was_reviewed_is_not_applied()
    {
        await _fleet.PutAsync("oss", Rules.Weekly);
        var plan = await MigrateAsync();
        await _fleet.PutAsync("oss", Rules.WithId("late"));

        var run = await MigrateAsync("--apply", "--plan-hash", Hash(plan));

        var document = await MigrateAsync("--apply", "--plan-hash", Hash(plan), "--output", "json");

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(new[] { run.Error, document.Error }, Has.All.Contain("The plan is not applied, and nothing was sent:"));
        Assert.That(document.ExitCode, Is.EqualTo(2));
        using var json = JsonDocument.Parse(document.Output);
        Assert.That(json.RootElement.GetProperty("isDone").GetBoolean(), Is.False);
        var applied = ApplyJson.Parse(json.RootElement.GetProperty("applied")[0].GetRawText());
        Assert.That((applied.Refusals.Single().Kind, applied.Counts.NotTried), Is.EqualTo((ApplyRefusalKind.OtherPlan, 2)));
        Assert.That(await ListAsync("bos"), Is.Empty);
    }

    [Test]
    public async Task A_killed_enabling_is_recovered()
    {
        await _fleet.PutAsync("bos", Rules.Weekly);
        string[] toOss = ["migrate", "--from", "bos", "--to", "oss", "--bucket", "examplebucket", "--journal", Path.Combine(_fleet.Folder, "journal"), .. _fleet.OnEmulator];
        var landed = await _fleet.RunAsync([.. toOss, "--apply"]);
        _fleet.Emulator.Faults.Add("oss:put:1=delay:1h");
        using (var process = Program.Start([.. toOss, "--enable"]))
        {
            while (!process.HasExited && _fleet.Emulator.StoredRules("oss", "examplebucket").Count > 0)
            {
                await Task.Yield();
            }

            process.Kill();
            await process.WaitForExitAsync();
        }

        var refused = await _fleet.RunAsync([.. toOss, "--enable"]);
        var recovered = await _fleet.RunAsync([.. toOss, "--recover", "--settle", "100ms"]);

        Assert.That((landed.ExitCode, refused.ExitCode, recovered.ExitCode), Is.EqualTo((0, 2, 0)), recovered.Error);
        Assert.That(recovered.Output, Does.Contain("oss/examplebucket weekly: it was missing, and the new rule was put\n"));
        Assert.That(await ListAsync("oss"), Is.EqualTo([("weekly", true, "Weekly")]));
    }

    [Test]
    public async Task Buckets_come_from_a_file_and_one_that_cannot_be_read_fails_alone()
    {
        await _fleet.PutAsync("oss", Rules.Weekly);
        var file = _fleet.Write("buckets.txt", "# the fleet\nexamplebucket = destbucket # under another name\n\ngone\n");

        var run = await _fleet.RunAsync(["migrate", "--from", "oss", "--to", "bos", "--buckets", file, "--destination", "destbucket=examplebucket", .. _fleet.OnEmulator, "--apply"]);

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Output, Does.Contain("oss/gone → bos/gone\n  x oss/gone failed: BucketNotFound: ").And.Contain("  x bos/gone failed: BucketNotFound: "));
        Assert.That(run.Output, Does.Contain("Reports go to bucket 'examplebucket' instead of 'destbucket'."));
        Assert.That(await ListAsync("bos", "destbucket"), Is.EqualTo([("weekly", false, "Weekly")]));
    }

    [Test]
    public async Task A_pull_request_and_tools_get_it_too()
    {
        await _fleet.PutAsync("oss", Rules.Weekly);

        var page = await MigrateAsync("--output", "markdown");
        var document = await MigrateAsync("--output", "json", "--apply");

        Assert.That(page.Output, Does.StartWith("## Inventory move\n").And.Contain("+ weekly maps as it is\n"));
        using var json = JsonDocument.Parse(document.Output);
        Assert.That(json.RootElement.GetProperty("version").GetInt32(), Is.EqualTo(1));
        Assert.That(json.RootElement.GetProperty("isDone").GetBoolean());
        Assert.That(json.RootElement.GetProperty("applied")[0].GetProperty("summary").GetProperty("created").GetInt32(), Is.EqualTo(1));
    }

    [TestCase("No bucket is named.", "--from", "oss", "--to", "bos")]
    [TestCase("--bucket: '=x' names no bucket.", "--from", "oss", "--to", "bos", "-b", "=x")]
    [TestCase("--destination: 'reports' names no bucket. Write FROM=TO.", "--from", "oss", "--to", "bos", "-b", "examplebucket", "--destination", "reports")]
    [TestCase("--accept: 'everything' is not an acceptance", "--from", "oss", "--to", "bos", "-b", "examplebucket", "--accept", "everything")]
    [TestCase("--apply: --recover settles the journal and does nothing else.", "--from", "oss", "--to", "bos", "-b", "examplebucket", "--apply", "--recover")]
    [TestCase("--plan-hash: it is for what lands.", "--from", "oss", "--to", "bos", "-b", "examplebucket", "--plan-hash", "h")]
    [TestCase("--output markdown is for plans.", "--from", "oss", "--to", "bos", "-b", "examplebucket", "--output", "markdown", "--apply")]
    [TestCase("Bucket 'examplebucket' would move to itself.", "--from", "oss", "--to", "OSS", "-b", "examplebucket")]
    [TestCase("no bucket of 'oss' that moves has a rule 'nowhere'", "--from", "oss", "--to", "bos", "-b", "examplebucket", "--leave", "nowhere")]
    [TestCase("Option '--to' is required.", "--from", "oss", "-b", "examplebucket")]
    public async Task What_cannot_be_meant_is_exit_code_1_and_nothing_is_written(string says, params string[] arguments)
    {
        var run = await _fleet.RunAsync(["migrate", .. arguments, .. _fleet.OnEmulator]);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error, Does.Contain(says));
    }

    private static bool Answers(string acceptance, string path) =>
        path.StartsWith(acceptance.Split(':')[^1].Replace("drop=", "", StringComparison.Ordinal).Split('=')[0], StringComparison.OrdinalIgnoreCase);

    private static string Hash(Run plan) => LastHash().Match(plan.Output).Groups[1].Value;

    [GeneratedRegex(@"Plan ([0-9a-f]{64})\s*\z")]
    private static partial Regex LastHash();

    private Task<Run> MigrateAsync(params string[] arguments) =>
        _fleet.RunAsync(["migrate", "--from", "oss", "--to", "bos", "--bucket", "examplebucket", .. _fleet.OnEmulator, .. arguments]);

    /// <summary>A rule as text, without the bucket that it is in.</summary>
    private async Task<string> GetAsync(string provider, string bucket, string id)
    {
        var run = await _fleet.RunAsync("get", id, "-p", provider, "-b", bucket, "--emulator", Endpoint(provider));
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        return run.Output.Replace($"\"sourceBucket\": \"{bucket}\"", "", StringComparison.Ordinal);
    }

    private async Task<List<(string Id, bool IsEnabled, string Schedule)>> ListAsync(string provider, string bucket = "examplebucket")
    {
        var run = await _fleet.RunAsync("list", "-p", provider, "-b", bucket, "--emulator", Endpoint(provider), "-o", "json");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        using var json = JsonDocument.Parse(run.Output);
        var rules = json.RootElement.ValueKind == JsonValueKind.Array ? json.RootElement : json.RootElement.GetProperty("rules");
        return [.. rules.EnumerateArray().Select(r => (r.GetProperty("id").GetString()!, !r.TryGetProperty("isEnabled", out var e) || e.GetBoolean(), r.GetProperty("schedule").GetString()!))];
    }

    private string Endpoint(string provider) => (provider == "oss" ? _fleet.Emulator.OssEndpoint : _fleet.Emulator.BosEndpoint).GetLeftPart(UriPartial.Authority);
}
