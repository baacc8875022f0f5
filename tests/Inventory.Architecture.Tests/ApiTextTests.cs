namespace Inventory.Architecture.Tests;

public sealed class ApiTextTests
{
    [Test]
    public void A_class_shows_its_members_by_name_with_their_modifiers_and_what_may_be_null() => AssertText(
        """
        public class Open<T> where T : System.IComparable<T>, new()
            [SetsRequiredMembers] protected internal Open(T value)
            public string this[int index, string? key] { get; }
            [Obsolete("Use Try.")] public System.Collections.Generic.List<System.Collections.Generic.Dictionary<string, T?>?> Lists()
            public bool Try<TOther>(string text, [NotNullWhen(true)] out TOther? other, in int from, ref Bits bits, Bits mode = Bits.One | Bits.Two, System.DayOfWeek day = System.DayOfWeek.Friday, System.DateTime at = default, decimal rate = 1.5, char mark = '\'') where TOther : struct
            public required T Value { get; init; }
        """,
        typeof(ApiSamples.Open<>));

    [Test]
    public void A_record_shows_what_is_not_in_every_record() => AssertText(
        """
        public sealed record Derived : Base, IShape<string>, System.IDisposable
            public Derived(string Name, int? Size = null)
            public override void Act()
            public string? Best { get; }
            public event System.EventHandler? Changed
            public static int Count { get; }
            public void Deconstruct(out string Name, out int? Size)
            public void Dispose()
            public const double Half = 0.5
            public required string Id { get; set; }
            public static readonly char[]? Letters
            public const string Quoted = "a\"b\n"
            public int? Size { get; init; }
            public override string ToString()
        """,
        typeof(ApiSamples.Derived));

    [Test]
    public void What_an_heir_sees_is_shown_and_what_the_assembly_keeps_is_not() => AssertText(
        """
        public abstract record Base
            protected Base(string Name)
            public abstract void Act()
            public void Deconstruct(out string Name)
            protected int Depth { get; init; }
            public string Name { get; init; }
            protected virtual string? Say(params string?[] words)
        """,
        typeof(ApiSamples.Base));

    [Test]
    public void Structs_show_their_operators_and_nested_types_where_they_are() => AssertText(
        """
        public readonly struct Number
            public override bool Equals(object? obj)
            public override int GetHashCode()
            public static bool operator ==(Number left, Number right)
            public static implicit operator Number(int value)
            public static bool operator !=(Number left, Number right)

        public readonly record struct Open<T>.Point where T : System.IComparable<T>, new()
            public Point(int X, System.Func<byte[], T> Read)
            public void Deconstruct(out int X, out System.Func<byte[], T> Read)
            public System.Func<byte[], T> Read { get; init; }
            public int X { get; init; }
        """,
        typeof(ApiSamples.Open<>.Point), typeof(ApiSamples.Number));

    [Test]
    public void Interfaces_delegates_and_enums_show_variance_constraints_and_values() => AssertText(
        """
        [Flags] public enum Bits : byte
            None = 0
            One = 1
            Two = 2

        public interface IShape<out T>
            T? Best { get; }
            static abstract int Count { get; }
            virtual string Describe()

        public delegate TResult Make<in TSource, out TResult>(TSource source) where TSource : class? where TResult : notnull
        """,
        typeof(ApiSamples.Make<,>), typeof(ApiSamples.IShape<>), typeof(ApiSamples.Bits));

    [Test]
    public void A_static_class_shows_its_extension_methods() => AssertText(
        """
        public static class Inventory.Architecture.Tests.ApiSamples
            public static ref readonly T Same<T>(this System.Text.StringBuilder builder, ref readonly T value)
        """,
        typeof(ApiSamples));

    [Test]
    [SetCulture("de-DE")]
    public void The_text_is_the_same_under_another_culture()
    {
        Assert.That($"{1.5m}", Is.EqualTo("1,5"), "the culture is not there");

        Assert.That(Text(typeof(ApiSamples.Open<>)), Does.Contain("decimal rate = 1.5,"));
        Assert.That(Text(typeof(ApiSamples.Derived)), Does.Contain("double Half = 0.5\n"));
    }

    [Test]
    public void An_assembly_begins_with_the_command_that_writes_it_anew()
    {
        var lines = ApiText.Of(typeof(ApiTextTests).Assembly).Split('\n');

        Assert.That(lines[0], Is.EqualTo($"// The public API of Inventory.Architecture.Tests, as built. Written by: {ApiText.Command}"));
        Assert.That(lines, Has.One.EqualTo("public sealed class Inventory.Architecture.Tests.ApiTextTests"));
    }

    private static void AssertText(string expected, params Type[] types) => Assert.That(Text(types), Is.EqualTo($"{expected}\n".ReplaceLineEndings("\n")));

    private static string Text(params Type[] types) => ApiText.Of(types).Replace("Inventory.Architecture.Tests.ApiSamples.", "", StringComparison.Ordinal);
}
