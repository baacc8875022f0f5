using System.Security.Cryptography;
using System.Text;

namespace Inventory.Emulator.Http;

/// <summary>What the signature schemes of both wires are made of.</summary>
internal static class Signature
{
    private const int OnStack = 1_024;

    public static byte[] HmacSha256(byte[] key, string text)
    {
        Span<byte> bytes = Encoding.UTF8.GetMaxByteCount(text.Length) <= OnStack ? stackalloc byte[OnStack] : Encoding.UTF8.GetBytes(text);
        return HMACSHA256.HashData(key, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    public static string Sha256Hex(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> bytes = Encoding.UTF8.GetMaxByteCount(text.Length) <= OnStack ? stackalloc byte[OnStack] : Encoding.UTF8.GetBytes(text);
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(text, bytes)], hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>Equality that takes the same time wherever the two differ.</summary>
    public static bool Matches(string expected, string provided) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(provided));
}
