namespace Inventory.DependencyInjection;

/// <summary>What the section of the inventory says beside its providers: which of them the application uses.</summary>
public sealed class InventoryOptions
{
    /// <summary>
    /// The name under which the provider that <see cref="IInventoryService"/> means was added, without regard to case. May be left out where one alone was added.
    /// </summary>
    public string? Provider { get; set; }
}
