using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Inventory.Emulator.Store;

/// <summary>
/// One file of <see cref="DataFolder"/>: a JSON object of texts, with a digest over all of them. It is written aside and renamed, so that there is the old
/// file or the new one at every moment, and never half of one.
/// </summary>
internal static class DataFile
{
    public const string Extension = ".json";

    /// <summary>Of a file that is not written to its end.</summary>
    public const string Unfinished = ".tmp";

    private const string Digest = "sha256";

    /// <summary>The name of the file for something with these names: of no more than 69 characters, the same on disks that are blind to case.</summary>
    public static string NameFor(params ReadOnlySpan<string> names) => DigestOf(names) + Extension;

    /// <summary>Writes the file to the disk, in place of what is there.</summary>
    public static void Write(string path, IReadOnlyList<(string Name, string? Text)> content)
    {
        var aside = path + Unfinished;
        using (var file = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            using (var writer = new Utf8JsonWriter(file))
            {
                writer.WriteStartObject();
                foreach (var (name, text) in content.Append((Digest, DigestOf(content))))
                {
                    writer.WriteString(name, text);
                }

                writer.WriteEndObject();
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite: true);
    }

    /// <summary>Reads a file that holds these members.</summary>
    /// <exception cref="DataFolderException">It does not, or is not what was written.</exception>
    public static Dictionary<string, string?> Read(string path, params string[] names)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var members = document.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString(), StringComparer.Ordinal);
            var content = names.Select(name => (name, members[name])).ToList();
            return string.Equals(members[Digest], DigestOf(content), StringComparison.Ordinal)
                ? members
                : throw new FormatException("its content is not that of its digest");
        }
        catch (Exception damaged) when (damaged is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw Damaged(path, "it is not what the emulator wrote", damaged);
        }
    }

    public static DataFolderException Damaged(string path, string reason, Exception? cause = null) => new(
        $"The file '{path}' is damaged: {reason}. Put back a copy of it, or remove it to go on without what it holds.", cause!);

    private static string DigestOf(IReadOnlyList<(string Name, string? Text)> content) =>
        DigestOf([.. content.SelectMany(member => new[] { member.Name, member.Text is null ? "-" : "+" + member.Text })]);

    /// <summary>Of texts in an order, each with its length, so that no two lists of texts look alike.</summary>
    private static string DigestOf(ReadOnlySpan<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
