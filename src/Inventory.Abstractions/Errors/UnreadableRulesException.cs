namespace Inventory;

/// <summary>A rule in a list that cannot be read.</summary>
/// <param name="Id">Its id, where that much can be read.</param>
/// <param name="Reason">What is wrong with it.</param>
/// <param name="Text">Its text on the wire.</param>
public sealed record UnreadableRule(string? Id, string Reason, string Text)
{
    /// <summary>The same with each text passed through a function: what takes secrets out of it.</summary>
    public UnreadableRule Select(Func<string, string> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new(Id is null ? null : change(Id), change(Reason), change(Text));
    }
}

/// <summary>Some rules of a list cannot be read. The others were yielded before this was thrown.</summary>
public sealed class UnreadableRulesException : InventoryException
{
    /// <summary>Makes an exception that names every unreadable rule.</summary>
    public UnreadableRulesException(string provider, string bucket, IReadOnlyList<UnreadableRule> rules)
        : base(InventoryErrorKind.MalformedResponse, Describe(provider, bucket, rules))
    {
        Provider = provider;
        Bucket = bucket;
        Rules = rules;
    }

    /// <summary>The rules that cannot be read, each with its text.</summary>
    public IReadOnlyList<UnreadableRule> Rules { get; }

    private static string Describe(string provider, string bucket, IReadOnlyList<UnreadableRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return $"'{provider}' listed {rules.Count} inventory rule(s) of bucket '{bucket}' that cannot be read: "
            + string.Join("; ", rules.Select(r => $"'{r.Id ?? "(no id)"}': {r.Reason}"));
    }
}
