namespace Inventory;

/// <summary>One page of a list.</summary>
/// <param name="Rules">The rules of the page.</param>
/// <param name="NextToken">What asks for the next page; null after the last.</param>
/// <param name="Unreadable">Rules of the page that cannot be read.</param>
public sealed record RulePage(IReadOnlyList<InventoryRule> Rules, string? NextToken = null, IReadOnlyList<UnreadableRule>? Unreadable = null);
