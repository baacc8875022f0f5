namespace Inventory;

/// <summary>Where the report is written, and how.</summary>
/// <remarks>Immutable, compares by value, safe to share between threads. Who pays and who may write is the provider's options' to say.</remarks>
public sealed record InventoryDestination
{
    /// <summary>The bare name of the destination bucket, without any provider's address form.</summary>
    public required string Bucket
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>What the keys of the report begin with, sent verbatim; null for none. An empty prefix is null.</summary>
    /// <remarks>Providers differ in whether they put a slash after it: the validator says where one is advised and where not.</remarks>
    public string? Prefix
    {
        get;
        init => field = string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>The file format of the report. CSV unless stated.</summary>
    public InventoryFormat Format { get; init; }

    /// <summary>How the report is encrypted; null leaves it to the destination bucket's default.</summary>
    public InventoryEncryption? Encryption { get; init; }
}
