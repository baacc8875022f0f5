using System.Globalization;
using Inventory.Emulator.Http;

namespace Inventory.Emulator.Bos;

/// <summary>The <c>Authorization</c> header, taken apart.</summary>
/// <param name="AccessKeyId">The key that signed.</param>
/// <param name="Timestamp">The instant from which the signature counts, as sent.</param>
/// <param name="Expiration">How many seconds it counts, as sent; -1: for ever.</param>
/// <param name="SignedHeaders">The names joined by semicolons; empty: the default set.</param>
/// <param name="Signature">The signature as sent.</param>
internal sealed record BosAuthorization(string AccessKeyId, string Timestamp, string Expiration, string SignedHeaders, string Signature)
{
    public const string Scheme = "bce-auth-v1";

    /// <summary>What the signing key is derived from.</summary>
    public string Prefix => $"{Scheme}/{AccessKeyId}/{Timestamp}/{Expiration}";

    /// <summary>The key alone.</summary>
    public override string ToString() => $"signed with {AccessKeyId}";

    public bool TryGetSpan(out DateTimeOffset from, out TimeSpan? lifetime)
    {
        lifetime = null;
        if (!WireTime.TryParseIso(Timestamp, out from))
        {
            return false;
        }

        if (Expiration is "-1")
        {
            return true;
        }

        var isNumber = int.TryParse(Expiration, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds);
        lifetime = TimeSpan.FromSeconds(seconds);
        return isNumber;
    }

    /// <summary>Null if the header is not well formed.</summary>
    public static BosAuthorization? Parse(string header) =>
        header.Split('/') is [Scheme, { Length: > 0 } key, var timestamp, var expiration, var signed, { Length: > 0 } signature]
            ? new(key, timestamp, expiration, signed, signature)
            : null;
}
