namespace Inventory.Http;

/// <summary>A computed signature: the headers that carry it, and the texts it was computed over, which hold no secret but a session token.</summary>
/// <param name="Headers">The headers to set on the message, each replacing one of the same name.</param>
/// <param name="CanonicalRequest">The canonical form of the request.</param>
/// <param name="StringToSign">The text under the last HMAC.</param>
/// <param name="Signature">The signature value alone, as it stands in the Authorization header.</param>
public sealed record RequestSignature(
    IReadOnlyList<KeyValuePair<string, string>> Headers, string CanonicalRequest, string StringToSign, string Signature)
{
    /// <summary>Nothing of it: the texts may hold a session token, and the signature opens the request.</summary>
    public override string ToString() => "a signature, which is not shown";
}
