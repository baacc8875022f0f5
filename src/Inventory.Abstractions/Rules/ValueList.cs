using System.Collections;
using System.Runtime.CompilerServices;

namespace Inventory;

/// <summary>An immutable list that compares by its items, in order. The default value is the empty list.</summary>
/// <remarks>Written with a collection expression: <c>OptionalFields = [InventoryField.Size, InventoryField.ETag]</c>. Safe to share between threads.</remarks>
/// <typeparam name="T">The type of the items, immutable itself.</typeparam>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public readonly struct ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[]? _items;

    internal ValueList(T[] items) => _items = items;

    /// <summary>How many items there are.</summary>
    public int Count => _items?.Length ?? 0;

    /// <summary>Whether there is no item.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The item at a position, from 0.</summary>
    /// <exception cref="IndexOutOfRangeException">The position is not one of the list's.</exception>
    public T this[int index] => (_items ?? [])[index];

    /// <summary>The items, without a copy.</summary>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <inheritdoc/>
    public bool Equals(ValueList<T> other)
    {
        if (ReferenceEquals(_items, other._items))
        {
            return true;
        }

        if (Count != other.Count)
        {
            return false;
        }

        for (var i = 0; i < Count; i++)
        {
            if (!EqualityComparer<T>.Default.Equals(_items![i], other._items![i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in AsSpan())
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>Whether two lists hold equal items in the same order.</summary>
    public static bool operator ==(ValueList<T> left, ValueList<T> right) => left.Equals(right);

    /// <summary>Whether two lists differ.</summary>
    public static bool operator !=(ValueList<T> left, ValueList<T> right) => !left.Equals(right);

    /// <summary>The items in brackets, separated by commas.</summary>
    public override string ToString() => $"[{string.Join(", ", _items ?? [])}]";

    /// <summary>Walks the items without allocating.</summary>
    public Enumerator GetEnumerator() => new(_items ?? []);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (_items ?? []).GetEnumerator();

    /// <summary>Walks the items. Unlike a span's it may live across an <c>await</c> or a <c>yield</c>.</summary>
    public struct Enumerator
    {
        private readonly T[] _items;
        private int _index;

        internal Enumerator(T[] items)
        {
            _items = items;
            _index = -1;
        }

        /// <summary>The item that the walk stands at.</summary>
        public readonly T Current => _items[_index];

        /// <summary>Goes to the next item; false after the last.</summary>
        public bool MoveNext() => ++_index < _items.Length;
    }
}

/// <summary>Makes <see cref="ValueList{T}"/>s.</summary>
public static class ValueList
{
    /// <summary>A list of these items, copied.</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? default : new ValueList<T>(items.ToArray());

    /// <summary>A list of these items, copied.</summary>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => items is ValueList<T> list ? list : new ValueList<T>([.. items]);

    /// <summary>A set as a list: distinct items in the order of <paramref name="comparison"/>, so that equal sets are equal lists.</summary>
    internal static ValueList<T> Canonical<T>(ValueList<T> items, Comparison<T> comparison)
    {
        if (items.Count < 2)
        {
            return items;
        }

        var sorted = items.AsSpan().ToArray();
        Array.Sort(sorted, comparison);
        var kept = 1;
        for (var i = 1; i < sorted.Length; i++)
        {
            if (comparison(sorted[i], sorted[kept - 1]) != 0)
            {
                sorted[kept++] = sorted[i];
            }
        }

        return new ValueList<T>(sorted[..kept]);
    }
}
