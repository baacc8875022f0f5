using System.Text;

namespace Inventory.Cli;

/// <summary>The file that the option <c>--out</c> names.</summary>
internal static class OutFile
{
    /// <summary>Writes it, in place of one that is there.</summary>
    /// <exception cref="FormatException">It cannot be written; the message names the option, the path and why.</exception>
    public static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllTextAsync(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new FormatException($"--out: '{ShownText.Of(path)}' cannot be written: {ShownText.Of(e.Message)} Name a file in a folder that is there.", e);
        }
    }
}
