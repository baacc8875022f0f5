namespace Inventory;

/// <summary>One use of a feature by a rule.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Path">Where it stands in the rule, such as <c>Filter.ObjectSize</c> or <c>OptionalFields[ETag]</c>.</param>
/// <param name="Provider">For <see cref="InventoryFeature.UnrecognizedValue"/>, the provider that knows the value; null for every other feature.</param>
/// <param name="Text">For <see cref="InventoryFeature.UnrecognizedValue"/>, the value on that provider's wire; null for every other feature.</param>
public readonly record struct FeatureUse(InventoryFeature Feature, string Path, string? Provider = null, string? Text = null);
