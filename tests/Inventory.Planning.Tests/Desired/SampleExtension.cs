namespace Inventory.Planning.Tests;

/// <summary>Settings of a provider that there is not.</summary>
public sealed record SampleExtension(string Name) : InventoryExtension(Name)
{
    public string? Note { get; init; }

    public ValueList<string> Tags { get; init; }

    public override IEnumerable<string> SettingsUsed => Tags.IsEmpty ? [nameof(Note)] : [nameof(Note), nameof(Tags)];
}
