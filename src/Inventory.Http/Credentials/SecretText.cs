namespace Inventory.Http;

/// <summary>Texts without what may not be told.</summary>
internal static class SecretText
{
    /// <summary>The text with a name in place of each occurrence of a secret, as it is or percent-encoded as in canonical forms, which services repeat.</summary>
    public static string Without(string text, string secret, string name) =>
        secret.Length == 0 || text.Length < secret.Length ? text
        : text.Replace(secret, name, StringComparison.Ordinal).Replace(PercentEncoding.Encode(secret), name, StringComparison.OrdinalIgnoreCase);
}
