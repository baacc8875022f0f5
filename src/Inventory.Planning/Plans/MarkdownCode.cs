namespace Inventory.Planning;

/// <summary>Names and values on a page as code, so that nothing in them is a link, a mention or markup.</summary>
internal static class MarkdownCode
{
    /// <summary>A name within a line.</summary>
    public static string Name(string name)
    {
        var shown = ChangeWords.Name(name);
        var fence = Fence(shown, 1);
        return fence.Length == 1 ? $"`{shown}`" : $"{fence} {shown} {fence}";
    }

    /// <summary>Lines as a block of differences: those that begin with <c>+</c>, <c>-</c>, <c>!</c> or <c>#</c> stand out.</summary>
    public static string Differences(IEnumerable<string> lines)
    {
        var body = string.Join('\n', lines);
        var fence = Fence(body, 3);
        return $"{fence}diff\n{body}\n{fence}\n";
    }

    /// <summary>More backticks than stand side by side anywhere in the text.</summary>
    private static string Fence(string text, int least)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return new('`', Math.Max(least, longest + 1));
    }
}
