using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Inventory;

/// <summary>What the length of a text is counted in.</summary>
public enum LengthUnit
{
    /// <summary>Unicode characters (scalar values): an emoji is one.</summary>
    Characters = 0,

    /// <summary>Bytes of UTF-8: a Chinese character is three, an emoji four.</summary>
    Utf8Bytes = 1,
}

/// <summary>What a provider allows in a text. Immutable, compares by value, safe to share between threads.</summary>
public sealed record TextLimit
{
    private readonly Regex _pattern;

    /// <summary>States a limit.</summary>
    /// <param name="maxLength">The longest that is allowed, inclusive, in <paramref name="unit"/>.</param>
    /// <param name="unit">What the length is counted in.</param>
    /// <param name="pattern">A regular expression that the whole text must match.</param>
    /// <param name="description">What is allowed, as the end of the sentence "… must be …".</param>
    public TextLimit(int maxLength, LengthUnit unit, string pattern, string description)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxLength);
        ArgumentException.ThrowIfNullOrEmpty(description);
        MaxLength = maxLength;
        Unit = unit;
        Pattern = pattern;
        Description = description;
        _pattern = new Regex($"\\A(?:{pattern})\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
    }

    /// <summary>The longest that is allowed, inclusive.</summary>
    public int MaxLength { get; }

    /// <summary>What the length is counted in.</summary>
    public LengthUnit Unit { get; }

    /// <summary>A regular expression that the whole text must match.</summary>
    public string Pattern { get; }

    /// <summary>What is allowed, as the end of the sentence "… must be …".</summary>
    public string Description { get; }

    /// <summary>Who says so.</summary>
    public ValueList<Evidence> Evidence { get; init; }

    /// <summary>What the service would answer, where the provider documents it.</summary>
    public string? ServerAnswer { get; init; }

    /// <summary>What is wrong with a text, as a sentence, or null if nothing is.</summary>
    public string? Problem(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!IsWellFormed(text))
        {
            return $"{Show(text)} is not well-formed Unicode: half of a surrogate pair stands alone.";
        }

        if (Length(text) is var length && length > MaxLength)
        {
            return $"{Show(text)} has {length} {(Unit == LengthUnit.Utf8Bytes ? "bytes" : "characters")}; it must be {Description}.";
        }

        return _pattern.IsMatch(text) ? null : $"{Show(text)} must be {Description}.";
    }

    /// <inheritdoc/>
    public bool Equals(TextLimit? other) =>
        other is not null && MaxLength == other.MaxLength && Unit == other.Unit && Pattern == other.Pattern
        && Description == other.Description && Evidence == other.Evidence && ServerAnswer == other.ServerAnswer;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(MaxLength, Unit, Pattern, Description);

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }

    private static string Show(string text)
    {
        const int most = 80;
        var end = text.Length <= most ? text.Length : char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        var shown = new StringBuilder().Append('\'');
        for (var i = 0; i < end; i++)
        {
            var c = text[i];
            var alone = char.IsSurrogate(c)
                && !(char.IsHighSurrogate(c) && i + 1 < end && char.IsLowSurrogate(text[i + 1]))
                && !(char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1]));
            _ = char.IsControl(c) || alone ? shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : shown.Append(c);
        }

        return shown.Append(end < text.Length ? "…'" : "'").ToString();
    }

    private int Length(string text)
    {
        if (Unit == LengthUnit.Utf8Bytes)
        {
            return Encoding.UTF8.GetByteCount(text);
        }

        var length = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            length++;
        }

        return length;
    }
}
