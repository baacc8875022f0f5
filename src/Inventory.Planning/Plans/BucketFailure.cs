namespace Inventory.Planning;

/// <summary>Why one bucket could not be read or written. The others are not concerned. Immutable and compares by value.</summary>
public sealed record BucketFailure
{
    private const int LongestReason = 4096;
    private const int LongestId = 1024;

    /// <summary>The account's name.</summary>
    public required string Account { get; init; }

    /// <summary>The bare name of the bucket.</summary>
    public required string Bucket { get; init; }

    /// <summary>The rule that it happened to; null where the bucket as a whole is concerned.</summary>
    public string? RuleId { get; init; }

    /// <summary>What went wrong.</summary>
    public required InventoryErrorKind Kind { get; init; }

    /// <summary>For people: what, where, and what to do. One line, up to 4,096 UTF-16 code units.</summary>
    public required string Reason { get; init; }

    /// <summary>The service's id for the request: what its support asks for. Null where nothing was sent or none was given.</summary>
    public string? RequestId { get; init; }

    /// <summary>The ids of the rules in the bucket's list that cannot be read, as far as they were kept; <c>(no id)</c> for one without.</summary>
    public ValueList<string> Unreadable { get; init; }

    /// <summary>How many more rules cannot be read, beside <see cref="Unreadable"/>.</summary>
    public int MoreUnreadable { get; init; }

    /// <summary>The same with one more sentence, whole where the reason has room for it.</summary>
    internal BucketFailure Saying(string sentence) => this with { Reason = WholeText.OneLine($"{Reason} {sentence}", LongestReason) };

    /// <summary>What an error means for a bucket.</summary>
    public static BucketFailure Of(string account, string bucket, InventoryException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        var unreadable = error as UnreadableRulesException;
        return new()
        {
            Account = account,
            Bucket = bucket,
            Kind = error.Kind,
            Reason = WholeText.OneLine(error.Message, LongestReason),
            RequestId = RequestIdOf(error.RequestId),
            Unreadable = (unreadable?.Rules ?? []).Select(r => WholeText.OneLine(r.Id ?? "(no id)", LongestId)).ToValueList(),
            MoreUnreadable = unreadable?.More ?? 0,
        };
    }

    /// <summary>An id that a service gave a request, fit to keep and to show.</summary>
    internal static string? RequestIdOf(string? id) => id is null ? null : WholeText.OneLine(id, LongestId);
}
