using System.Globalization;
using Inventory.Planning;

namespace Inventory.Cli;

/// <summary>
/// Says on stderr how far work on a fleet is. On a terminal one bar is drawn again and again in its place, and gone at the end; elsewhere each bucket has a line.
/// Somebody who does not listen, or no more, holds up nothing. Safe for use by several threads at once.
/// </summary>
internal sealed class FleetProgress : IAsyncDisposable
{
    private const int LongestBar = 40;
    private const int UsualWidth = 80;

    private readonly Lock _drawing = new();
    private readonly TextWriter _error;
    private readonly string _title;
    private readonly int? _width;
    private readonly LogLines? _lines;
    private string _drawn = "";

    /// <summary>Begins to tell.</summary>
    /// <param name="error">Where it is told.</param>
    /// <param name="title">What is done, in front of the bar: <c>Reading rules</c>.</param>
    /// <param name="width">How wide the terminal is, in columns; null where it is none.</param>
    public FleetProgress(TextWriter error, string title, int? width)
    {
        (_error, _title, _width) = (error, title, width);
        _lines = width is null ? new(error) : null;
    }

    /// <summary>Begins to tell, in the way that stderr of the process takes it.</summary>
    public static FleetProgress Start(TextWriter error, string title) => new(error, title, Console.IsErrorRedirected ? null : TerminalWidth());

    /// <summary>One more of <paramref name="total"/> is done.</summary>
    /// <param name="account">The account's name.</param>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="said">What was done there: <c>10 rules</c>. Safe to show.</param>
    /// <param name="done">How many are done, this one included.</param>
    /// <param name="total">How many there are.</param>
    public void Report(string account, string bucket, string said, int done, int total)
    {
        if (_lines is { } lines)
        {
            lines.Add($"{FleetWords.Bucket(account, bucket)}: {said}");
        }
        else
        {
            Draw(Bar(done, total));
        }
    }

    /// <summary>One more of <paramref name="total"/> failed.</summary>
    /// <param name="failure">Why.</param>
    /// <param name="done">How many are done, this one included.</param>
    /// <param name="total">How many there are.</param>
    public void Report(BucketFailure failure, int done, int total) => Report(failure.Account, failure.Bucket, $"failed: {FleetWords.Failure(failure)}", done, total);

    /// <summary>Takes the bar away, or writes the lines that wait.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_lines is { } lines)
        {
            await lines.DisposeAsync();
        }
        else
        {
            Draw("");
        }
    }

    private static int TerminalWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : UsualWidth;
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException)
        {
            return UsualWidth;
        }
    }

    /// <summary>The bar on one line that leaves the last column free: a terminal would go to the next line after it.</summary>
    private string Bar(int done, int total)
    {
        var count = string.Create(CultureInfo.InvariantCulture, $"{done}/{total}");
        var length = Math.Min(LongestBar, _width!.Value - 1 - _title.Length - count.Length - " [] ".Length);
        var full = total == 0 ? length : (int)((long)length * done / total);
        var text = length < 1 ? $"{_title} {count}" : $"{_title} [{new string('#', full)}{new string('.', length - full)}] {count}";
        return text.Length < _width.Value ? text : text[..Math.Max(0, _width.Value - 1)];
    }

    private void Draw(string text)
    {
        lock (_drawing)
        {
            if (text == _drawn)
            {
                return;
            }

            try
            {
                // Blanks take away what was longer before; the last return leaves the line to who writes next.
                _error.Write(text.Length > 0 ? $"\r{text.PadRight(_drawn.Length)}" : $"\r{new string(' ', _drawn.Length)}\r");
                _error.Flush();
            }
            catch (IOException)
            {
                // Nobody looks.
            }

            _drawn = text;
        }
    }
}
