using System.Globalization;

namespace Inventory.Documents;

/// <summary>A document cannot be read. Every problem is held, with line and path.</summary>
public sealed class InvalidDocumentException : InventoryException
{
    private const int MostTold = 100;

    /// <summary>Makes an exception with every problem; its message names the first 100.</summary>
    public InvalidDocumentException(IReadOnlyList<DocumentProblem> problems, Exception? innerException = null)
        : this("The document cannot be read as an inventory rule:", problems, innerException)
    {
    }

    /// <summary>Makes an exception for a document that is more than a rule; its message names the first 100 problems.</summary>
    /// <param name="summary">What cannot be read, and as what, ending in a colon.</param>
    /// <param name="problems">Everything that is wrong, in the order of the document.</param>
    /// <param name="innerException">What the reader below said, or null.</param>
    public InvalidDocumentException(string summary, IReadOnlyList<DocumentProblem> problems, Exception? innerException = null)
        : base(InventoryErrorKind.InvalidDocument, Describe(summary, problems), innerException) => Problems = problems;

    /// <summary>Makes an exception for a document that cannot be read at all.</summary>
    internal InvalidDocumentException(int line, int column, string message, Exception? innerException = null)
        : this([new DocumentProblem("", line, column, message)], innerException)
    {
    }

    /// <summary>Everything that is wrong, in the order of the document.</summary>
    public IReadOnlyList<DocumentProblem> Problems { get; }

    private static string Describe(string summary, IReadOnlyList<DocumentProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var more = problems.Count - MostTold;
        return $"{summary}{string.Concat(problems.Take(MostTold).Select(p => $"\n  {p}"))}"
            + (more > 0 ? string.Create(CultureInfo.InvariantCulture, $"\n  and {more} more.") : "");
    }
}
