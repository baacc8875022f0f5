namespace Inventory.Documents;

/// <summary>Gathers what is wrong with a document while it is read, so that everything is reported at once. For one thread.</summary>
public sealed class DocumentProblems
{
    private readonly List<DocumentProblem> _found = [];

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<DocumentProblem> Found => _found;

    /// <summary>Reports a problem at a node.</summary>
    public void Add(string path, DocumentNode node, string message)
    {
        ArgumentNullException.ThrowIfNull(node);
        _found.Add(new(path, node.Line, node.Column, message));
    }

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
            throw new InvalidDocumentException([.. _found.Distinct().OrderBy(p => p.Line).ThenBy(p => p.Column)]);
        }
    }
}
