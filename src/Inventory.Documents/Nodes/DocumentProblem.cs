using System.Globalization;

namespace Inventory.Documents;

/// <summary>One thing that is wrong with a document.</summary>
/// <param name="Path">Where it stands in the document, by the document's own names; empty for the document as a whole.</param>
/// <param name="Line">The line, from 1; 0 where there is none.</param>
/// <param name="Column">The column, from 1; 0 where there is none.</param>
/// <param name="Message">What is wrong and what would be right, as a sentence.</param>
public sealed record DocumentProblem(string Path, int Line, int Column, string Message)
{
    /// <summary>Line and column, path and message, on one line and with a path of 200 characters at most: the names in it are whatever the document says.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{(Line > 0 ? $"line {Line}, column {Column}: " : "")}{(Path.Length > 0 ? $"{NodeText.Cut(Path, 200)}: " : "")}{NodeText.Cut(Message, int.MaxValue)}");
}
