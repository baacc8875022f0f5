namespace Inventory;

/// <summary>Options that cannot be used, and everything that is wrong with them.</summary>
public sealed class InvalidConfigurationException : InventoryException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="what">What cannot be used: <c>The options of 'x' cannot be used</c>.</param>
    /// <param name="problems">What is wrong: each begins with its key and a colon, and ends with the way out.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public InvalidConfigurationException(string what, IEnumerable<string> problems, Exception? innerException = null)
        : this(what, [.. problems], innerException)
    {
    }

    private InvalidConfigurationException(string what, string[] problems, Exception? innerException)
        : base(InventoryErrorKind.InvalidConfiguration, $"{what}:{string.Concat(problems.Select(p => $"\n  {p.ReplaceLineEndings("\n  ")}"))}", innerException) =>
        Problems = problems;

    /// <summary>What is wrong: each begins with its key, by the names of the options.</summary>
    public IReadOnlyList<string> Problems { get; }
}
