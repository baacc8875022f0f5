namespace Inventory.Conformance;

/// <summary>What a rule states, whatever the values: a service may write a value its own way, and may not lose one.</summary>
internal static class Statements
{
    /// <summary>What a rule states, each by its path. What another rule does not state as well is lost in it.</summary>
    public static IEnumerable<string> Of(InventoryRule rule) =>
    [
        $"{nameof(InventoryRule.IsEnabled)} {rule.IsEnabled}",
        $"{RulePaths.DestinationBucket} {rule.Destination.Bucket}",
        .. If(rule.Destination.Prefix is not null, RulePaths.DestinationPrefix),
        .. rule.FeaturesUsed().Select(use => $"{use.Path} {use.Feature} {use.Text}".TrimEnd()),
        .. If(rule.Filter.LastModified?.Begin is not null, RangeSides.Begin),
        .. If(rule.Filter.LastModified?.End is not null, RangeSides.End),
        .. If(rule.Filter.ObjectSize?.Lower is not null, RangeSides.Lower),
        .. If(rule.Filter.ObjectSize?.Upper is not null, RangeSides.Upper),

        // What an access extension says may stand in the options as well, and need not be said again.
        .. rule.Extensions.Where(e => e is not InventoryAccessExtension).SelectMany(e => e.SettingsUsed.Select(e.PathOf)),
    ];

    private static string[] If(bool isStated, string path) => isStated ? [path] : [];
}
