using System.Globalization;

namespace Inventory.Documents;

/// <summary>A document cannot be read. Every problem is held, with line and path.</summary>
public sealed class InvalidDocumentException : InventoryException
{
    private const int MostTold = 100;

    /// <summary>Makes an exception with every problem; its message names the first 100.</summary>
    public InvalidDocumentException(IReadOnlyList<DocumentProblem> problems, Exception? innerException = null)
        : base(InventoryErrorKind.InvalidDocument, Describe(problems), innerException) => Problems = problems;

    /// <summary>Makes an exception for a document that cannot be read at all.</summary>
    internal InvalidDocumentException(int line, int column, string message, Exception? innerException = null)
        : this([new DocumentProblem("", line, column, message)], innerException)
    {
    }

    /// <summary>Everything that is wrong, in the order of the document.</summary>
    public IReadOnlyList<DocumentProblem> Problems { get; }

    private static string Describe(IReadOnlyList<DocumentProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var more = problems.Count - MostTold;
        return $"The document cannot be read as an inventory rule:{string.Concat(problems.Take(MostTold).Select(p => $"\n  {p}"))}"
            + (more > 0 ? string.Create(CultureInfo.InvariantCulture, $"\n  and {more} more.") : "");
    }
}
