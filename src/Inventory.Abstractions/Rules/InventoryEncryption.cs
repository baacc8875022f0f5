namespace Inventory;

/// <summary>Whose key encrypts the report.</summary>
public enum InventoryEncryptionKind
{
    /// <summary>A key that the storage service keeps (S3 calls it SSE-S3).</summary>
    ServiceManaged = 0,

    /// <summary>A key of the provider's key management service (SSE-KMS).</summary>
    Kms = 1,
}

/// <summary>How the report itself is encrypted in the destination bucket. A rule without it leaves that to the bucket's default.</summary>
/// <remarks>Immutable, compares by value, safe to share between threads.</remarks>
public sealed record InventoryEncryption
{
    private InventoryEncryption(InventoryEncryptionKind kind, string? keyId = null)
    {
        Kind = kind;
        KeyId = keyId;
    }

    /// <summary>Encryption with a key that the storage service keeps.</summary>
    public static InventoryEncryption ServiceManaged { get; } = new(InventoryEncryptionKind.ServiceManaged);

    /// <summary>Encryption with the key management service's default key for the account.</summary>
    public static InventoryEncryption KmsDefaultKey { get; } = new(InventoryEncryptionKind.Kms);

    /// <summary>Whose key it is.</summary>
    public InventoryEncryptionKind Kind { get; }

    /// <summary>The id of the key in the key management service; null for its default key and for a service-managed key.</summary>
    public string? KeyId { get; }

    /// <summary>Encryption with a named key of the key management service.</summary>
    /// <param name="keyId">The key's id, in the provider's own form.</param>
    /// <exception cref="ArgumentException">The id is null or empty; <see cref="KmsDefaultKey"/> is the default key.</exception>
    public static InventoryEncryption Kms(string keyId)
    {
        ArgumentException.ThrowIfNullOrEmpty(keyId);
        return new(InventoryEncryptionKind.Kms, keyId);
    }

    /// <summary>The kind, with the key id in parentheses.</summary>
    public override string ToString() => KeyId is null ? Kind.ToString() : $"{Kind}({KeyId})";
}
