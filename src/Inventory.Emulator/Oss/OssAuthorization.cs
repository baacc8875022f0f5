namespace Inventory.Emulator.Oss;

/// <summary>The <c>Authorization</c> header, taken apart.</summary>
/// <param name="AccessKeyId">The key that signed.</param>
/// <param name="Signature">The signature as sent.</param>
/// <param name="Scope">The scope of version 4; null in version 1.</param>
/// <param name="AdditionalHeaders">The headers signed beyond the mandatory ones, joined by semicolons.</param>
internal sealed record OssAuthorization(string AccessKeyId, string Signature, OssScope? Scope = null, string AdditionalHeaders = "")
{
    private const string V1 = "OSS ";
    private const string V4 = OssSignatureV4.Algorithm + " ";

    /// <summary>The key alone.</summary>
    public override string ToString() => $"signed with {AccessKeyId}";

    /// <summary>Null if the header is neither version 1 nor version 4, well formed.</summary>
    public static OssAuthorization? Parse(string header)
    {
        if (header.StartsWith(V4, StringComparison.Ordinal))
        {
            return ParseV4(header.AsSpan(V4.Length));
        }

        if (!header.StartsWith(V1, StringComparison.Ordinal))
        {
            return null;
        }

        var colon = header.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : new(header[V1.Length..colon].Trim(), header[(colon + 1)..].Trim());
    }

    /// <summary>The key and the scope of a version 4 credential; null if it has another form.</summary>
    public static (string AccessKeyId, OssScope Scope)? ParseCredential(string credential) =>
        credential.Split('/') is [var key, var day, var region, var product, OssSigningKeys.Terminator] ? (key, new(day, region, product)) : null;

    private static OssAuthorization? ParseV4(ReadOnlySpan<char> text)
    {
        string? credential = null, signature = null, additional = null;
        foreach (var range in text.Split(','))
        {
            var part = text[range].Trim();
            var equals = part.IndexOf('=');
            var value = equals < 0 ? "" : part[(equals + 1)..].ToString();
            switch (equals < 0 ? "" : part[..equals])
            {
                case "Credential" when credential is null:
                    credential = value;
                    break;
                case "Signature" when signature is null:
                    signature = value;
                    break;
                case "AdditionalHeaders" when additional is null:
                    additional = value;
                    break;
                default:
                    return null;
            }
        }

        return credential is not null && signature is not null && ParseCredential(credential) is var (key, scope)
            ? new(key, signature, scope, additional ?? "")
            : null;
    }
}
