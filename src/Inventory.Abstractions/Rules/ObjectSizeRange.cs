namespace Inventory;

/// <summary>A range of object sizes in bytes, open on the side that is null.</summary>
/// <remarks>Zero is null, on either side: it is how services say that nothing is bounded. Immutable and compares by value.</remarks>
public sealed record ObjectSizeRange
{
    /// <summary>The lower bound in bytes, inclusive. Null for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long? Lower
    {
        get;
        init => field = Bytes(value);
    }

    /// <summary>
    /// The upper bound in bytes; whether it is inclusive is the provider's to say. Null for none. Below the lower bound, it is a violation that the validator
    /// reports.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long? Upper
    {
        get;
        init => field = Bytes(value);
    }

    internal bool IsOpen => Lower is null && Upper is null;

    private static long? Bytes(long? size)
    {
        if (size < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(size), size, "A size in bytes is 0 or more.");
        }

        return size is 0 ? null : size;
    }
}
