namespace Inventory;

/// <summary>Who pays for a report and who may write it, where a rule differs in that from the provider's options.</summary>
/// <remarks>It says nothing about what is listed, so a move to another provider leaves it behind with a note: the target's options supply their own.</remarks>
public abstract record InventoryAccessExtension : InventoryExtension
{
    /// <summary>Names the access extension of a provider.</summary>
    /// <param name="provider">The provider that has these settings, without regard to case.</param>
    protected InventoryAccessExtension(string provider)
        : base(provider, "access")
    {
    }

    /// <summary>These settings, completed from the options where they are silent.</summary>
    /// <param name="defaults">What the options say; of the same type.</param>
    public abstract InventoryAccessExtension Over(InventoryAccessExtension defaults);
}
