namespace Inventory;

/// <summary>A range of instants in which an object was last modified, open on the side that is null.</summary>
/// <remarks>
/// Whole seconds in UTC: another offset is converted, and a fraction of a second is cut off, because no provider holds one.
/// Whether the boundary second itself belongs to the range is the provider's to say. Immutable and compares by value.
/// </remarks>
public sealed record LastModifiedRange
{
    /// <summary>The beginning: objects modified at or after it. Null for no beginning.</summary>
    public DateTimeOffset? Begin
    {
        get;
        init => field = WholeSecond(value);
    }

    /// <summary>The end: objects modified before it. Null for no end. An end before the beginning is a violation that the validator reports.</summary>
    public DateTimeOffset? End
    {
        get;
        init => field = WholeSecond(value);
    }

    internal bool IsOpen => Begin is null && End is null;

    private static DateTimeOffset? WholeSecond(DateTimeOffset? instant) =>
        instant is { } i ? DateTimeOffset.FromUnixTimeSeconds(i.ToUnixTimeSeconds()) : null;
}
