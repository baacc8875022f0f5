using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Inventory.Cli.Tests;

/// <summary>The argument RULE: what every command takes that reads a rule.</summary>
[TestFixture]
public sealed class RuleInputTests
{
    private static readonly string[] OnBos = ["--provider", "bos"];

    [Test]
    public async Task It_may_be_a_path_from_here_or_from_the_root_with_or_without_a_scheme()
    {
        var path = Program.FilePath("neutral.json");
        var beside = new Surroundings { Folder = Path.GetDirectoryName(path)! };

        Run[] runs =
        [
            await Program.RunAsync(beside, ["validate", "neutral.json", .. OnBos]),
            await Program.RunAsync(beside, ["validate", "file://neutral.json", .. OnBos]),
            await Program.RunAsync(["validate", path, .. OnBos]),
            await Program.RunAsync(["validate", $"file://{path}", .. OnBos]),
        ];

        Assert.That(runs, Has.All.EqualTo(runs[0]));
        Assert.That(runs[0].Output, Does.StartWith("'bos' can hold inventory rule 'weekly'."));
    }

    [TestCase("neutral.json", "'weekly'")]
    [TestCase("oss.xml", "'日志 report'")]
    public async Task It_may_be_the_text_itself_or_come_from_standard_input(string file, string id)
    {
        var text = await File.ReadAllTextAsync(Program.FilePath(file));

        var inline = await Program.RunAsync(["validate", $"\n  {text}", .. OnBos]);
        var piped = await Program.RunAsync(new Surroundings { Input = Encoding.UTF8.GetBytes(text) }, ["validate", "-", .. OnBos]);

        Assert.That(inline, Is.EqualTo(piped));
        Assert.That(inline.Output, Does.Contain($"inventory rule {id}"));
    }

    [Test]
    public async Task It_may_have_a_byte_order_mark_of_utf8_or_of_utf16()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "rule.json");

        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
        {
            await File.WriteAllTextAsync(path, Rules.Weekly, encoding);
            var run = await Program.RunAsync(["validate", path, .. OnBos]);
            Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")), encoding.EncodingName);
        }
    }

    [TestCase("no-such-file.json", "There is no file 'no-such-file.json'.")]
    [TestCase("file://no-such-file.json", "There is no file 'no-such-file.json'.")]
    [TestCase("/", "'/' is a folder. Name a file in it.")]
    [TestCase("", "RULE names no file. Write a path, file://PATH, - for standard input, or the text itself.")]
    [TestCase("file://", "RULE names no file. Write a path, file://PATH, - for standard input, or the text itself.")]
    [TestCase("-", "standard input: The document cannot be read as an inventory rule:\n  It is empty.")]
    [TestCase("{}", "the text on the command line: The document cannot be read as an inventory rule:\n  It looks like no format that is registered.")]
    public async Task What_cannot_be_read_is_named_in_a_sentence(string rule, string said)
    {
        var run = await Program.RunAsync(["validate", rule, .. OnBos]);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error, Does.StartWith(said).And.Not.Contain("   at "));
    }

    [Test]
    public async Task What_is_not_utf8_is_named()
    {
        var run = await Program.RunAsync(new Surroundings { Input = [(byte)'{', 0xff, 0xfe, 0x80] }, ["validate", "-", .. OnBos]);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error.TrimEnd(), Is.EqualTo("standard input: The document is not UTF-8. Save it as UTF-8 and try again."));
    }

    [Test]
    public async Task What_is_longer_than_any_rule_is_not_read_to_its_end()
    {
        var run = await Program.RunAsync(new Surroundings { Input = new byte[TextInput.MaxBytes + 1] }, ["validate", "-", .. OnBos]);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error.TrimEnd(), Is.EqualTo("standard input: It is longer than 16 MiB, and no inventory rule is. Is it the right one?"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "it has no named pipes in folders")]
    public async Task A_named_pipe_is_read_like_a_file()
    {
        using var folder = new TemporaryFolder();
        var pipe = await PipeAsync(folder);

        var run = Program.RunAsync(["validate", pipe, .. OnBos]);
        await using (var writer = await OpenAsync(pipe))
        {
            await writer.WriteAsync(Encoding.UTF8.GetBytes(Rules.Weekly));
        }

        Assert.That((await run).Output, Does.StartWith("'bos' can hold inventory rule 'weekly'."));
    }

    [TestCase("validate")]
    [TestCase("demo")]
    [Platform(Exclude = "Win", Reason = "it is stopped by a signal")]
    public async Task A_named_pipe_that_nothing_comes_out_of_does_not_keep_a_signal_from_ending_it(string command)
    {
        using var folder = new TemporaryFolder();
        var pipe = await PipeAsync(folder);
        using var process = Program.Start(command == "validate" ? [command, pipe, .. OnBos] : [command, pipe]);

        await using var writer = await OpenAsync(pipe);
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        var run = await Program.EndAsync(process);

        Assert.That((run.ExitCode, run.Output, run.Error.TrimEnd()), Is.EqualTo((1, "", "Cancelled.")));
    }

    private static async Task<string> PipeAsync(TemporaryFolder folder)
    {
        var pipe = Path.Combine(folder.Path, "pipe");
        using var mkfifo = Process.Start("mkfifo", [pipe]);
        await mkfifo.WaitForExitAsync();
        return pipe;
    }

    /// <summary>Opens the writing end, which waits until the program has opened its own.</summary>
    private static Task<FileStream> OpenAsync(string pipe) =>
        Task.Run(() => new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0)).WaitAsync(TimeSpan.FromSeconds(60));
}
