using System.Text;

namespace Inventory.Cli.Tests;

/// <summary>A log whose reader is late, or that cannot be written.</summary>
[TestFixture]
public sealed class LogLinesTests
{
    [Test]
    public async Task Lines_are_written_in_their_order_before_the_end()
    {
        var writer = new StringWriter { NewLine = "\n" };

        await using (var lines = new LogLines(writer))
        {
            lines.Add("one");
            lines.Add("two");
        }

        Assert.That(writer.ToString(), Is.EqualTo("one\ntwo\n"));
    }

    [Test]
    public async Task What_waits_is_bounded_and_what_is_left_out_is_counted()
    {
        using var writer = new HeldWriter();
        var lines = new LogLines(writer);

        lines.Add(new('a', (int)LogLines.MostWaiting));
        lines.Add("b");
        lines.Add("c");
        writer.Release();
        await lines.DisposeAsync();

        Assert.That(writer.Lines.Skip(1), Is.EqualTo(["2 lines are left out: those that waited were not read."]));
    }

    [Test]
    public async Task A_full_disk_ends_nothing()
    {
        using var writer = new FullWriter();

        await using (var lines = new LogLines(writer))
        {
            lines.Add("one");
            lines.Add("two");
        }

        Assert.That(writer.Tries, Is.EqualTo(2));
    }

    private sealed class HeldWriter : StringWriter
    {
        private readonly ManualResetEventSlim _released = new();

        public List<string> Lines { get; } = [];

        public void Release() => _released.Set();

        public override void WriteLine(string? value)
        {
            _released.Wait();
            Lines.Add(value!);
        }

        protected override void Dispose(bool disposing)
        {
            _released.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class FullWriter : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public int Tries { get; private set; }

        public override void WriteLine(string? value)
        {
            Tries++;
            throw new IOException("No space left on device");
        }
    }
}
