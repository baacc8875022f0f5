using System.Globalization;
using System.Threading.Channels;

namespace Inventory.Cli;

/// <summary>
/// Lines of a log, written in their order by nobody who has anything else to do: a reader that is slow, or gone, or never was, holds up no answer. What waits is
/// bounded; lines beyond that are left out, and a line says how many. Safe for concurrent use.
/// </summary>
internal sealed class LogLines : IAsyncDisposable
{
    /// <summary>How much waits to be read, in characters.</summary>
    public const long MostWaiting = 4 * 1_024 * 1_024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>(new() { SingleReader = true });
    private readonly Task _written;
    private long _waiting;
    private long _leftOut;

    public LogLines(TextWriter writer) => _written = Task.Run(() => WriteAsync(writer));

    public void Add(string line)
    {
        if (Interlocked.Add(ref _waiting, line.Length) <= MostWaiting)
        {
            _ = _lines.Writer.TryWrite(line);
            return;
        }

        _ = Interlocked.Add(ref _waiting, -line.Length);
        _ = Interlocked.Increment(ref _leftOut);
    }

    /// <summary>Writes what waits, unless nobody takes it for a second.</summary>
    public async ValueTask DisposeAsync()
    {
        _ = _lines.Writer.TryComplete();
        _ = await Task.WhenAny(_written, Task.Delay(Patience));
    }

    private async Task WriteAsync(TextWriter writer)
    {
        await foreach (var line in _lines.Reader.ReadAllAsync())
        {
            Write(writer, line);
            _ = Interlocked.Add(ref _waiting, -line.Length);
            if (Interlocked.Exchange(ref _leftOut, 0) is > 0 and var count)
            {
                Write(writer, string.Create(CultureInfo.InvariantCulture, $"{count} lines are left out: those that waited were not read."));
            }
        }
    }

    private static void Write(TextWriter writer, string line)
    {
        try
        {
            writer.WriteLine(line);
        }
        catch (IOException)
        {
            // Nobody listens, or the disk is full: the answers have to do.
        }
    }
}
