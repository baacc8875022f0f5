namespace Inventory;

/// <summary>The file format of the report. An open set: <see cref="Other"/> holds a format that this library does not know.</summary>
/// <remarks>Names are S3's.</remarks>
public readonly record struct InventoryFormat
{
    private readonly string? _text;

    private InventoryFormat(string? text, string? provider = null)
    {
        _text = text;
        Provider = provider;
    }

    /// <summary>Comma-separated values, the format that every known provider writes, and the default value.</summary>
    public static InventoryFormat Csv => default;

    /// <summary>Apache ORC.</summary>
    public static InventoryFormat Orc { get; } = new("ORC");

    /// <summary>Apache Parquet.</summary>
    public static InventoryFormat Parquet { get; } = new("Parquet");

    /// <summary>Every value that this library gives a meaning to.</summary>
    public static ValueList<InventoryFormat> Known { get; } = [Csv, Orc, Parquet];

    /// <summary>The neutral name of a known value, or the provider's own text of another.</summary>
    public string Text => _text ?? "CSV";

    /// <summary>The provider that alone gives this value its meaning, or null for a known value.</summary>
    public string? Provider { get; }

    /// <summary>A value that this library does not know, kept as it stands. Its provider takes it back unchanged; every other refuses it.</summary>
    /// <param name="provider">The provider whose text it is, without regard to case.</param>
    /// <param name="text">The text on the provider's wire, case-sensitive.</param>
    /// <exception cref="ArgumentException">An argument is null or empty.</exception>
    public static InventoryFormat Other(string provider, string text) => new(OpenText.Text(text), OpenText.Provider(provider));

    /// <summary>Finds a known value by its neutral name, case-sensitively.</summary>
    public static bool TryParse(string? name, out InventoryFormat value) => OpenText.TryFind(Known, known => known.Text, name, out value);

    /// <summary>The text, with its provider before it where only that one knows it.</summary>
    public override string ToString() => OpenText.Show(Provider, Text);
}
