using System.Globalization;

namespace Inventory.Http;

/// <summary>Texts that others wrote, fit for a log.</summary>
internal static class LogText
{
    private const int Longest = 500;

    /// <summary>The text on one line, cut at 500 characters: nothing in it can pass for a line of its own or command a terminal.</summary>
    public static string Of(string text)
    {
        var shown = text.Length <= Longest ? text : $"{text.AsSpan(0, char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)}…";
        return !shown.Any(IsCommand) ? shown : string.Create(shown.Length, shown, (to, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                to[i] = IsCommand(from[i]) ? '\uFFFD' : from[i];
            }
        });
    }

    private static bool IsCommand(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
