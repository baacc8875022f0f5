namespace Inventory.Cli.Tests;

[TestFixture]
public sealed class HelpTests
{
    [TestCase("demo", "Example: inventory demo rule.xml")]
    [TestCase("emulator", "Example: inventory emulator --oss-port 9000 --bos-port 9001 --bucket logs --access-key id:secret")]
    public async Task The_help_of_each_command_shows_an_example(string command, string example)
    {
        var run = await Program.RunAsync(command, "--help");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.Contain(example));
    }

    [Test]
    public async Task The_help_of_the_program_names_every_command()
    {
        var run = await Program.RunAsync("--help");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.Contain("demo <FILE>").And.Contain("emulator").And.Contain("Example: "));
    }

    [TestCase("Unrecognized command or argument 'bogus'.", "bogus")]
    [TestCase("Unrecognized command or argument 'second.json'.", "demo", "first.json", "second.json")]
    [TestCase("'--nonsense'", "emulator", "--nonsense")]
    public async Task What_it_does_not_know_is_an_error_said_on_stderr_without_a_page_of_help(string said, params string[] arguments)
    {
        var run = await Program.RunAsync(arguments);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain(said));
        Assert.That(run.Output, Does.Not.Contain("Usage:"));
    }

    [Test]
    public async Task Without_a_command_it_fails_and_shows_what_there_is()
    {
        var run = await Program.RunAsync();

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain("demo <FILE>").And.Contain("emulator"));
        Assert.That(run.Error, Is.Not.Empty);
    }

    [Test]
    public async Task The_version_is_a_number()
    {
        var run = await Program.RunAsync("--version");

        Assert.That(run.ExitCode, Is.EqualTo(0));
        Assert.That(run.Output, Does.Match(@"^[0-9]+\.[0-9]+\.[0-9]+"));
    }
}
