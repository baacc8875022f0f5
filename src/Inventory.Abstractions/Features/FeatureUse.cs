namespace Inventory;

/// <summary>One use of a feature by a rule.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Path">Where it stands in the rule, such as <c>Filter.ObjectSize</c> or <c>OptionalFields[ETag]</c>.</param>
/// <param name="Provider">For a value that this library does not know, the provider that knows it; null for every other use.</param>
/// <param name="Text">For a value that this library does not know, its text on that provider's wire; null for every other use.</param>
public readonly record struct FeatureUse(InventoryFeature Feature, string Path, string? Provider = null, string? Text = null);
