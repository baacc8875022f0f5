namespace Inventory.Http;

/// <summary>An access key in environment variables, read anew each time it is asked for.</summary>
/// <remarks>
/// The first set of variables of which the id or the secret is set is taken whole: two sets are never mixed. An empty variable is an unset one.
/// Safe for use by several threads at once.
/// </remarks>
public sealed class EnvironmentCredentials : ICredentialsProvider
{
    private readonly IReadOnlyList<AccessKeyVariables> _sets;
    private readonly Func<string, string?> _read;

    /// <summary>Reads a key from variables.</summary>
    /// <param name="sets">The sets of variables in the order in which they are looked at; one or more.</param>
    /// <param name="read">Reads a variable, null where it is unset; from this process's environment if null.</param>
    /// <exception cref="ArgumentException">There is no set.</exception>
    public EnvironmentCredentials(IReadOnlyList<AccessKeyVariables> sets, Func<string, string?>? read = null)
    {
        ArgumentNullException.ThrowIfNull(sets);
        if (sets.Count == 0)
        {
            throw new ArgumentException("Name one set of variables or more.", nameof(sets));
        }

        _sets = sets;
        _read = read ?? Environment.GetEnvironmentVariable;
    }

    /// <summary>The names of the variables, for a message.</summary>
    internal string Names => _sets.Count == 1 ? $"{_sets[0]}" : $"{_sets[0]} (or {string.Join(", or ", _sets.Skip(1))})";

    /// <summary>Whether a set is there, be it half or malformed.</summary>
    internal bool IsStated => Read() is not null;

    /// <summary>What is wrong with the variables; null if they hold a key. Names variables, and no value.</summary>
    internal string? Problem => ProblemOf(Read());

    /// <inheritdoc/>
    /// <exception cref="InventoryException">
    /// Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: the variables hold no key, or one that cannot be sent. They are named, and no value is.
    /// </exception>
    public ValueTask<CloudCredentials> GetAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var found = Read();
        return ProblemOf(found) is { } problem
            ? ValueTask.FromException<CloudCredentials>(new InventoryException(InventoryErrorKind.InvalidConfiguration, problem))
            : ValueTask.FromResult(found!.Value.Key.ToCredentials());
    }

    private (AccessKeyVariables Names, AccessKeyParts Key)? Read()
    {
        foreach (var set in _sets)
        {
            var key = new AccessKeyParts(set.AccessKeyId, _read(set.AccessKeyId), set.SecretAccessKey, _read(set.SecretAccessKey), _read(set.SessionToken));
            if (key.HasHalf)
            {
                return (set, key);
            }
        }

        return null;
    }

    private string? ProblemOf((AccessKeyVariables Names, AccessKeyParts Key)? found) => found switch
    {
        null => $"{Names}: these environment variables are not set. Set them.",
        ({ } names, { Problem: AccessKeyProblem.Half }) => $"{names}: of these environment variables one is set and the other is not. Set both, or neither.",
        ({ } names, { Problem: AccessKeyProblem.Unsendable }) =>
            $"{names.AccessKeyId}, {names.SecretAccessKey} or {names.SessionToken}: one of these environment variables has a character that no header can carry. "
            + "Look for a line end or a blank that was set with it.",
        _ => null,
    };
}
