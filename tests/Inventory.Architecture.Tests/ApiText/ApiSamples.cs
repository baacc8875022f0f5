using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Inventory.Architecture.Tests;

/// <summary>Types with one of everything that the writer tells apart.</summary>
public static class ApiSamples
{
    public delegate TResult Make<in TSource, out TResult>(TSource source)
        where TSource : class?
        where TResult : notnull;

    [Flags]
    public enum Bits : byte
    {
        None = 0,
        One = 1,
        Two = 2,
    }

    public interface IShape<out T>
    {
        T? Best { get; }

        static abstract int Count { get; }

        string Describe() => "";
    }

    public abstract record Base(string Name)
    {
        protected int Depth { get; init; }

        public abstract void Act();

        protected virtual string? Say(params string?[] words) => words[0];

        private protected void Hide() => Act();
    }

    public sealed record Derived(string Name, int? Size = null) : Base(Name), IShape<string>, IDisposable
    {
        public const string Quoted = "a\"b\n";
        public const double Half = 0.5;

        public static readonly char[]? Letters = [];

        public static int Count => 1;

        public required string Id { get; set; }

        public string? Best => null;

        public override void Act() => Changed?.Invoke(this, EventArgs.Empty);

        public void Dispose() => Act();

        public override string ToString() => Name;

        protected override string? Say(params string?[] words) => null;

        public event EventHandler? Changed;
    }

    public class Open<T>
        where T : IComparable<T>, new()
    {
        [SetsRequiredMembers]
        protected internal Open(T value) => Value = value;

        public required T Value { get; init; }

        public string this[int index, string? key] => $"{index}{key}{Value}";

        [Obsolete("Use Try.")]
        public List<Dictionary<string, T?>?> Lists() => [];

        public bool Try<TOther>(string text, [NotNullWhen(true)] out TOther? other, in int from, ref Bits bits, Bits mode = Bits.One | Bits.Two, DayOfWeek day = DayOfWeek.Friday, DateTime at = default, decimal rate = 1.5m, char mark = '\'')
            where TOther : struct
        {
            other = text.Length > from ? default(TOther) : null;
            bits |= mode;
            return other is not null && day != default && at != default && rate > 0 && mark != '"';
        }

        public readonly record struct Point(int X, Func<byte[], T> Read);
    }

    public readonly struct Number
    {
        public static implicit operator Number(int value) => default;

        public static bool operator ==(Number left, Number right) => true;

        public static bool operator !=(Number left, Number right) => false;

        public override bool Equals(object? obj) => obj is Number;

        public override int GetHashCode() => 0;
    }

    public static ref readonly T Same<T>(this StringBuilder builder, ref readonly T value) => ref value;
}
