namespace Inventory;

/// <summary>A storage class to select objects by. An open set: <see cref="Other"/> holds a class that this library does not know.</summary>
/// <remarks>The default value is no class at all and is refused everywhere.</remarks>
public readonly record struct InventoryStorageClass
{
    private readonly string? _text;

    private InventoryStorageClass(string? text, string? provider = null)
    {
        _text = text;
        Provider = provider;
    }

    /// <summary>Frequently accessed objects.</summary>
    public static InventoryStorageClass Standard { get; } = new("Standard");

    /// <summary>Objects read less than about once a month.</summary>
    public static InventoryStorageClass InfrequentAccess { get; } = new("InfrequentAccess");

    /// <summary>Objects that must be restored before they are read, within minutes.</summary>
    public static InventoryStorageClass Archive { get; } = new("Archive");

    /// <summary>Objects that take hours to restore.</summary>
    public static InventoryStorageClass ColdArchive { get; } = new("ColdArchive");

    /// <summary>Objects that take longest to restore.</summary>
    public static InventoryStorageClass DeepColdArchive { get; } = new("DeepColdArchive");

    /// <summary>Every value that this library gives a meaning to.</summary>
    public static ValueList<InventoryStorageClass> Known { get; } = [Standard, InfrequentAccess, Archive, ColdArchive, DeepColdArchive];

    /// <summary>The neutral name of a known value, or the provider's own text of another.</summary>
    public string Text => _text ?? "";

    /// <summary>The provider that alone gives this value its meaning, or null for a known value.</summary>
    public string? Provider { get; }

    /// <summary>A value that this library does not know, kept as it stands. Its provider takes it back unchanged; every other refuses it.</summary>
    /// <param name="provider">The provider whose text it is, without regard to case.</param>
    /// <param name="text">The text on the provider's wire, case-sensitive.</param>
    /// <exception cref="ArgumentException">An argument is null or empty.</exception>
    public static InventoryStorageClass Other(string provider, string text) => new(OpenText.Text(text), OpenText.Provider(provider));

    /// <summary>Finds a known value by its neutral name, case-sensitively.</summary>
    public static bool TryParse(string? name, out InventoryStorageClass value) => OpenText.TryFind(Known, known => known.Text, name, out value);

    /// <summary>The text, with its provider before it where only that one knows it.</summary>
    public override string ToString() => OpenText.Show(Provider, Text);
}
