using System.Text.RegularExpressions;

namespace Inventory.Architecture.Tests;

/// <summary>Finds the names of clouds in identifiers, comments and strings.</summary>
internal static partial class VendorWords
{
    /// <summary>Names that are parts of English words: they count as a whole segment or word alone.</summary>
    private static readonly HashSet<string> Short = new(StringComparer.OrdinalIgnoreCase) { "oss", "bos" };

    /// <summary>Each place in a text, as line and word.</summary>
    public static IEnumerable<string> Find(string text)
    {
        var line = 0;
        foreach (var content in text.Split('\n'))
        {
            line++;
            foreach (Match word in Words().Matches(content))
            {
                if (Unmistakable().IsMatch(word.Value) || Segments().Matches(word.Value).Any(segment => Short.Contains(segment.Value)))
                {
                    yield return $"{line}: {word.Value}";
                }
            }
        }
    }

    [GeneratedRegex("[A-Za-z0-9_]+")]
    private static partial Regex Words();

    // PascalCase, camelCase, snake_case, SHOUTING and acronyms before a word: OSSThing is OSS and Thing.
    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+")]
    private static partial Regex Segments();

    [GeneratedRegex("alibaba|aliyun|baidu", RegexOptions.IgnoreCase)]
    private static partial Regex Unmistakable();
}
