namespace Inventory.Planning;

/// <summary>One place at which a rule is to be another.</summary>
/// <param name="Path">Where, such as <c>Filter.Prefixes</c>.</param>
/// <param name="Before">What stands there, for people; null for nothing.</param>
/// <param name="After">What is to stand there, for people; null for nothing.</param>
public sealed record PathDifference(string Path, string? Before, string? After);
