using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Why nothing could be done for a fleet, so that there is no plan and no result. Immutable and compares by value.</summary>
public sealed record FleetError
{
    private const int MostProblems = 1000;
    private const int LongestPath = 1024;
    private const int LongestMessage = 4096;

    /// <summary>What went wrong.</summary>
    public required InventoryErrorKind Kind { get; init; }

    /// <summary>For people: what, where, and what to do. It may have several lines.</summary>
    public required string Message { get; init; }

    /// <summary>
    /// Everything that is wrong, each by itself and on one line: at most 1,000. Of a document they have line, column and path; of a configuration each begins with its key.
    /// None where the message says all.
    /// </summary>
    public ValueList<DocumentProblem> Problems { get; init; }

    /// <summary>How many more problems there are, beside <see cref="Problems"/>.</summary>
    public int MoreProblems { get; init; }

    /// <summary>What an exception says.</summary>
    /// <param name="error">
    /// The exception. A <see cref="FormatException"/>, an option that makes no sense, is <see cref="InventoryErrorKind.InvalidRequest"/>; what is no
    /// <see cref="InventoryException"/> either is <see cref="InventoryErrorKind.Unexpected"/>.
    /// </param>
    public static FleetError Of(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        IReadOnlyList<DocumentProblem> problems = error switch
        {
            InvalidDocumentException invalid => invalid.Problems,
            InvalidConfigurationException invalid => [.. invalid.Problems.Select(Problem)],
            ApplyRefusedException refused => [.. refused.Refusals.Select(r => Problem(r.Reason))],
            _ => [],
        };
        return new()
        {
            Kind = error is InventoryException known ? known.Kind : error is FormatException ? InventoryErrorKind.InvalidRequest : InventoryErrorKind.Unexpected,
            Message = WholeText.Of(error.Message),
            Problems = problems.Take(MostProblems).Select(Shown).ToValueList(),
            MoreProblems = Math.Max(0, problems.Count - MostProblems),
        };
    }

    private static DocumentProblem Problem(string message) => new("", 0, 0, message);

    private static DocumentProblem Shown(DocumentProblem problem) => problem with
    {
        Path = problem.Path.Length == 0 ? "" : WholeText.OneLine(problem.Path, LongestPath),
        Message = WholeText.OneLine(problem.Message, LongestMessage),
    };
}
