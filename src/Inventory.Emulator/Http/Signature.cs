using System.Security.Cryptography;
using System.Text;

namespace Inventory.Emulator.Http;

/// <summary>What the signature schemes of both wires are made of.</summary>
internal static class Signature
{
    public static byte[] HmacSha256(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    public static string Sha256Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Equality that takes the same time wherever the two differ.</summary>
    public static bool Matches(string expected, string provided) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(provided));
}
