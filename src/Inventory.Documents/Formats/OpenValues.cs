namespace Inventory.Documents;

/// <summary>The open values of a rule, as they stand in a neutral file.</summary>
internal static class OpenValues
{
    public static OpenValue<InventorySchedule> Schedule { get; } = new(
        "schedule",
        ["Daily", "EveryThreeDays", "Weekly", "Monthly(15)", "EveryThirtyDays", "Once"],
        InventorySchedule.TryParse,
        InventorySchedule.Other)
    {
        Hint = text => text.StartsWith("Monthly", StringComparison.OrdinalIgnoreCase)
            ? $"'{NodeText.Cut(text)}' is not a schedule. A monthly one names a day from 1 to 31: Monthly(15)."
            : null,
    };

    public static OpenValue<InventoryFormat> Format { get; } =
        new("report format", [.. InventoryFormat.Known.Select(v => v.Text)], InventoryFormat.TryParse, InventoryFormat.Other);

    public static OpenValue<InventoryObjectVersions> Versions { get; } =
        new("choice of versions", [.. InventoryObjectVersions.Known.Select(v => v.Text)], InventoryObjectVersions.TryParse, InventoryObjectVersions.Other);

    public static OpenValue<InventoryField> Field { get; } =
        new("field", [.. InventoryField.Known.Select(v => v.Text)], InventoryField.TryParse, InventoryField.Other);

    public static OpenValue<InventoryStorageClass> StorageClass { get; } =
        new("storage class", [.. InventoryStorageClass.Known.Select(v => v.Text)], InventoryStorageClass.TryParse, InventoryStorageClass.Other);
}
