using Inventory.Planning;

namespace Inventory.Cli.Tests;

/// <summary>How far work on a fleet is, on a terminal and elsewhere.</summary>
[TestFixture]
public sealed class FleetProgressTests
{
    [Test]
    public async Task On_a_terminal_one_bar_is_drawn_in_its_place_and_gone_at_the_end()
    {
        var error = new StringWriter();

        await using (var progress = new FleetProgress(error, "Reading rules", width: 40))
        {
            progress.Report("oss", "a", "1 rule", 1, 4);
            progress.Report("oss", "b", "2 rules", 2, 4);
            progress.Report(Failure("c"), 4, 4);
        }

        Assert.That(error.ToString(), Is.EqualTo(
            "\rReading rules [####...............] 1/4"
            + "\rReading rules [#########..........] 2/4"
            + "\rReading rules [###################] 4/4"
            + $"\r{new string(' ', 39)}\r").And.Not.Contain("\n"));
    }

    [TestCase(1)]
    [TestCase(10)]
    [TestCase(20)]
    [TestCase(21)]
    [TestCase(200)]
    public async Task No_bar_is_as_wide_as_the_terminal(int width)
    {
        var error = new StringWriter();

        await using (var progress = new FleetProgress(error, "Reading rules", width))
        {
            progress.Report("oss", "a", "1 rule", 9_999, 10_000);
        }

        Assert.That(error.ToString().Split('\r'), Has.All.Length.LessThan(width));
    }

    [Test]
    public async Task Elsewhere_each_bucket_has_a_line_that_commands_no_terminal()
    {
        var error = new StringWriter { NewLine = "\n" };

        await using (var progress = new FleetProgress(error, "Reading rules", width: null))
        {
            progress.Report("oss", "a", "1 rule", 1, 2);
            progress.Report(Failure("b\n\u001b[2J"), 2, 2);
        }

        Assert.That(error.ToString(), Is.EqualTo("oss/a: 1 rule\noss/b\uFFFD\uFFFD[2J: failed: BucketNotFound: It is gone.\uFFFD (request 5F\uFFFD)\n"));
    }

    [TestCase(null)]
    [TestCase(80)]
    public async Task Nobody_who_listens_holds_up_nothing(int? width)
    {
        await using var progress = new FleetProgress(new GoneWriter(), "Reading rules", width);

        Assert.That(() => progress.Report("oss", "a", "1 rule", 1, 2), Throws.Nothing);
        Assert.That(() => progress.Report(Failure("b"), 2, 2), Throws.Nothing);
    }

    [Test]
    public async Task A_command_whose_stderr_is_closed_does_its_work()
    {
        await using var fleet = await FleetFiles.StartAsync();
        using var process = Program.Start(["plan", Path.Combine(fleet.Folder, "fleet.yaml"), .. fleet.OnEmulator]);

        process.StandardError.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.That(process.ExitCode, Is.EqualTo(2));
        Assert.That(output, Does.Contain("Rules: 4 to create. Plan "));
    }

    private static BucketFailure Failure(string bucket) => new()
    {
        Account = "oss",
        Bucket = bucket,
        Kind = InventoryErrorKind.BucketNotFound,
        Reason = "It is gone.\u0007",
        RequestId = "5F\u001b",
    };

    /// <summary>A pipe that nobody reads any more.</summary>
    private sealed class GoneWriter : StringWriter
    {
        public override void Write(char value) => throw new IOException("Broken pipe");

        public override void Write(string? value) => throw new IOException("Broken pipe");

        public override void WriteLine(string? value) => throw new IOException("Broken pipe");

        public override void Flush() => throw new IOException("Broken pipe");
    }
}
