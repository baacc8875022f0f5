using System.Globalization;
using System.Text;

namespace Inventory.Cli.Tests;

/// <summary>The examples in help, taken as a new user takes them: from the screen, to a shell, beside a running emulator.</summary>
[TestFixture]
public sealed class ExampleTests
{
    /// <summary>What ends with another code where the emulator holds other rules than a file names.</summary>
    private static readonly string[] Comparisons = ["plan", "apply", "drift", "migrate"];

    /// <summary>A line for each bucket that was read, and for each that was written, and what came of it where that is not the result.</summary>
    private const string Progress = @"\A([a-z]+/[a-z]+: [0-9]+ (rules?|created|replaced|enabled)(, [0-9]+ replaced)?\r?\n)*([0-9]+ rules? of [a-z0-9, ]+\.\n)?\z";

    private const string FileLine = "A file, ";

    private RunningEmulator _emulator = null!;
    private TemporaryFolder _folder = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _emulator = await RunningEmulator.StartAsync();
        _folder = new();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _emulator.Dispose();
        _folder.Dispose();
    }

    [Test]
    public async Task Every_example_in_the_help_of_the_program_and_of_every_command_works_on_the_emulator()
    {
        var program = await Program.RunAsync("--help");
        List<string> examples = [.. Examples(program.Output)];
        foreach (var command in HelpTests.Commands(program.Output))
        {
            var help = await Program.RunAsync(command, "--help");
            var own = Examples(help.Output).ToList();
            Assert.That(own, Has.Some.StartsWith($"inventory {command}"), "every command shows itself");
            examples.AddRange(own);
            if (Files(help.Output) is [var (name, text)])
            {
                _ = _folder.Write(name, text);
            }
        }

        foreach (var example in examples.Distinct().Where(e => !e.StartsWith("inventory emulator", StringComparison.Ordinal)))
        {
            var run = await Program.RunAsync(new Surroundings { Folder = _folder.Path }, [.. Split(OnThesePorts(example)).Skip(1)]);
            var isComparison = Comparisons.Any(c => example.StartsWith($"inventory {c} ", StringComparison.Ordinal));
            Assert.That(run.ExitCode, isComparison ? Is.AnyOf(0, 2) : Is.Zero, example);
            Assert.That(run.Error, isComparison || example.StartsWith("inventory import ", StringComparison.Ordinal) ? Does.Match(Progress) : Is.Empty, example);
        }
    }

    [Test]
    public async Task The_examples_of_the_emulator_start_it()
    {
        var help = await Program.RunAsync("emulator", "--help");

        foreach (var example in Examples(help.Output))
        {
            string[] arguments = [.. Split(example).Skip(2).Select(a => a is "9000" or "9001" ? "0" : a)];
            using var emulator = await RunningEmulator.StartAsync(arguments);
            Assert.That(emulator.FirstLine, Does.StartWith("{\"oss\":"), example);
        }
    }

    [Test]
    public async Task The_lines_of_the_README_work_on_the_emulator()
    {
        var lines = File.ReadAllText(ReadmeMatrixTests.Readme()).ReplaceLineEndings("\n").Split("\n## ").Single(s => s.StartsWith("Command line\n", StringComparison.Ordinal))
            .Split('\n').Where(line => line.StartsWith("inventory ", StringComparison.Ordinal)).ToList();

        foreach (var line in lines)
        {
            var run = await Program.RunAsync(new Surroundings { Folder = _folder.Path }, [.. Split(OnThesePorts(line)).Skip(1)]);
            Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")), line);
        }

        Assert.That(lines, Has.Count.GreaterThan(5));
    }

    [TestCase("a b  c", "a", "b", "c")]
    [TestCase("a '{\"b\": 1}' c", "a", "{\"b\": 1}", "c")]
    [TestCase("--accept 'drop=OptionalFields[Size]'", "--accept", "drop=OptionalFields[Size]")]
    public void Lines_are_split_as_a_shell_does(string line, params string[] words) => Assert.That(Split(line), Is.EqualTo(words));

    private static IEnumerable<string> Examples(string help) =>
        help.Split('\n').Where(line => line.StartsWith("  inventory ", StringComparison.Ordinal) && !line.Contains("[options]", StringComparison.Ordinal)).Select(line => line.Trim());

    /// <summary>The file that help shows, without what it is indented by.</summary>
    private static List<(string Name, string Text)> Files(string help)
    {
        List<string> lines = [.. help.ReplaceLineEndings("\n").Split('\n').SkipWhile(line => !line.StartsWith(FileLine, StringComparison.Ordinal)).TakeWhile(line => line.Length > 0)];
        return lines.Count == 0 ? [] : [(lines[0][FileLine.Length..^1], string.Join('\n', lines.Skip(1).Select(line => line[2..])))];
    }

    private static IEnumerable<string> Split(string line)
    {
        var word = new StringBuilder();
        var isQuoted = false;
        foreach (var c in line + ' ')
        {
            if (c == '\'')
            {
                isQuoted = !isQuoted;
            }
            else if (c != ' ' || isQuoted)
            {
                _ = word.Append(c);
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                _ = word.Clear();
            }
        }
    }

    private string OnThesePorts(string example) => example
        .Replace("9000", _emulator.Oss.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("9001", _emulator.Bos.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
