namespace Inventory.Emulator.Store;

/// <summary>What became of what was to be stored.</summary>
internal enum StoreOutcome
{
    Stored,
    Exists,
    Full,

    /// <summary>The bucket went while the request was under way.</summary>
    NoBucket,
}
