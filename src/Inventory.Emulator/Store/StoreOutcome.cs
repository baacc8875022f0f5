namespace Inventory.Emulator.Store;

/// <summary>What became of a rule that was to be stored.</summary>
internal enum StoreOutcome
{
    Stored,
    Exists,
    Full,
}
