using System.Text;

namespace Inventory.Cli;

/// <summary>Reads a text that an argument names: a file, or standard input.</summary>
/// <param name="argument">What help calls the argument.</param>
/// <param name="ways">How else the argument may be written, for who wrote nothing.</param>
/// <param name="what">What the text should be: an inventory rule.</param>
internal sealed class TextInput(string argument, string ways, string what)
{
    /// <summary>The longest text that is read, in bytes, inclusive: 16 MiB.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>What messages call standard input.</summary>
    public const string StandardInput = "standard input";

    // Bytes that are not UTF-8 would otherwise become other characters, without a word.
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads standard input to its end.</summary>
    /// <exception cref="InventoryException">It cannot be read, is too long or is not UTF-8; the message says which.</exception>
    public Task<string> ReadStandardInputAsync(CancellationToken cancellationToken) => ReadAsync(StandardInput, Console.OpenStandardInput, cancellationToken);

    /// <summary>Reads a file.</summary>
    /// <exception cref="InventoryException">There is none, it cannot be read, is too long or is not UTF-8; the message says which.</exception>
    public Task<string> ReadFileAsync(string path, CancellationToken cancellationToken) => ReadAsync(path, () => Open(path), cancellationToken);

    /// <summary>Reads what an argument names: a file, or standard input where it is <c>-</c>.</summary>
    /// <returns>What messages call it, and its text.</returns>
    /// <exception cref="InventoryException">It cannot be read, is too long or is not UTF-8; the message says which.</exception>
    public async Task<(string Name, string Text)> ReadAsync(string fileOrDash, CancellationToken cancellationToken) => fileOrDash == "-"
        ? (StandardInput, await ReadStandardInputAsync(cancellationToken))
        : (fileOrDash, await ReadFileAsync(fileOrDash, cancellationToken));

    /// <summary>Reads the lines of a list that an argument names, without comments, which begin with a #, and without lines that say nothing.</summary>
    /// <returns>Each line with its place: <c>buckets.txt:12</c>.</returns>
    /// <exception cref="InventoryException">It cannot be read, is too long or is not UTF-8; the message says which.</exception>
    public async Task<IReadOnlyList<(string Place, string Line)>> ReadLinesAsync(string fileOrDash, CancellationToken cancellationToken)
    {
        var (name, text) = await ReadAsync(fileOrDash, cancellationToken);
        return
        [
            .. text.ReplaceLineEndings("\n").Split('\n')
                .Select((line, index) => (FormattableString.Invariant($"{name}:{index + 1}"), Line: line.Split('#')[0].Trim()))
                .Where(line => line.Line.Length > 0),
        ];
    }

    private FileStream Open(string path)
    {
        if (path.Length == 0)
        {
            throw Unreadable($"{argument} names no file. {ways}");
        }

        if (Directory.Exists(path))
        {
            throw Unreadable($"'{path}' is a folder. Name a file in it.");
        }

        return File.Exists(path) ? File.OpenRead(path) : throw Unreadable($"There is no file '{path}'.");
    }

    /// <summary>Reads on another thread: a pipe that nobody writes to holds up neither a signal nor the end of the process.</summary>
    private Task<string> ReadAsync(string name, Func<Stream> open, CancellationToken cancellationToken) =>
        Task.Run(() => Read(name, open), cancellationToken).WaitAsync(cancellationToken);

    private string Read(string name, Func<Stream> open)
    {
        try
        {
            using var stream = open();
            using var content = new MemoryStream();
            var buffer = new byte[64 * 1024];
            while (stream.Read(buffer) is > 0 and var count)
            {
                content.Write(buffer, 0, count);
                if (content.Length > MaxBytes)
                {
                    throw Unreadable($"{name}: It is longer than {MaxBytes / 1024 / 1024} MiB, and no {what} is. Is it the right one?");
                }
            }

            content.Position = 0;
            using var reader = new StreamReader(content, StrictUtf8);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException e)
        {
            throw new InventoryException(InventoryErrorKind.InvalidDocument, $"{name}: The document is not UTF-8. Save it as UTF-8 and try again.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InventoryException(InventoryErrorKind.InvalidDocument, $"{name}: It cannot be read: {e.Message}", e);
        }
    }

    private static InventoryException Unreadable(string message) => new(InventoryErrorKind.InvalidDocument, message);
}
