namespace Inventory;

/// <summary>Which objects the report lists: those that pass every part that is set.</summary>
/// <remarks>Immutable, compares by value, safe to share between threads. Prefixes and storage classes are sets: order and repetition mean nothing.</remarks>
public sealed record InventoryFilter
{
    /// <summary>Every object of the bucket.</summary>
    public static InventoryFilter WholeBucket { get; } = new();

    /// <summary>Objects whose key starts with one of these. None lists every key, and so does a set that holds the empty prefix.</summary>
    public ValueList<string> Prefixes
    {
        get;
        init => field = value.AsSpan().Contains("") ? [] : ValueList.Canonical(value, string.CompareOrdinal);
    }

    /// <summary>Objects last modified in this range; null for no such filter.</summary>
    public LastModifiedRange? LastModified
    {
        get;
        init => field = value is { IsOpen: true } ? null : value;
    }

    /// <summary>Objects of a size in this range; null for no such filter.</summary>
    public ObjectSizeRange? ObjectSize
    {
        get;
        init => field = value is { IsOpen: true } ? null : value;
    }

    /// <summary>Objects of one of these storage classes. None lists every class.</summary>
    public ValueList<InventoryStorageClass> StorageClasses
    {
        get;
        init => field = ValueList.Canonical(value, (x, y) => string.CompareOrdinal(x.Provider, y.Provider) is not 0 and var order ? order : string.CompareOrdinal(x.Text, y.Text));
    }

    /// <summary>A filter by one prefix alone.</summary>
    public static InventoryFilter ForPrefix(string prefix) => new() { Prefixes = [prefix] };
}
