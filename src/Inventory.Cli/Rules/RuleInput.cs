using System.Text;

namespace Inventory.Cli;

/// <summary>Where the text of a rule comes from, as ossutil takes it: a path, <c>file://PATH</c>, the text itself, or standard input.</summary>
internal sealed class RuleInput
{
    /// <summary>The longest text that is read, in bytes, inclusive: 16 MiB.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private const string FileScheme = "file://";

    // Bytes that are not UTF-8 would otherwise become other characters, without a word.
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Func<CancellationToken, Task<string>> _read;

    private RuleInput(string name, Func<CancellationToken, Task<string>> read)
    {
        Name = name;
        _read = read;
    }

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    /// <summary>The input that an argument names.</summary>
    public static RuleInput Of(string argument) => argument.AsSpan().TrimStart() switch
    {
        "-" => new("standard input", token => ReadAsync("standard input", Console.OpenStandardInput, token)),
        ['{' or '<', ..] => new("the text on the command line", _ => Task.FromResult(argument)),
        _ => OfFile(argument.StartsWith(FileScheme, StringComparison.OrdinalIgnoreCase) ? argument[FileScheme.Length..] : argument),
    };

    /// <summary>Reads the text.</summary>
    /// <exception cref="InventoryException">There is none, it cannot be read, is too long or is not UTF-8; the message says which.</exception>
    public Task<string> ReadAsync(CancellationToken cancellationToken) => _read(cancellationToken);

    private static RuleInput OfFile(string path)
    {
        var isFullWithDrive = OperatingSystem.IsWindows() && path is ['/', _, ':', ..];
        var file = isFullWithDrive ? path[1..] : path;
        return new(file, token => ReadAsync(file, () => Open(file), token));
    }

    private static FileStream Open(string path)
    {
        if (path.Length == 0)
        {
            throw Unreadable("RULE names no file. Write a path, file://PATH, - for standard input, or the text itself.");
        }

        if (Directory.Exists(path))
        {
            throw Unreadable($"'{path}' is a folder. Name a file in it.");
        }

        return File.Exists(path) ? File.OpenRead(path) : throw Unreadable($"There is no file '{path}'.");
    }

    /// <summary>Reads on another thread: a pipe that nobody writes to holds up neither a signal nor the end of the process.</summary>
    private static Task<string> ReadAsync(string name, Func<Stream> open, CancellationToken cancellationToken) =>
        Task.Run(() => Read(name, open), cancellationToken).WaitAsync(cancellationToken);

    private static string Read(string name, Func<Stream> open)
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
                    throw Unreadable($"{name}: It is longer than {MaxBytes / 1024 / 1024} MiB, and no inventory rule is. Is it the right one?");
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
