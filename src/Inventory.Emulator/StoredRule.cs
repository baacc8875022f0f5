namespace Inventory.Emulator;

/// <summary>A rule as the emulator keeps it.</summary>
/// <param name="Id">The rule's name in its bucket.</param>
/// <param name="Document">The text that get and list answer: an <c>InventoryConfiguration</c> element without declaration, or a JSON object.</param>
public sealed record StoredRule(string Id, string Document);
