namespace Inventory;

/// <summary>A column of the report beyond the bucket and the key. An open set: <see cref="Other"/> holds a column that this library does not know.</summary>
/// <remarks>Names are S3's where S3 has one. The default value is no field at all and is refused everywhere.</remarks>
public readonly record struct InventoryField
{
    private readonly string? _text;

    private InventoryField(string? text, string? provider = null)
    {
        _text = text;
        Provider = provider;
    }

    /// <summary>Size of the object in bytes.</summary>
    public static InventoryField Size { get; } = new("Size");

    /// <summary>When the object was last modified.</summary>
    public static InventoryField LastModifiedDate { get; } = new("LastModifiedDate");

    /// <summary>The object's entity tag.</summary>
    public static InventoryField ETag { get; } = new("ETag");

    /// <summary>The object's storage class.</summary>
    public static InventoryField StorageClass { get; } = new("StorageClass");

    /// <summary>Whether the object was uploaded in parts.</summary>
    public static InventoryField IsMultipartUploaded { get; } = new("IsMultipartUploaded");

    /// <summary>Whether the object is encrypted at rest.</summary>
    public static InventoryField EncryptionStatus { get; } = new("EncryptionStatus");

    /// <summary>The object's canned access control list.</summary>
    public static InventoryField ObjectAcl { get; } = new("ObjectAcl");

    /// <summary>How the object was written: normal, multipart, appendable, symbolic link.</summary>
    public static InventoryField ObjectType { get; } = new("ObjectType");

    /// <summary>The CRC-64 of the object, an unsigned decimal.</summary>
    public static InventoryField Crc64 { get; } = new("Crc64");

    /// <summary>How many tags the object has.</summary>
    public static InventoryField TaggingCount { get; } = new("TaggingCount");

    /// <summary>When the object moved to a colder storage class.</summary>
    public static InventoryField TransitionTime { get; } = new("TransitionTime");

    /// <summary>Every value that this library gives a meaning to.</summary>
    public static ValueList<InventoryField> Known { get; } =
    [
        Size, LastModifiedDate, ETag, StorageClass, IsMultipartUploaded, EncryptionStatus, ObjectAcl, ObjectType, Crc64, TaggingCount, TransitionTime,
    ];

    /// <summary>The neutral name of a known value, or the provider's own text of another.</summary>
    public string Text => _text ?? "";

    /// <summary>The provider that alone gives this value its meaning, or null for a known value.</summary>
    public string? Provider { get; }

    /// <summary>A value that this library does not know, kept as it stands. Its provider takes it back unchanged; every other refuses it.</summary>
    /// <param name="provider">The provider whose text it is, without regard to case.</param>
    /// <param name="text">The text on the provider's wire, case-sensitive.</param>
    /// <exception cref="ArgumentException">An argument is null or empty.</exception>
    public static InventoryField Other(string provider, string text) => new(OpenText.Text(text), OpenText.Provider(provider));

    /// <summary>Finds a known value by its neutral name, case-sensitively.</summary>
    public static bool TryParse(string? name, out InventoryField value) => OpenText.TryFind(Known, known => known.Text, name, out value);

    /// <summary>The text, with its provider before it where only that one knows it.</summary>
    public override string ToString() => OpenText.Show(Provider, Text);
}
