namespace Inventory.Planning.Tests;

/// <summary>Live states, and what an import makes of them.</summary>
internal static class Imported
{
    public static FleetImporter Importer { get; } = new(SettingExtension.Documents);

    public static LiveState Live(params LiveBucket[] buckets) => new() { Buckets = [.. buckets] };

    public static LiveBucket Bucket(string bucket, params InventoryRule[] rules) => Bucket(TestFleet.First, bucket, rules);

    public static LiveBucket Bucket(string account, string bucket, InventoryRule[] rules) => new() { Account = account, Bucket = bucket, Rules = [.. rules] };

    /// <summary>The file that is made of these buckets.</summary>
    public static string Text(params LiveBucket[] buckets) => Importer.Import(Live(buckets)).Text.TrimEnd('\n');

    /// <summary>The plan of an import's file against the same live state, with a service that holds everything for each account.</summary>
    public static Plan Plan(FleetImport import, LiveState live) =>
        TestFleet.PlannerOf(_ => new TestFleet().FirstService).Create(new DesiredStateReader(SettingExtension.Documents).Read(import.Text, "fleet.yaml"), live);
}
