using System.Globalization;

namespace Inventory.Documents;

/// <summary>The characters that may stand in a YAML text as they are.</summary>
/// <remarks>The parser takes NUL for the end of the text, and a line separator for a line feed, both without a word.</remarks>
internal static class YamlCharacters
{
    /// <exception cref="InvalidDocumentException">A character cannot stand there.</exception>
    public static void Check(string text)
    {
        var (line, lineStart, mayBeComment) = (1, 0, false);
        for (var i = 0; i < text.Length; i++)
        {
            mayBeComment |= text[i] == '#' && (i == lineStart || text[i - 1] is ' ' or '\t');
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    throw new InvalidDocumentException(line, i - lineStart + 1, NodeText.HalfCharacter);
                }

                i++;
            }
            else if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                // To a parser a carriage return ends the comment; who looks at the file may see it go on.
                if (text[i] == '\r' && mayBeComment)
                {
                    throw new InvalidDocumentException(
                        line, i - lineStart + 1, "There is a carriage return without a line feed at the end of a comment. End lines with a line feed, or with both.");
                }

                (line, lineStart, mayBeComment) = (line + 1, i + 1, false);
            }
            else if (text[i] is not ('\t' or '\r') && !MayStand(text[i]))
            {
                throw new InvalidDocumentException(line, i - lineStart + 1, string.Create(
                    CultureInfo.InvariantCulture,
                    $"The character U+{(int)text[i]:X4} cannot stand in a YAML file as it is. Write it as \\u{(int)text[i]:X4} in double quotation marks."));
            }
        }
    }

    /// <summary>Whether a character is neither a control, a break of lines, a mark of the encoding nor one that turns the direction of a text.</summary>
    public static bool MayStand(char c) => c is not (< ' ' or (>= '\u007F' and <= '\u009F') or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF')
        && !NodeText.IsDirection(c);
}
