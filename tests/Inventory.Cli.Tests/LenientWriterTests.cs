namespace Inventory.Cli.Tests;

/// <summary>Standard error that nobody reads.</summary>
[TestFixture]
public sealed class LenientWriterTests
{
    private static readonly Exception[] Ends = [new IOException("The pipe is broken."), new UnauthorizedAccessException(), new ObjectDisposedException("stderr")];

    [TestCaseSource(nameof(Ends))]
    public void What_cannot_be_written_is_lost_and_ends_nothing(Exception end)
    {
        using var broken = new BrokenWriter(end);
        using var writer = new LenientWriter(broken);

        Assert.That(
            async () =>
            {
                writer.Write('a');
                writer.Write("ab");
                writer.WriteLine("abc");
                await writer.WriteAsync("abcd");
                await writer.WriteLineAsync("abcde");
                await writer.FlushAsync();
            },
            Throws.Nothing);
        Assert.That(broken.Tries, Is.GreaterThanOrEqualTo(6));
    }

    [Test]
    public async Task What_can_be_written_is_written()
    {
        using var inner = new StringWriter { NewLine = "\n" };
        await using var writer = new LenientWriter(inner);

        writer.Write('a');
        writer.Write("b");
        writer.WriteLine("c");
        await writer.WriteLineAsync("d");

        Assert.That(inner.ToString(), Is.EqualTo("abc\nd" + Environment.NewLine));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "The shell closes the stream.")]
    public async Task A_closed_stderr_leaves_the_exit_code_as_it_is()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "inventory");

        using var process = System.Diagnostics.Process.Start("/bin/sh", ["-c", $"exec '{program}' plan missing.yaml 2>&-"]);
        await process.WaitForExitAsync();

        Assert.That(process.ExitCode, Is.EqualTo(1));
    }

    private sealed class BrokenWriter(Exception end) : StringWriter
    {
        public int Tries { get; private set; }

        public override void Write(char value) => Fail();

        public override void Write(string? value) => Fail();

        public override void Write(char[] buffer, int index, int count) => Fail();

        public override void WriteLine(string? value) => Fail();

        public override void Flush() => Fail();

        private void Fail()
        {
            Tries++;
            throw end;
        }
    }
}
