using System.Text;

namespace Inventory.Planning;

/// <summary>Texts that others wrote, fit for a file: one surrogate of two, which no file can hold, is none.</summary>
internal static class WholeText
{
    /// <summary>The text with U+FFFD for each half of a character.</summary>
    public static string Of(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>The lines of a text as one, cut, safe to show and whole in UTF-8.</summary>
    public static string OneLine(string text, int length)
    {
        var line = string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        return ShownText.Of(Of(line), length);
    }

    /// <summary>Whether there is no half of a character in the text.</summary>
    public static bool Is(string text) => Of(text) == text;

    /// <summary>The violation with texts of which each is whole.</summary>
    public static RuleViolation Of(RuleViolation violation) =>
        violation with { Path = Of(violation.Path), Reason = Of(violation.Reason), Remedy = Of(violation.Remedy) };
}
