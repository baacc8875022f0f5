using Inventory.Documents;
using Inventory.Emulator;

namespace Inventory.Cli;

/// <summary>The rule that the demo takes where the user gives none: it uses what OSS has and BOS has not.</summary>
internal static class DemoRule
{
    public static RuleDocument Document { get; } = new(
        new()
        {
            Id = "nightly",
            Destination = new() { Bucket = EmulatorBucket.DefaultDestination, Prefix = "inventory", Encryption = InventoryEncryption.Kms("key-1") },
            Schedule = InventorySchedule.Daily,
            Filter = new() { Prefixes = ["logs/"], ObjectSize = new() { Lower = 1024 } },
            IncludedObjectVersions = InventoryObjectVersions.All,
            OptionalFields = [InventoryField.Size, InventoryField.ETag],
        },
        EmulatorBucket.DefaultSource);
}
