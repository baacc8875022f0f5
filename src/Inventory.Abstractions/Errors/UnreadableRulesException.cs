using System.Globalization;

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
/// <remarks>
/// The request id, status, attempts and time are those of the last page that held such a rule. A service's list holds the first 100 of its unreadable rules,
/// each of its texts up to 16,384 UTF-16 code units, and counts the others in <see cref="More"/>: what a service answers does not fill the memory.
/// </remarks>
public sealed class UnreadableRulesException : InventoryException
{
    private const int MostTold = 10;

    /// <summary>Makes an exception whose message names the first 10 rules.</summary>
    /// <param name="provider">The provider's short name.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="rules">The rules that cannot be read.</param>
    /// <param name="more">How many more there are, which nobody kept. 0 unless stated.</param>
    public UnreadableRulesException(string provider, string bucket, IReadOnlyList<UnreadableRule> rules, int more = 0)
        : base(InventoryErrorKind.MalformedResponse, Describe(provider, bucket, rules, more))
    {
        Provider = provider;
        Bucket = bucket;
        Rules = rules;
        More = more;
    }

    /// <summary>The rules that cannot be read, each with its text.</summary>
    public IReadOnlyList<UnreadableRule> Rules { get; }

    /// <summary>How many more rules cannot be read, beside <see cref="Rules"/>.</summary>
    public int More { get; }

    private static string Describe(string provider, string bucket, IReadOnlyList<UnreadableRule> rules, int more)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var count = rules.Count + more;
        var told = string.Join("; ", rules.Take(MostTold).Select(r => $"'{ShownText.Of(r.Id ?? "(no id)", 200)}': {ShownText.Of(r.Reason, 500)}"));
        return string.Create(CultureInfo.InvariantCulture, $"'{provider}' listed {count} inventory rule(s) of bucket '{bucket}' that cannot be read: {told}")
            + (count > MostTold ? string.Create(CultureInfo.InvariantCulture, $"; and {count - Math.Min(MostTold, rules.Count)} more.") : "");
    }
}
