namespace Inventory.Planning;

/// <summary>A replacement that was about to begin.</summary>
/// <param name="Account">The account's name.</param>
/// <param name="Bucket">The bare name of the bucket.</param>
/// <param name="RuleId">The rule's id in the bucket.</param>
/// <param name="Provider">The short name of the account's provider.</param>
/// <param name="Before">The rule that was there.</param>
/// <param name="After">The rule that was to take its place.</param>
/// <param name="Time">When the entry was written, to the second.</param>
internal sealed record JournalEntry(string Account, string Bucket, string RuleId, string Provider, InventoryRule Before, InventoryRule After, DateTimeOffset Time);
