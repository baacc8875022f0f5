using System.Buffers;
using System.Globalization;
using System.Text;

namespace Inventory.Emulator.Http;

/// <summary>RFC 3986: letters, digits and <c>-._~</c> stay, every other byte of the UTF-8 form is <c>%XX</c> in upper case.</summary>
internal static class PercentEncoding
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private const string Hex = "0123456789ABCDEF";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> Kept = SearchValues.Create(Unreserved);
    private static readonly SearchValues<char> KeptInPaths = SearchValues.Create(Unreserved + "/");
    private static readonly SearchValues<char> Encoded = SearchValues.Create("%+");

    public static string Encode(string text, bool keepSlash = false)
    {
        if (!text.AsSpan().ContainsAnyExcept(keepSlash ? KeptInPaths : Kept))
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length + 16);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            var character = (char)value;
            if (char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '~' || (keepSlash && character == '/'))
            {
                encoded.Append(character);
            }
            else
            {
                encoded.Append('%').Append(Hex[value >> 4]).Append(Hex[value & 15]);
            }
        }

        return encoded.ToString();
    }

    /// <summary>The decoded text; null if its bytes are not UTF-8.</summary>
    public static string? Decode(string text, bool plusIsSpace)
    {
        if (Ascii.IsValid(text) && !text.AsSpan().ContainsAny(Encoded))
        {
            return text;
        }

        var bytes = new List<byte>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (character == '%' && at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]))
            {
                bytes.Add(byte.Parse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += 2;
            }
            else if (character == '+' && plusIsSpace)
            {
                bytes.Add((byte)' ');
            }
            else if (char.IsAscii(character))
            {
                bytes.Add((byte)character);
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text, at, char.IsHighSurrogate(character) && at + 1 < text.Length ? 2 : 1));
                at += char.IsHighSurrogate(character) && at + 1 < text.Length ? 1 : 0;
            }
        }

        return DecodeUtf8([.. bytes]);
    }

    /// <summary>The text of the bytes; null if they are not UTF-8.</summary>
    public static string? DecodeUtf8(byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
