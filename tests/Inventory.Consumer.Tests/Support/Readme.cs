using System.Text;
using Inventory.Tests;

namespace Inventory.Consumer.Tests;

/// <summary>The README of the repository.</summary>
internal static class Readme
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(SolutionFolder.FullName, "README.md")).ReplaceLineEndings("\n");

    /// <summary>The blocks of a language in the section of a title, in order.</summary>
    public static IReadOnlyList<string> Blocks(string title, string language)
    {
        List<string> blocks = [];
        StringBuilder? block = null;
        var isIn = false;
        foreach (var line in Text.Split('\n').SkipWhile(line => line != $"## {title}").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)))
        {
            if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                _ = block?.Append(line).Append('\n');
                continue;
            }

            if (isIn && block is not null)
            {
                blocks.Add(block.ToString());
            }

            block = !isIn && line == $"```{language}" ? new() : null;
            isIn = !isIn;
        }

        return blocks;
    }

    /// <summary>The section of a title, without it.</summary>
    public static string Section(string title) =>
        Text.Split("\n## ").Single(s => s.StartsWith($"{title}\n", StringComparison.Ordinal))[title.Length..];
}
