using System.Text.Json;

namespace Inventory.Cli.Tests;

/// <summary><c>inventory validate</c>.</summary>
[TestFixture]
public sealed class ValidateTests
{
    private static readonly string[] Access = ["--set", "DestinationRoleArn=acs:ram::1:role/writer", "--set", "DestinationAccountId=1"];

    [Test]
    public async Task A_rule_that_fits_is_told_so_with_its_warnings()
    {
        var run = await Program.RunAsync("validate", Rules.Weekly, "--provider", "bos");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.StartWith("'bos' can hold inventory rule 'weekly'.\nWarning: Destination.Prefix: ").And.Contain("Write 'reports/' if a folder is meant."));
    }

    [Test]
    public async Task A_rule_that_does_not_fit_is_refused_with_everything_that_stands_in_the_way_and_what_to_accept()
    {
        var run = await Program.RunAsync("validate", Rules.Daily, "--provider", "BOS");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((2, "")));
        Assert.That(run.Output, Does.StartWith("'bos' cannot hold inventory rule 'daily' as it stands:\nError: "));
        Assert.That(run.Output, Does.Contain("\nError: OptionalFields[Size], OptionalFields[ETag]: BOS has no optional columns"));
        foreach (var hint in new[] { "schedule=EveryThreeDays ", "drop=Filter.ObjectSize ", "drop=Destination.Encryption ", "drop=OptionalFields " })
        {
            Assert.That(run.Output, Does.Contain($"\n  --accept {hint}"));
        }
    }

    [Test]
    public async Task What_it_says_to_accept_is_what_makes_the_rule_fit()
    {
        var refused = await Program.RunAsync("validate", Rules.Daily, "--provider", "bos");
        var hints = refused.Output.Split('\n').Where(line => line.StartsWith("  --accept ", StringComparison.Ordinal)).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2));

        var run = await Program.RunAsync(["validate", Rules.Daily, "--provider", "bos", .. hints]);

        Assert.That(run.ExitCode, Is.EqualTo(0));
        Assert.That(run.Output, Does.Contain("\nWarning: Destination.Encryption: Changed on the way, as you accept: drop=Destination.Encryption."));
    }

    [Test]
    public async Task Who_writes_reports_on_oss_may_be_said_in_the_options_and_the_refusal_says_how()
    {
        var bare = await Program.RunAsync("validate", Rules.Weekly, "-p", "oss");
        var stated = await Program.RunAsync(["validate", Rules.Weekly, "-p", "oss", .. Access]);

        Assert.That((bare.ExitCode, stated.ExitCode), Is.EqualTo((2, 0)));
        Assert.That(bare.Output, Does.Contain("\n  --set DestinationRoleArn=").And.Contain("\n  --set DestinationAccountId="));
        Assert.That(stated.Output, Is.EqualTo("'oss' can hold inventory rule 'weekly'.\n"));
    }

    [Test]
    public async Task A_document_of_another_cloud_leaves_its_access_behind_with_a_note_and_its_other_settings_are_refused()
    {
        var run = await Program.RunAsync("validate", Program.FilePath("ossutil.json"), "-p", "bos");
        var lossy = await Program.RunAsync("convert", Program.FilePath("incremental.json"), "--to", "ossutil-json");
        var other = await Program.RunAsync("validate", lossy.Output, "-p", "bos");

        Assert.That(run.ExitCode, Is.EqualTo(0));
        Assert.That(run.Output, Does.Contain("\nNote: Extensions[oss.access]: It is for 'oss' and stays behind."));
        Assert.That(other.ExitCode, Is.EqualTo(2));
        Assert.That(other.Output, Does.Contain("\nError: Extensions[oss].IncrementalInventory: ").And.Contain("\n  --accept 'drop=Extensions[oss]'"));
    }

    [Test]
    public async Task A_section_of_a_neutral_file_that_is_for_another_cloud_stays_behind_with_a_note()
    {
        var run = await Program.RunAsync("validate", Program.FilePath("incremental.json"), "-p", "bos");

        Assert.That(run.ExitCode, Is.EqualTo(0));
        Assert.That(run.Output, Does.Contain("\nNote: Extensions[oss]: It is for 'oss' and stays behind."));
    }

    [Test]
    public async Task For_tools_it_is_one_object()
    {
        var run = await Program.RunAsync("validate", Rules.Daily, "-p", "bos", "--output", "json");

        using var json = JsonDocument.Parse(run.Output);
        var root = json.RootElement;
        var schedule = root.GetProperty("violations").EnumerateArray().Single(v => v.GetProperty("path").GetString() == "Schedule");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((2, "")));
        Assert.That(root.EnumerateObject().Select(m => m.Name), Is.EqualTo(new[] { "provider", "ruleId", "isAccepted", "violations" }));
        Assert.That((root.GetProperty("provider").GetString(), root.GetProperty("ruleId").GetString(), root.GetProperty("isAccepted").GetBoolean()), Is.EqualTo(("bos", "daily", false)));
        Assert.That(schedule.EnumerateObject().Select(m => m.Name), Is.EqualTo(new[] { "severity", "kind", "path", "reason", "remedy", "feature", "serverAnswer", "evidence" }));
        Assert.That(schedule.GetProperty("severity").GetString(), Is.EqualTo("Error"));
        Assert.That(schedule.GetProperty("kind").GetString(), Is.EqualTo("NotOffered"));
        Assert.That(schedule.GetProperty("feature").GetString(), Is.EqualTo("DailySchedule"));
        Assert.That(schedule.GetProperty("evidence")[0].EnumerateObject().Select(m => m.Name), Is.EqualTo(new[] { "reading", "source", "dated" }));
        Assert.That(schedule.GetProperty("evidence")[0].GetProperty("dated").GetString(), Is.EqualTo("2025-11-03"));
    }

    [Test]
    public async Task For_tools_a_rule_that_fits_is_accepted()
    {
        var run = await Program.RunAsync("validate", Rules.WithId("plain"), "-p", "bos", "-o", "json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.That(run.ExitCode, Is.EqualTo(0));
        Assert.That(json.RootElement.GetProperty("isAccepted").GetBoolean(), Is.True);
        Assert.That(json.RootElement.GetProperty("violations").GetArrayLength(), Is.Zero);
    }

    [TestCase("--accept: 'nonsense' is not an acceptance", "--accept", "nonsense")]
    [TestCase("--output: Argument 'yaml' not recognized. Must be one of:", "--output", "yaml")]
    [TestCase("--provider: there is no provider 'azure'. What there is: oss, bos.", "--provider", "azure")]
    public async Task An_option_that_makes_no_sense_is_named(string said, params string[] options)
    {
        var run = await Program.RunAsync(options[0] == "--provider" ? ["validate", Rules.Weekly, .. options] : ["validate", Rules.Weekly, "-p", "bos", .. options]);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error, Does.Contain(said).And.Not.Contain("   at "));
    }
}
