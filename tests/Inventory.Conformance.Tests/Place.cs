namespace Inventory.Conformance.Tests;

/// <summary>A place of a rule where a value can stand that this library does not know, and a service that has none for it.</summary>
internal sealed record Place(string Path, Func<InventoryRule, InventoryRule> Without)
{
    public static IReadOnlyList<Place> All { get; } =
    [
        new(RulePaths.Schedule, rule => rule.Schedule.Provider is null ? rule : rule with { Schedule = InventorySchedule.Weekly }),
        new(RulePaths.DestinationFormat, rule => rule.Destination.Format.Provider is null ? rule : rule with { Destination = rule.Destination with { Format = InventoryFormat.Csv } }),
        new(RulePaths.IncludedObjectVersions, rule => rule.IncludedObjectVersions.Provider is null ? rule : rule with { IncludedObjectVersions = InventoryObjectVersions.Current }),
        new(RulePaths.FilterStorageClasses, rule => rule with { Filter = rule.Filter with { StorageClasses = rule.Filter.StorageClasses.Where(c => c.Provider is null).ToValueList() } }),
        new(RulePaths.OptionalFields, rule => rule with { OptionalFields = rule.OptionalFields.Where(f => f.Provider is null).ToValueList() }),
    ];
}
