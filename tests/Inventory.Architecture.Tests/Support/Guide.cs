using System.Text.RegularExpressions;

namespace Inventory.Architecture.Tests;

/// <summary>A guide that builds a project as its reader reads on: each block of code is a file or a change to one, and each console is a command with what it prints.</summary>
internal sealed partial class Guide
{
    /// <summary>What a line of a console stands for that is nothing but this: lines that are left out.</summary>
    public const string Elision = "…";

    private readonly List<string> _lines;

    private Guide(string text) => _lines = [.. text.Split('\n')];

    /// <summary>What a block is.</summary>
    public enum Kind
    {
        /// <summary>A file, whole.</summary>
        File,

        /// <summary>Lines of a file: each takes the place of the one that begins as it does, or else comes before the last.</summary>
        Lines,

        /// <summary>Lines that a file loses.</summary>
        Removed,

        /// <summary>A command, and what it prints.</summary>
        Console,

        /// <summary>Nothing that the guide says the meaning of.</summary>
        Unmarked,
    }

    /// <summary>One block.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="File">The file that it is about; empty for a command.</param>
    /// <param name="First">The number of its first line in the guide, from 0, below the fence.</param>
    /// <param name="Content">Its lines.</param>
    public sealed record Block(Kind Kind, string File, int First, IReadOnlyList<string> Content)
    {
        /// <summary>The text with an end to its last line.</summary>
        public string Text => string.Concat(Content.Select(line => $"{line}\n"));
    }

    public static Guide Parse(string text) => new(text.ReplaceLineEndings("\n"));

    /// <summary>The guide with what was changed in it.</summary>
    public override string ToString() => string.Join('\n', _lines);

    /// <summary>The blocks, in order.</summary>
    public IReadOnlyList<Block> Blocks()
    {
        List<Block> blocks = [];
        for (var i = 0; i < _lines.Count; i++)
        {
            if (!_lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                continue;
            }

            var content = _lines.Skip(i + 1).TakeWhile(line => line != "```").ToList();
            var marker = i > 0 ? Marker().Match(_lines[i - 1]) : Match.Empty;
            blocks.Add(new(
                _lines[i] == "```console" ? Kind.Console : !marker.Success ? Kind.Unmarked : marker.Groups["kind"].Value switch { "In " => Kind.Lines, "" => Kind.File, _ => Kind.Removed },
                marker.Groups["file"].Value,
                i + 1,
                content));
            i += content.Count + 1;
        }

        return blocks;
    }

    /// <summary>Puts another line in the place of one.</summary>
    public void Replace(int line, string text) => _lines[line] = text;

    /// <summary>A line as it is in every run: without times.</summary>
    public static string WithoutTimes(string line) =>
        Took().Replace(Duration().Replace(line, "Duration: … - "), "[…]");

    /// <summary>A line with no number in it, to find the one that took its place.</summary>
    public static string WithoutNumbers(string line) => Number().Replace(WithoutTimes(line), "#");

    /// <summary>A file with lines put in.</summary>
    public static string With(string text, IEnumerable<string> added)
    {
        var lines = text.TrimEnd('\n').Split('\n').ToList();
        foreach (var line in added)
        {
            var start = Beginning(line);
            var index = lines.FindIndex(l => start.Length > 0 && l.StartsWith(start, StringComparison.Ordinal));
            if (index >= 0)
            {
                lines[index] = line;
            }
            else
            {
                lines.Insert(lines.Count - 1, line);
            }
        }

        return string.Concat(lines.Select(line => $"{line}\n"));
    }

    /// <summary>A file without lines.</summary>
    public static string Without(string text, IReadOnlyCollection<string> removed)
    {
        var lines = text.TrimEnd('\n').Split('\n').ToList();
        Assert.That(removed, Is.SubsetOf(lines));
        return string.Concat(lines.Where(line => !removed.Contains(line)).Select(line => $"{line}\n"));
    }

    // Up to the arrow: what a member is called and takes.
    private static string Beginning(string line) => line.IndexOf("=>", StringComparison.Ordinal) is > 0 and var end ? line[..end] : "";

    [GeneratedRegex(@"^(?<kind>In |No more in )?`(?<file>[\w.]+)`:$")]
    private static partial Regex Marker();

    [GeneratedRegex(@"Duration: .*? - ")]
    private static partial Regex Duration();

    [GeneratedRegex(@"\[(?:< )?\d+ (?:ms|s)\]")]
    private static partial Regex Took();

    [GeneratedRegex(@"\s*\d+")]
    private static partial Regex Number();
}
