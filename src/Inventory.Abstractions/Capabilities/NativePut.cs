namespace Inventory;

/// <summary>What the provider's own put does to a rule that is there.</summary>
public enum NativePut
{
    /// <summary>It refuses. A replacement is a delete and a put, which <see cref="InventoryServiceBase"/> takes through without losing the rule.</summary>
    CreateOnly = 0,

    /// <summary>It overwrites without a word. Creating only is a read and a put, with a race between them.</summary>
    Overwrite = 1,
}
