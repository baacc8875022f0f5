namespace Inventory.Cli.Tests;

/// <summary><c>inventory convert</c>.</summary>
[TestFixture]
public sealed class ConvertTests
{
    [TestCase("oss.xml", "json", "\"id\": \"日志 report\"")]
    [TestCase("oss.xml", "ossutil-json", "\"OSSBucketDestination\": {")]
    [TestCase("ossutil.json", "oss-xml", "<Frequency>Weekly</Frequency>")]
    [TestCase("ossutil.json", "bos-json", "\"schedule\": \"Weekly\"", "--bucket", "examplebucket")]
    [TestCase("oss.xml", "yaml", "\nschedule: Daily\n")]
    [TestCase("bos.json", "json", "\"sourceBucket\": \"source-bucket\"")]
    [TestCase("neutral.json", "bos-json", "\"source-bucket/logs/*\"")]
    [TestCase("neutral.json", "BOS-JSON", "\"other/logs/*\"", "-b", "other")]
    public async Task A_rule_is_written_in_another_format(string file, string format, string part, params string[] options)
    {
        var run = await Program.RunAsync(["convert", Program.FilePath(file), "--to", format, .. options]);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.Contain(part).And.EndsWith("\n").And.Not.EndsWith("\n\n"));
    }

    [Test]
    public async Task What_is_written_to_a_file_is_what_would_be_printed()
    {
        using var folder = new TemporaryFolder();
        var printed = await Program.RunAsync("convert", Rules.Weekly, "--to", "json");

        var run = await Program.RunAsync(new Surroundings { Folder = folder.Path }, "convert", Rules.Weekly, "--to", "json", "--out", "rule.json");

        Assert.That(run, Is.EqualTo(new Run(0, "Wrote inventory rule 'weekly' to rule.json.\n", "")));
        Assert.That(folder.Read("rule.json"), Is.EqualTo(printed.Output));
    }

    [Test]
    public async Task Every_format_that_the_help_names_holds_the_rule_and_is_recognized_again()
    {
        var help = await Program.RunAsync("convert", "--help");
        var formats = help.Output.Split("--to <")[1].Split('>')[0].Split('|');
        var rule = await Program.RunAsync("convert", Program.FilePath("neutral.json"), "--to", "json");

        foreach (var format in formats)
        {
            var written = await Program.RunAsync("convert", Program.FilePath("neutral.json"), "--to", format);
            var input = new Surroundings { Input = System.Text.Encoding.UTF8.GetBytes(written.Output) };
            var back = await Program.RunAsync(input, "convert", "-", "--to", "json");
            Assert.That(
                back.Output.Replace("  \"sourceBucket\": \"source-bucket\",\n", "", StringComparison.Ordinal),
                Is.EqualTo(rule.Output.Replace("  \"sourceBucket\": \"source-bucket\",\n", "", StringComparison.Ordinal)), format);
        }

        Assert.That(formats, Is.EqualTo(new[] { "oss-xml", "bos-json", "ossutil-json", "json", "yaml" }));
    }

    [Test]
    public async Task A_rule_that_the_other_cloud_cannot_hold_is_refused_with_what_to_accept_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();

        var run = await Program.RunAsync(new Surroundings { Folder = folder.Path }, "convert", Rules.Daily, "--to", "bos-json", "--bucket", "examplebucket", "--out", "rule.json", "--accept", "drop=Filter.ObjectSize");

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.StartWith("'bos' cannot hold inventory rule 'daily' as it stands:\n  Destination.Encryption: "));
        Assert.That(run.Error, Does.Contain("\n  Schedule: BOS has no daily schedule.").And.Contain("\n  --accept schedule=EveryThreeDays ").And.Contain("\n  --accept drop=OptionalFields ").And.Not.Contain("ObjectSize"));
        Assert.That(Directory.EnumerateFiles(folder.Path), Is.Empty);
    }

    [Test]
    public async Task What_is_accepted_is_changed()
    {
        var run = await Program.RunAsync(
            "convert", Rules.Daily, "--to", "bos-json", "--bucket", "examplebucket", "--accept", "schedule=Weekly", "--accept", "drop=Filter", "--accept", "drop=OptionalFields", "--accept", "drop=Destination.Encryption");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.Contain("\"schedule\": \"Weekly\"").And.Contain("\"examplebucket/*\""));
    }

    [Test]
    public async Task What_the_cloud_would_still_refuse_of_the_document_is_said_beside_it()
    {
        var run = await Program.RunAsync("convert", Rules.Weekly, "--to", "oss-xml");

        Assert.That(run.ExitCode, Is.EqualTo(0));
        Assert.That(run.Output, Does.StartWith("<?xml").And.EndsWith("</InventoryConfiguration>\n"));
        Assert.That(run.Error, Does.StartWith("'oss' would refuse the document as it stands:\n  Extensions[oss.access].RoleArn: "));
    }

    [TestCase("There is no format of rule files called 'jsom'. Did you mean 'json'?", "--to", "jsom")]
    [TestCase("There is no format of rule files called 'xml'.", "--to", "json", "--from", "xml")]
    [TestCase("--bucket: a BOS document names the bucket whose objects it lists, and RULE does not say it.", "--to", "bos-json")]
    [TestCase("--accept: 'json' holds every rule, so there is nothing to accept.", "--to", "json", "--accept", "drop=Filter")]
    [TestCase("the text on the command line: ", "--to", "json", "--from", "oss-xml")]
    [TestCase("Option '--to' is required.")]
    public async Task An_option_that_makes_no_sense_is_named(string said, params string[] options)
    {
        var run = await Program.RunAsync(["convert", Rules.Weekly, .. options]);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error, Does.StartWith(said).And.Not.Contain("   at "));
    }

    [Test]
    public async Task A_file_that_cannot_be_written_is_named()
    {
        var run = await Program.RunAsync("convert", Rules.Weekly, "--to", "json", "--out", "/no-such-folder/rule.json");

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error, Does.Contain("/no-such-folder/rule.json").And.Not.Contain("   at "));
    }
}
