using System.Text.RegularExpressions;

namespace Inventory.Architecture.Tests;

/// <summary>How files of code are cut.</summary>
internal static partial class HouseRules
{
    public const int LongestFile = 250;
    public const int LongestTestFile = 500;

    /// <summary>Files that are longer for a reason, and the reason. Empty, and meant to stay so.</summary>
    public static IReadOnlyDictionary<string, string> LongFiles { get; } = new Dictionary<string, string>();

    /// <summary>What is wrong with the length of a file, or null.</summary>
    public static string? TooLong(string file, string text)
    {
        var lines = text.TrimEnd('\n').Split('\n').Length;
        var bound = file.StartsWith("tests/", StringComparison.Ordinal) ? LongestTestFile : LongestFile;
        return lines <= bound || LongFiles.ContainsKey(file) ? null : $"{file} has {lines} lines, and {bound} are enough.";
    }

    /// <summary>What is wrong with the name of a file, or null: it is that of one of its public types, beside which small companions may stand.</summary>
    public static string? Misnamed(string file, string text)
    {
        var types = PublicType().Matches(text).Select(match => match.Groups["name"].Value).ToList();
        var name = Path.GetFileName(file).Split('.')[0];
        return types.Count == 0 || types.Contains(name) ? null : $"{file} holds {string.Join(", ", types)}: name it after one of them.";
    }

    /// <summary>What keeps a test case from being run, or null: where tests are chosen by a filter, one whose name XML cannot hold is left out without a word.</summary>
    public static string? Unselectable(string file, string text) =>
        UnnamedCase().Match(text) is { Success: true } found ? $"{file} has a case that no filter selects, {found.Value.Trim()}: give it a TestName." : null;

    // A text of three quotation marks has no escapes.
    [GeneratedRegex(
        @"^ *\[TestCase\((?!.*(?:TestName =|"""""")).*(?<!\\)(?:\\\\)*(?:\\u(?:00(?:0[1-8BE-F]|1[0-9A-F])|FFF[EF])|'\\uD[89A-F]).*$",
        RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex UnnamedCase();

    // Namespaces are file-scoped, so that types of their own stand at the margin.
    [GeneratedRegex(
        @"^public\s+(?:(?:static|abstract|sealed|partial|readonly|ref|unsafe|file|new)\s+)*(?:class|interface|enum|record\s+struct|record\s+class|record|struct|delegate\s+[^\r\n(]+?)\s+(?<name>\w+)\s*(?:[<({:;\s]|$)",
        RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
