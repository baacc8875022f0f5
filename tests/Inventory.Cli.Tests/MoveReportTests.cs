using System.Text.Json;

namespace Inventory.Cli.Tests;

/// <summary><c>inventory move-report</c>.</summary>
[TestFixture]
public sealed class MoveReportTests
{
    [Test]
    public async Task A_rule_that_moves_as_it_stands_is_told_what_to_look_at()
    {
        var run = await Program.RunAsync("move-report", Program.FilePath("ossutil.json"), "--to", "bos");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.StartWith("Inventory rule 'weekly' can move to 'bos':\n  Note: Destination.Bucket: ").And.Contain("\n  Note: Extensions[oss.access]: "));
    }

    [Test]
    public async Task A_rule_that_does_not_is_told_what_each_change_would_mean()
    {
        var run = await Program.RunAsync("move-report", Rules.Daily, "--to", "bos");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((2, "")));
        Assert.That(run.Output, Does.Contain("\n  Error: Destination.Encryption: ").And.Contain("The report will be less well protected. Accept drop=Destination.Encryption.\n"));
    }

    [Test]
    public async Task A_setting_that_one_cloud_alone_has_is_never_left_behind_in_silence()
    {
        var run = await Program.RunAsync("move-report", Program.FilePath("incremental.json"), "--to", "bos");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Output, Does.Contain("\n  Error: Extensions[oss].IncrementalInventory: "));
    }

    [Test]
    public async Task For_tools_it_is_one_object()
    {
        var run = await Program.RunAsync("move-report", Rules.Daily, "--to", "bos", "-o", "json");

        using var json = JsonDocument.Parse(run.Output);
        var root = json.RootElement;
        var schedule = root.GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("path").GetString() == "Schedule");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((2, "")));
        Assert.That(root.EnumerateObject().Select(m => m.Name), Is.EqualTo(new[] { "ruleId", "target", "isPortable", "findings" }));
        Assert.That(root.GetProperty("isPortable").GetBoolean(), Is.False);
        Assert.That(schedule.EnumerateObject().Select(m => m.Name), Is.EqualTo(new[] { "severity", "path", "reason", "remedy", "impact", "meaning", "choices" }));
        Assert.That(schedule.GetProperty("impact").GetString(), Is.EqualTo("OtherTimes"));
        Assert.That(schedule.GetProperty("choices").EnumerateArray().Select(c => c.GetString()), Is.EqualTo(new[] { "schedule=EveryThreeDays", "schedule=Weekly", "schedule=Monthly(1)" }));
    }

    [Test]
    public async Task A_cloud_that_there_is_not_is_named_with_those_that_there_are()
    {
        var run = await Program.RunAsync("move-report", Rules.Daily, "--to", "azure");

        Assert.That((run.ExitCode, run.Output, run.Error.TrimEnd()), Is.EqualTo((1, "", "--to: there is no provider 'azure'. What there is: oss, bos.")));
    }
}
