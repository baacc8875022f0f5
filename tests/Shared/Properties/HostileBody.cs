using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Inventory.Tests;

/// <summary>Bytes that nobody promised would mean anything: random ones, sound documents cut off, and sound documents that were tampered with.</summary>
internal sealed class HostileBody(byte[] bytes)
{
    private static readonly byte[][] Pieces = [.. new[]
        {
            "\"", "'", "{", "}", "[", "]", ",", ":", "\\", "\\u", "\\ud800", "\0", "\uFEFF", "\u001b", "NaN", "Infinity", "-", "0x", "1e999", "9223372036854775808", "null", "true",
            "//", "/*", "\r", "\n", "\t", "<", ">", "&", "&#0;", "&#xD800;", "&x;", "</", "/>", "<!DOCTYPE x>", "<![CDATA[", "]]>", "<!--", "<?x ?>", " xmlns=\"\"", " xmlns:a=\"b\"", "a:",
            "@a", "#text", "&a ", "*a ", "!t ", "!!str ", "<<: ", "? ", "- ", ": ", "|\n", ">-\n", "#", "=", "%", "%E4%B8", "+", ";", "-1", "99999999999999999999", "\n---\n", "\n...\n", "%YAML 1.2\n", "%TAG ! x\n", "~", "\u0085", "\u2028", "\\x", "\\U0011", " encoding=\"utf-7\"", "",
        }.Select(Encoding.UTF8.GetBytes), [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xFF, 0xFE], [0xFE, 0xFF], [0xF4, 0x90, 0x80, 0x80]];

    private static readonly byte[] Word = "019aAzZ-. "u8.ToArray();

    /// <summary>The bytes.</summary>
    public byte[] Bytes { get; } = bytes;

    /// <summary>The bytes as a text, as a file reader would take them.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>What a report shows: the bytes exactly, and what people see of them.</summary>
    public override string ToString() => $"{Bytes.Length} bytes, in base64: {Convert.ToBase64String(Bytes)}\n{Text}";

    /// <summary>Hostile variants of sound documents.</summary>
    public static Gen<HostileBody> Of(params string[] sound)
    {
        byte[][] documents = [.. sound.Select(Encoding.UTF8.GetBytes)];
        return Gen.Choose(0, int.MaxValue - 1).Select(seed => new HostileBody(Make(documents, new Random(seed))));
    }

    /// <summary>The same with a piece left out, the largest first.</summary>
    public static IEnumerable<HostileBody> Shrink(HostileBody body)
    {
        ArgumentNullException.ThrowIfNull(body);
        for (var length = body.Bytes.Length; length > 0; length /= 2)
        {
            for (var at = 0; at < body.Bytes.Length; at += length)
            {
                yield return new([.. body.Bytes[..at], .. body.Bytes[Math.Min(at + length, body.Bytes.Length)..]]);
            }
        }
    }

    /// <summary>Reads a body, and asserts that nothing but what is documented comes out.</summary>
    /// <typeparam name="T">The exception that is documented.</typeparam>
    /// <param name="read">Reads it.</param>
    /// <param name="check">What is to hold of that exception; nothing if null.</param>
    /// <returns>Whether it was read.</returns>
    public bool IsRead<T>(Action read, Action<T>? check = null)
        where T : Exception
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            read();
            return true;
        }
        catch (T e)
        {
            check?.Invoke(e);
            return false;
        }
        catch (Exception e) when (e is not ResultStateException)
        {
            throw new InvalidOperationException($"{e.GetType()} escapes: {e.Message}\n{e.StackTrace}\n{this}", e);
        }
    }

    private static byte[] Make(byte[][] documents, Random random)
    {
        var document = documents[random.Next(documents.Length)];
        return random.Next(10) switch
        {
            0 => random.Next(50) == 0 ? Repeated(document, random) : RandomBytes(random),
            1 or 2 => document[..random.Next(document.Length)],
            _ => Mutated(document, documents, random),
        };
    }

    private static bool IsWord(byte b) => char.IsAsciiLetterOrDigit((char)b);

    private static byte[] RandomBytes(Random random)
    {
        var bytes = new byte[random.Next(200)];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>A piece of the document in place a thousand times over: long, or deep.</summary>
    private static byte[] Repeated(byte[] document, Random random)
    {
        var at = random.Next(document.Length);
        var piece = document[at..Math.Min(at + random.Next(1, 40), document.Length)];
        return [.. document[..at], .. Enumerable.Repeat(piece, 1_000).SelectMany(bytes => bytes), .. document[at..]];
    }

    private static byte[] Mutated(byte[] document, byte[][] documents, Random random)
    {
        List<byte> bytes = [.. document];
        for (var n = random.Next(2) == 0 ? 1 : random.Next(2, 6); n > 0 && bytes.Count > 0; n--)
        {
            var at = random.Next(bytes.Count);
            var other = documents[random.Next(documents.Length)];
            switch (random.Next(10))
            {
                case 0:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 1 or 2:
                    bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 80), bytes.Count - at)));
                    break;
                case 4:
                    bytes[at] = (byte)random.Next(random.Next(2) == 0 ? 128 : 256);
                    break;
                case 5:
                    bytes.InsertRange(random.Next(bytes.Count), other[random.Next(other.Length)..].Take(random.Next(1, 60)));
                    break;
                case 6 or 7 or 8 when IsWord(bytes[at]):
                    bytes[at] = Word[random.Next(Word.Length)];
                    break;
                default:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, Math.Min(8, bytes.Count - at)));
                    break;
            }
        }

        return [.. bytes];
    }
}
