namespace Inventory;

/// <summary>The service took a rule, and holds something else, or did not say what it holds.</summary>
public sealed class RuleNotStoredAsSentException : InventoryException
{
    /// <summary>Makes an exception that names what differs.</summary>
    /// <param name="provider">The provider's short name.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="sent">The rule as it was meant.</param>
    /// <param name="stored">The rule as the service holds it; null if it holds none.</param>
    /// <param name="paths">Where the two differ.</param>
    public RuleNotStoredAsSentException(string provider, string bucket, InventoryRule sent, InventoryRule? stored, IReadOnlyList<string> paths)
        : base(InventoryErrorKind.NotStoredAsSent, Describe(provider, bucket, sent, stored, paths))
    {
        Provider = provider;
        Bucket = bucket;
        RuleId = sent.Id;
        Sent = sent;
        Stored = stored;
        Paths = paths;
    }

    /// <summary>Makes an exception for a rule that was written and could not be read back to be sure.</summary>
    /// <param name="provider">The provider's short name.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="sent">The rule as it was meant.</param>
    /// <param name="cause">Why it could not be read back.</param>
    public RuleNotStoredAsSentException(string provider, string bucket, InventoryRule sent, InventoryException cause)
        : base(InventoryErrorKind.NotStoredAsSent, Unconfirmed(provider, bucket, sent, cause), cause)
    {
        Sent = sent;
        Paths = [];
    }

    /// <summary>The rule as it was meant.</summary>
    public InventoryRule Sent { get; }

    /// <summary>The rule as the service holds it; null if it holds none, or did not say.</summary>
    public InventoryRule? Stored { get; }

    /// <summary>Where the two differ.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>The rule that was there before; null where none was, or where it was not read.</summary>
    public InventoryRule? Previous { get; init; }

    private static string Unconfirmed(string provider, string bucket, InventoryRule sent, InventoryException cause)
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(cause);
        return $"'{provider}' took inventory rule '{sent.Id}' of bucket '{bucket}', and it could not be read back to be sure that it is held as sent. Find it. {cause.Message}";
    }

    private static string Describe(string provider, string bucket, InventoryRule sent, InventoryRule? stored, IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(sent);
        return stored is null
            ? $"'{provider}' took inventory rule '{sent.Id}' of bucket '{bucket}' and does not hold it."
            : $"'{provider}' took inventory rule '{sent.Id}' of bucket '{bucket}' and holds it otherwise: {string.Join(", ", paths)} differ. Delete it, or put one without them.";
    }
}
