using Inventory.Emulator;

namespace Inventory.Tests.Faults;

/// <summary>Rules that every cloud holds, without condition.</summary>
internal static class MatrixRules
{
    public static InventoryRule Of(string id) => new()
    {
        Id = id,
        Destination = new() { Bucket = EmulatorBucket.DefaultDestination, Prefix = "inventory/" },
        Schedule = InventorySchedule.Weekly,
        Filter = InventoryFilter.ForPrefix("old/"),
    };
}
