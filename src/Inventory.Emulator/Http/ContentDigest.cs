using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Inventory.Emulator.Http;

/// <summary>Whether a digest that a client sent is that of the body.</summary>
internal static class ContentDigest
{
    [SuppressMessage("Security", "CA5351", Justification = "Content-MD5 is what the wires define.")]
    public static bool IsMd5Of(string base64, byte[] body)
    {
        Span<byte> sent = stackalloc byte[MD5.HashSizeInBytes + 2];
        return Convert.TryFromBase64String(base64, sent, out var written)
            && written == MD5.HashSizeInBytes
            && sent[..written].SequenceEqual(MD5.HashData(body));
    }

    public static bool IsSha256Of(string hex, byte[] body) =>
        string.Equals(hex, Convert.ToHexStringLower(SHA256.HashData(body)), StringComparison.OrdinalIgnoreCase);
}
