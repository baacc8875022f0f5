namespace Inventory.Documents;

/// <summary>Gathers what is wrong with a document while it is read, so that everything is reported at once. For one thread.</summary>
public sealed class DocumentProblems
{
    private readonly List<DocumentProblem> _found = [];
    private HashSet<(string Path, int Line, int Column)>? _refused;

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<DocumentProblem> Found => _found;

    /// <summary>Reports a problem at a node.</summary>
    public void Add(string path, DocumentNode node, string message)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (_refused?.Contains((path, node.Line, node.Column)) != true)
        {
            _found.Add(new(path, node.Line, node.Column, message));
        }
    }

    /// <summary>Reports a name that there is not, with what may have been meant and what there is.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="node">The node that gives it.</param>
    /// <param name="what">What there is none of, as it was given: <c>rule 'nigthly'</c>.</param>
    /// <param name="given">The name as it was given.</param>
    /// <param name="known">The names that there are; the first 30 are shown.</param>
    public void AddUnknown(string path, DocumentNode node, string what, string given, IEnumerable<string> known) =>
        Add(path, node, KnownNames.NoSuch(what, given, known));

    /// <summary>Calls what throws on an impossible value; its sentence becomes a problem, and the result is the fallback.</summary>
    public T Try<T>(string path, DocumentNode node, Func<T> make, T fallback)
    {
        ArgumentNullException.ThrowIfNull(make);
        try
        {
            return make();
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException)
        {
            // An argument's message ends with its name, which says nothing to the reader of a file.
            var message = e.Message;
            var end = message.IndexOf(" (Parameter", StringComparison.Ordinal);
            Add(path, node, end < 0 ? message : message[..end]);
            return fallback;
        }
    }

    /// <summary>Fails with everything that was found, if anything was.</summary>
    /// <exception cref="InvalidDocumentException">Something was found.</exception>
    public void ThrowIfAny()
    {
        if (_found.Count > 0)
        {
            throw new InvalidDocumentException(InOrder(_found));
        }
    }

    /// <summary>Reports a value that the document's language itself spoils. Nothing more is reported at that place: it would be of what stands in for it.</summary>
    internal void Refuse(string path, int line, int column, string message)
    {
        _found.Add(new(path, line, column, message));
        _ = (_refused ??= []).Add((path, line, column));
    }

    /// <summary>A failure that ends the reading, with what was found before it.</summary>
    internal InvalidDocumentException After(InvalidDocumentException failure) =>
        _found.Count == 0 ? failure : new InvalidDocumentException(InOrder(_found.Concat(failure.Problems)), failure);

    private static DocumentProblem[] InOrder(IEnumerable<DocumentProblem> problems) => [.. problems.Distinct().OrderBy(p => p.Line).ThenBy(p => p.Column)];
}
