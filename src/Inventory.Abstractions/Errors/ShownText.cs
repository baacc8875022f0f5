using System.Globalization;

namespace Inventory;

/// <summary>Texts that others wrote, such as configured values and names in files, fit for a message.</summary>
public static class ShownText
{
    /// <summary>The text on one line and cut: nothing in it can pass for a line of its own, command a terminal or turn the direction of what stands beside it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">How many UTF-16 code units are shown at most, 1 or more; an ellipsis stands for the others.</param>
    /// <returns>The text, with U+FFFD for each character of control, format or separation of lines.</returns>
    public static string Of(string text, int length = 60)
    {
        var shown = Cut(text, length);
        return !shown.Any(IsCommand) ? shown : string.Create(shown.Length, shown, (to, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                to[i] = IsCommand(from[i]) ? '\uFFFD' : from[i];
            }
        });
    }

    /// <summary>The text verbatim, and cut: an ellipsis stands for what is above <paramref name="length"/> UTF-16 code units.</summary>
    internal static string Cut(string text, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        return text.Length <= length ? text : $"{text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)}…";
    }

    private static bool IsCommand(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
