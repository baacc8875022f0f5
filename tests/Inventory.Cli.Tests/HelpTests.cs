namespace Inventory.Cli.Tests;

[TestFixture]
public sealed class HelpTests
{
    [Test]
    public async Task The_help_of_the_program_names_every_command_and_says_how_to_begin()
    {
        var run = await Program.RunAsync("--help");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(Commands(run.Output), Is.EqualTo(new[] { "validate", "capabilities", "convert", "move-report", "put", "get", "list", "delete", "import", "plan", "apply", "drift", "migrate", "schema", "emulator", "demo" }));
        Assert.That(run.Output, Does.Contain("\nWithout an account, beside a terminal with inventory emulator --oss-port 9000 --bos-port 9001:\n  inventory convert "));
    }

    [TestCase("Unrecognized command or argument 'bogus'.", "bogus")]
    [TestCase("Unrecognized command or argument 'second.json'.", "demo", "first.json", "second.json")]
    [TestCase("'--nonsense'", "emulator", "--nonsense")]
    public async Task What_it_does_not_know_is_an_error_said_on_stderr_without_a_page_of_help(string said, params string[] arguments)
    {
        var run = await Program.RunAsync(arguments);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain(said));
        Assert.That(run.Output, Is.Empty);
    }

    [Test]
    public async Task Without_a_command_it_fails_and_shows_what_there_is()
    {
        var run = await Program.RunAsync();

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(Commands(run.Output), Has.Member("demo").And.Member("emulator"));
        Assert.That(run.Error, Is.Not.Empty);
    }

    [Test]
    public async Task The_version_is_a_number()
    {
        var run = await Program.RunAsync("--version");

        Assert.That(run.ExitCode, Is.EqualTo(0));
        Assert.That(run.Output, Does.Match(@"^[0-9]+\.[0-9]+\.[0-9]+"));
    }

    [TestCase("'…'", "list", "-p", "oss", "-b", "examplebucket", "--set", "AccessKeySecret", "hunter2")]
    [TestCase("'AccessKeySecret=…'", "list", "-p", "oss", "-b", "examplebucket", "--st", "AccessKeySecret=hunter2")]
    [TestCase("'--sett=…'", "list", "-p", "oss", "-b", "examplebucket", "--sett=AccessKeySecret=hunter2")]
    [TestCase("'oss:AccessKeySecret=…'", "plan", "fleet.yaml", "--st", "oss:AccessKeySecret=hunter2")]
    [TestCase("'…'", "emulator", "--acces-key", "id:hunter2")]
    public async Task What_may_be_a_secret_is_not_repeated(string shown, params string[] arguments)
    {
        var run = await Program.RunAsync(arguments);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error, Does.Contain(shown).And.Not.Contain("hunter2"));
    }

    internal static IEnumerable<string> Commands(string help) => help.Split('\n')
        .SkipWhile(line => line != "Commands:").Skip(1).TakeWhile(line => line.Length > 0)
        .Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ')
        .Select(line => line.Trim().Split(' ')[0]);
}
