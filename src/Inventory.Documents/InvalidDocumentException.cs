namespace Inventory.Documents;

/// <summary>A document cannot be read. Every problem is named, with line and path.</summary>
public sealed class InvalidDocumentException : InventoryException
{
    /// <summary>Makes an exception that names every problem.</summary>
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
        return $"The document cannot be read as an inventory rule:{string.Concat(problems.Select(p => $"\n  {p}"))}";
    }
}
