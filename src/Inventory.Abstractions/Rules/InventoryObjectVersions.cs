namespace Inventory;

/// <summary>Which versions of an object the report lists. An open set: <see cref="Other"/> holds a value that this library does not know.</summary>
/// <remarks>Names are S3's.</remarks>
public readonly record struct InventoryObjectVersions
{
    private readonly string? _text;

    private InventoryObjectVersions(string? text, string? provider = null)
    {
        _text = text;
        Provider = provider;
    }

    /// <summary>The current version of each object, and the default value.</summary>
    public static InventoryObjectVersions Current => default;

    /// <summary>Every version of each object, with the columns that tell versions apart.</summary>
    public static InventoryObjectVersions All { get; } = new("All");

    /// <summary>The rule as it was read does not say. Only a provider that lets a rule be silent takes it back; state Current or All to move it.</summary>
    public static InventoryObjectVersions Unspecified { get; } = new("Unspecified");

    /// <summary>Every value that this library gives a meaning to.</summary>
    public static ValueList<InventoryObjectVersions> Known { get; } = [Current, All, Unspecified];

    /// <summary>The neutral name of a known value, or the provider's own text of another.</summary>
    public string Text => _text ?? "Current";

    /// <summary>The provider that alone gives this value its meaning, or null for a known value.</summary>
    public string? Provider { get; }

    /// <summary>A value that this library does not know, kept as it stands. Its provider takes it back unchanged; every other refuses it.</summary>
    /// <param name="provider">The provider whose text it is, without regard to case.</param>
    /// <param name="text">The text on the provider's wire, case-sensitive.</param>
    /// <exception cref="ArgumentException">An argument is null or empty.</exception>
    public static InventoryObjectVersions Other(string provider, string text) => new(OpenText.Text(text), OpenText.Provider(provider));

    /// <summary>Finds a known value by its neutral name, case-sensitively.</summary>
    public static bool TryParse(string? name, out InventoryObjectVersions value) => OpenText.TryFind(Known, known => known.Text, name, out value);

    /// <summary>The text, with its provider before it where only that one knows it.</summary>
    public override string ToString() => OpenText.Show(Provider, Text);
}
