using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Inventory.Documents;

/// <summary>What scalars of YAML mean where they stand without quotation marks, and how they are written.</summary>
/// <remarks>YAML 1.2 by its core schema. What 1.1 makes something else of is refused when read and put in quotation marks when written.</remarks>
internal static partial class YamlScalars
{
    /// <summary>What a scalar without quotation marks is.</summary>
    /// <param name="plain">The scalar as written.</param>
    /// <param name="text">The text of its node.</param>
    /// <param name="problem">What is wrong with it; null where nothing is.</param>
    public static DocumentNodeKind Resolve(string plain, out string text, out string? problem)
    {
        text = plain;
        problem = null;
        switch (plain)
        {
            case "":
                problem = "It has no value. Leave it out, or write one: null for none, \"\" for an empty text.";
                return DocumentNodeKind.Null;
            case "null" or "Null" or "NULL" or "~":
                return DocumentNodeKind.Null;
            case "true" or "True" or "TRUE":
                text = "true";
                return DocumentNodeKind.Boolean;
            case "false" or "False" or "FALSE":
                text = "false";
                return DocumentNodeKind.Boolean;
        }

        if (Number.IsMatch(plain))
        {
            return DocumentNodeKind.Number;
        }

        if (OldBoolean.IsMatch(plain))
        {
            problem = $"'{plain}' is true or false to some readers of YAML and a text to others. Write true or false, or put it in quotation marks.";
        }
        else if (OddNumber.IsMatch(plain))
        {
            problem = $"'{NodeText.Cut(plain)}' is one number to some readers of YAML and another, or a text, to others. Write decimal digits, or put it in quotation marks.";
        }

        return DocumentNodeKind.Text;
    }

    /// <summary>A text as every reader of YAML reads it back: without quotation marks where none takes it for anything else.</summary>
    public static string Write(string text) => Safe.IsMatch(text) && !Word.IsMatch(text) ? text : Quoted(text);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                _ when !YamlCharacters.MayStand(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format =>
                    quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"\A(y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF)\z", RegexOptions.CultureInvariant)]
    private static partial Regex OldBoolean { get; }

    /// <summary>Numbers of YAML 1.1 and 1.2 that JSON does not write so: octal, hexadecimal, with underscores, to the base of 60, infinite.</summary>
    [GeneratedRegex(
        @"\A[-+]?(0[box][0-9a-fA-F_]+|[0-9][0-9_]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?|\.[0-9][0-9_]*([eE][-+]?[0-9]+)?|[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?|\.(inf|Inf|INF|nan|NaN|NAN))\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex OddNumber { get; }

    /// <summary>What begins like no number, date or sign of YAML, and holds no sign that could end it or begin a comment.</summary>
    [GeneratedRegex(@"\A[\p{L}/_](?:[\p{L}0-9_./()@+=*-]|:(?=[\p{L}0-9_/]|:[\p{L}0-9_/]))*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Safe { get; }

    [GeneratedRegex(@"\A(null|true|false|y|yes|n|no|on|off)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Word { get; }
}
