namespace Inventory.Documents;

/// <summary>What a rule file holds.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="SourceBucket">The bucket whose objects it lists, where the file says so; some formats do, and need it to be written.</param>
public sealed record RuleDocument(InventoryRule Rule, string? SourceBucket = null);
