using System.Globalization;
using Inventory.Emulator.Http;

namespace Inventory.Emulator.Oss;

/// <summary>A signature in the query: of version 4, or of version 1.</summary>
/// <param name="Authorization">Who signed, and what with.</param>
/// <param name="Time">The line of the string to sign that holds the time: <c>x-oss-date</c>, or <c>Expires</c>.</param>
/// <param name="From">The instant of signing; null in version 1, which does not tell it.</param>
/// <param name="Until">The last instant at which the link is good.</param>
/// <param name="Token">The token of a temporary key; null if the query has none.</param>
internal sealed record OssPresigned(OssAuthorization Authorization, string Time, DateTimeOffset? From, DateTimeOffset Until, string? Token)
{
    /// <summary>The longest life of a version 4 link, in seconds: a week.</summary>
    private const int LongestLife = 604_800;

    /// <summary>The last second that there is, in Unix seconds.</summary>
    private const long LastSecond = 253_402_300_799;

    private const string Version = "x-oss-signature-version";
    private const string AdditionalHeaders = "x-oss-additional-headers";
    private const string TokenOfV4 = "x-oss-security-token";
    private const string TokenOfV1 = "security-token";

    private static readonly string[] Marks = [Version, OssSignatureV4.SignatureItem, "x-oss-credential", "Signature", "OSSAccessKeyId"];

    /// <summary>The key alone.</summary>
    public override string ToString() => $"a link {Authorization}";

    /// <summary>Whether the query claims to be signed, in any version.</summary>
    public static bool IsIn(QueryString query)
    {
        foreach (var mark in Marks)
        {
            if (query.Has(mark))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Null and a refusal if the query is not signed as version 4 or version 1 demand, each item of the signature once.</summary>
    public static OssPresigned? Read(QueryString query, out OssError? error)
    {
        var isV4 = query.Has(Version) || query.Has(OssSignatureV4.SignatureItem) || query.Has("x-oss-credential");
        error = query.Value(Version) is "OSS2" ? OssAuthenticator.Version2NotSupported : null;
        if (error is not null)
        {
            return null;
        }

        var read = isV4 ? ReadV4(query) : ReadV1(query);
        error = read is null ? OssError.InvalidArgument("The signature in the query is incomplete, repeated, malformed, or good for longer than 604800 seconds.") : null;
        return read;
    }

    private static OssPresigned? ReadV4(QueryString query)
    {
        string[] once = [Version, "x-oss-credential", "x-oss-date", "x-oss-expires", OssSignatureV4.SignatureItem];
        if (!IsSound(query, once, [AdditionalHeaders, TokenOfV4], ["Signature", "OSSAccessKeyId", "Expires"])
            || query.Value(Version) is not OssSignatureV4.Algorithm
            || OssAuthorization.ParseCredential(query.Value("x-oss-credential")!) is not var (key, scope))
        {
            return null;
        }

        var time = query.Value("x-oss-date")!;
        return WireTime.TryParseBasic(time, out var from)
            && int.TryParse(query.Value("x-oss-expires"), NumberStyles.None, CultureInfo.InvariantCulture, out var life)
            && life is >= 1 and <= LongestLife
                ? new(
                    new(key, query.Value(OssSignatureV4.SignatureItem)!, scope, query.Value(AdditionalHeaders) ?? ""),
                    time,
                    from,
                    from.AddSeconds(life),
                    query.Value(TokenOfV4))
                : null;
    }

    private static OssPresigned? ReadV1(QueryString query)
    {
        var expires = query.Value("Expires") ?? "";
        return IsSound(query, ["OSSAccessKeyId", "Expires", "Signature"], [TokenOfV1], [])
            && long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var second)
            && second <= LastSecond
                ? new(new(query.Value("OSSAccessKeyId")!, query.Value("Signature")!), expires, null, DateTimeOffset.FromUnixTimeSeconds(second), query.Value(TokenOfV1))
                : null;
    }

    private static bool IsSound(QueryString query, string[] once, string[] atMostOnce, string[] never) =>
        Array.TrueForAll(once, name => query.Count(name) == 1)
        && Array.TrueForAll(atMostOnce, name => query.Count(name) <= 1)
        && !Array.Exists(never, query.Has);
}
