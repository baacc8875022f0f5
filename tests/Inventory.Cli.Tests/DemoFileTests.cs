namespace Inventory.Cli.Tests;

/// <summary><c>inventory demo FILE</c> with rules of every format.</summary>
[TestFixture]
public sealed class DemoFileTests
{
    [TestCase("oss.xml", "日志 report", "OSS", "BOS", "examplebucket")]
    [TestCase("ossutil.json", "weekly", "OSS", "BOS", "examplebucket")]
    [TestCase("neutral.json", "weekly", "OSS", "BOS", "source-bucket")]
    [TestCase("incremental.json", "incremental", "OSS", "BOS", "source-bucket")]
    [TestCase("bos.json", "every.third_day", "BOS", "OSS", "source-bucket")]
    [TestCase("bos-plain.json", "weekly", "BOS", "OSS", "source-bucket", Description = "both clouds hold it, and it is a document of BOS")]
    [TestCase("neutral-for-bos.json", "third-day", "BOS", "OSS", "source-bucket", Description = "a neutral rule that BOS alone can hold")]
    public async Task A_rule_goes_from_its_cloud_to_the_other(string file, string id, string from, string to, string bucket)
    {
        var run = await Program.RunAsync("demo", Program.FilePath(file));

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.Contain($"1. Put rule '{id}' to {from}, bucket '{bucket}'").And.Contain($"6. Put the converted rule to {to}, bucket '{bucket}'"));
        Assert.That(run.Output.Split("It is what was put."), Has.Length.EqualTo(3));
        Assert.That(run.Output, Does.Contain("8. Delete both").And.Contain($"and none before {to} could hold the rule."));
    }

    [Test]
    public async Task An_id_that_is_illegal_on_the_other_cloud_is_replaced_by_a_legal_one()
    {
        var run = await Program.RunAsync("demo", Program.FilePath("oss.xml"));

        Assert.That(run.Output, Does.Contain("> PUT /examplebucket/?inventory&inventoryId=%E6%97%A5%E5%BF%97%20report"));
        Assert.That(run.Output, Does.Contain("Error: Id: '日志 report' must be 1 to 64 bytes").And.Contain("Id=---report   "));
        Assert.That(run.Output, Does.Contain("> PUT /examplebucket?inventory&id=---report").And.Contain("{\"id\":\"---report\""));
    }

    [Test]
    public async Task Incremental_inventory_is_put_to_its_cloud_and_dropped_by_name_on_the_way_to_the_other()
    {
        var run = await Program.RunAsync("demo", Program.FilePath("incremental.json"));

        Assert.That(run.Output, Does.Contain("<IncrementalInventory><IsEnabled>true</IsEnabled><Schedule><Frequency>600</Frequency></Schedule>"));
        Assert.That(run.Output, Does.Contain("Error: Extensions[oss].IncrementalInventory: ").And.Contain("drop=Extensions[oss]   The setting will be lost."));
        Assert.That(run.Output, Does.Contain("{\"id\":\"incremental\",\"status\":\"enabled\",\"resource\":[\"source-bucket/*\"],\"schedule\":\"Weekly\""));
    }

    [Test]
    public async Task A_silent_rule_of_bos_is_made_to_say_which_versions_it_lists()
    {
        var run = await Program.RunAsync("demo", Program.FilePath("bos.json"));

        Assert.That(run.Output, Does.Contain("IncludedObjectVersions=Current   "));
        Assert.That(run.Output, Does.Contain("<Frequency>Daily</Frequency>").And.Contain("<IncludedObjectVersions>Current</IncludedObjectVersions>"));
    }

    [TestCase("illegal.json", "'oss'", "Destination.Format: OSS writes reports in CSV alone. Use InventoryFormat.Csv.", "Destination.Bucket: 'Not_A_Bucket' must be", "Schedule: OSS has no schedule of every third day. Use ")]
    [TestCase("illegal-bos.json", "'bos'", "Id: 'two words' must be", "Destination.Bucket: 'destBucketName' must be")]
    public async Task A_rule_that_neither_cloud_holds_is_refused_with_path_reason_and_remedy_and_nothing_is_sent(string file, string provider, params string[] lines)
    {
        var run = await Program.RunAsync("demo", Program.FilePath(file));

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.StartWith($"{provider} cannot hold inventory rule "));
        foreach (var line in lines)
        {
            Assert.That(run.Error, Does.Contain($"\n  {line}"));
        }

        Assert.That(run.Output, Does.Not.Contain("> "), "nothing is sent");
        AssertHasNoTrace(run);
    }

    [TestCase("malformed.json", "line 3, column 52: destination.prefixx: ", "Did you mean 'prefix'?", "line 4, column 15: schedule: There is no schedule 'Fortnightly'.")]
    [TestCase("malformed.xml", "line 3, column 4: IsEnabled: 'perhaps' must be true or false.")]
    [TestCase("cut-off.json", "line 5, column 1: It is not JSON: it ends too early.")]
    [TestCase("empty.json", "It is empty.")]
    [TestCase("unknown.txt", "It looks like no format that is registered.", "'bos-json' is a JSON object")]
    [TestCase("not-utf8.json", "The document is not UTF-8.")]
    public async Task A_file_that_cannot_be_read_is_named_with_every_problem_by_line_and_path(string file, params string[] said)
    {
        var path = Program.FilePath(file);

        var run = await Program.RunAsync("demo", path);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error, Does.StartWith($"{path}: "));
        foreach (var sentence in said)
        {
            Assert.That(run.Error, Does.Contain(sentence));
        }

        AssertHasNoTrace(run);
    }

    [TestCase("no-such-file.json", "There is no file '{0}'.")]
    [TestCase(".", "'{0}' is a folder. Name a file in it.")]
    public async Task A_file_that_is_not_there_is_named(string file, string said)
    {
        var path = Path.GetFullPath(Program.FilePath(file));

        var run = await Program.RunAsync("demo", path);

        Assert.That((run.ExitCode, run.Output, run.Error.TrimEnd()), Is.EqualTo((1, "", said.Replace("{0}", path, StringComparison.Ordinal))));
    }

    [Test]
    public async Task The_rule_may_be_the_text_itself()
    {
        var run = await Program.RunAsync("demo", await File.ReadAllTextAsync(Program.FilePath("bos.json")));

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.Contain("1. Put rule 'every.third_day' to BOS, bucket 'source-bucket'"));
    }

    private static void AssertHasNoTrace(Run run) => Assert.That(run.Error, Does.Not.Contain("   at ").And.Not.Contain("Exception"));
}
