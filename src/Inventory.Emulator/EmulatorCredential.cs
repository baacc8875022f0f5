namespace Inventory.Emulator;

/// <summary>A key that both wires accept. One access key may be listed twice: with and without a session token.</summary>
/// <param name="AccessKeyId">The public part, as it stands in <c>Authorization</c>; case-sensitive.</param>
/// <param name="Secret">The secret part; printed nowhere.</param>
/// <param name="SessionToken">The token of a temporary key, which every request has to carry; null for a permanent key.</param>
/// <param name="ExpiresAt">The instant from which a temporary key is refused; null: never.</param>
public sealed record EmulatorCredential(string AccessKeyId, string Secret, string? SessionToken = null, DateTimeOffset? ExpiresAt = null)
{
    /// <summary>The access key id that the emulator knows when no other is given. Invented.</summary>
    public const string DefaultAccessKeyId = "emulator-access-key";

    /// <summary>The secret that belongs to <see cref="DefaultAccessKeyId"/>. Invented.</summary>
    public const string DefaultSecret = "emulator-secret-0123456789abcdef";

    /// <summary>The key with its secrets left out.</summary>
    public override string ToString() => $"{nameof(EmulatorCredential)} {{ AccessKeyId = {AccessKeyId} }}";
}
