namespace Inventory.BaiduBos.Tests;

/// <summary>Rules to start from.</summary>
internal static class Rules
{
    /// <summary>A rule that BOS holds without condition.</summary>
    public static InventoryRule Weekly(string id = "rule-1") => new()
    {
        Id = id,
        Destination = new() { Bucket = EmulatedBos.Destination, Prefix = "inventory/" },
        Schedule = InventorySchedule.Weekly,
        Filter = InventoryFilter.ForPrefix("logs/"),
    };
}
