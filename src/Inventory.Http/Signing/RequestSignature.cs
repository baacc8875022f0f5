namespace Inventory.Http;

/// <summary>A computed signature: the headers that carry it, and the texts it was computed over, which hold no secret but a session token.</summary>
/// <param name="Headers">The headers to set on the message, each replacing one of the same name.</param>
/// <param name="CanonicalRequest">The canonical form of the request.</param>
/// <param name="StringToSign">The text under the last HMAC.</param>
/// <param name="Signature">The signature value alone, as it stands in the Authorization header.</param>
public sealed record RequestSignature(
    IReadOnlyList<KeyValuePair<string, string>> Headers, string CanonicalRequest, string StringToSign, string Signature)
{
    /// <summary>A text without the signature and the Authorization header, whoever repeated them: either opens the request, or one like it, to who reads it.</summary>
    internal string Redact(string text)
    {
        foreach (var (name, value) in Headers)
        {
            if (name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
            {
                text = SecretText.Without(text, value, "(authorization)");
            }
        }

        return SecretText.Without(text, Signature, "(signature)");
    }

    /// <summary>Nothing of it: the texts may hold a session token, and the signature opens the request.</summary>
    public override string ToString() => "a signature, which is not shown";
}
