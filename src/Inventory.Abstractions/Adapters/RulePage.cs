namespace Inventory;

/// <summary>One page of a list.</summary>
/// <param name="Rules">The rules of the page.</param>
/// <param name="NextToken">What asks for the next page; null after the last.</param>
/// <param name="Unreadable">Rules of the page that cannot be read.</param>
public sealed record RulePage(IReadOnlyList<InventoryRule> Rules, string? NextToken = null, IReadOnlyList<UnreadableRule>? Unreadable = null)
{
    /// <summary>The service's id for the request, or null.</summary>
    public string? RequestId { get; init; }

    /// <summary>The status of the answer, or null.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; init; }

    /// <summary>How long the request took, waiting between attempts included.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>How many rules the page holds, those that cannot be read included.</summary>
    internal int Count => Rules.Count + (Unreadable?.Count ?? 0);
}
