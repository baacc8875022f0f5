using System.Globalization;
using System.Text;

namespace Inventory.Cli;

/// <summary>Columns for a terminal.</summary>
internal static class TextTable
{
    /// <summary>A line for each row, its cells one below the other. Control characters are written as escapes: what a cloud holds is not a terminal's to obey.</summary>
    public static string Write(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows.Count == 0)
        {
            return "";
        }

        var cells = rows.Select(row => row.Select(Printable).ToList()).ToList();
        var widths = Enumerable.Range(0, cells.Max(row => row.Count)).Select(i => cells.Max(row => i < row.Count ? row[i].Length : 0)).ToList();
        var text = new StringBuilder();
        foreach (var row in cells)
        {
            _ = text.Append(string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    private static string Printable(string text) => text.Any(char.IsControl)
        ? string.Concat(text.Select(c => char.IsControl(c) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : c.ToString()))
        : text;
}
