namespace Inventory.Architecture.Tests;

/// <summary>What went from a text of blocks of lines, and what came. A line that is indented is shown with the line that begins its block.</summary>
internal static class LineDifference
{
    public static string Of(string before, string after)
    {
        var gone = Without(before, after).Select(line => $"- {line}").ToList();
        var come = Without(after, before).Select(line => $"+ {line}").ToList();
        return gone.Count + come.Count == 0 ? "The same lines in another order." : string.Join('\n', [.. gone, .. come]);
    }

    // As often as it is there too often.
    private static IEnumerable<string> Without(string text, string other)
    {
        var left = other.Split('\n').CountBy(line => line).ToDictionary(StringComparer.Ordinal);
        var block = "";
        foreach (var line in text.Split('\n'))
        {
            var isInside = line.StartsWith(' ');
            block = isInside ? block : line;
            if (left.GetValueOrDefault(line) > 0)
            {
                left[line]--;
            }
            else
            {
                yield return isInside ? $"{line.Trim()}    in {block}" : line;
            }
        }
    }
}
