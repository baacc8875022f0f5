using FsCheck;
using FsCheck.Fluent;

namespace Inventory.Planning.Tests;

/// <summary>Live states whose rules use every member of the model, drawn from few values, so that rules of one id differ in some and share others.</summary>
internal static class RandomLive
{
    public static Gen<LiveState> Generator => Gen.Choose(0, int.MaxValue - 1).Select(seed => Make(new Random(seed)));

    private static LiveState Make(Random random)
    {
        // One fleet in three has few differences, as real ones do.
        var variety = random.Next(3) == 0 ? 2 : 12;
        return new()
        {
            Buckets = [.. Enumerable.Range(0, random.Next(1, 12)).Select(n => Bucket(random, random.Next(3) == 0 ? "other" : TestFleet.First, $"bucket-{n}", variety))],
        };
    }

    private static LiveBucket Bucket(Random random, string account, string bucket, int variety) => random.Next(15) == 0
        ? new() { Account = account, Bucket = bucket, Failure = new() { Account = account, Bucket = bucket, Kind = InventoryErrorKind.Unavailable, Reason = "Down." } }
        : new() { Account = account, Bucket = bucket, Rules = [.. new[] { "a", "b", "c", "1", "*", "from" }.Where(_ => random.Next(4) > 0).Select(id => Rule(random, id, variety))] };

    private static InventoryRule Rule(Random random, string id, int variety)
    {
        return new()
        {
            Id = id,
            IsEnabled = Rarely(true, false),
            Destination = new()
            {
                Bucket = Rarely("reports", "other"),
                Prefix = Rarely<string?>("inventory/", null, "汉字: #"),
                Format = Rarely(InventoryFormat.Csv, InventoryFormat.Parquet, InventoryFormat.Other("memory", "Avro")),
                Encryption = Rarely(null, InventoryEncryption.ServiceManaged, InventoryEncryption.KmsDefaultKey, InventoryEncryption.Kms("key-1"), InventoryEncryption.Kms("null")),
            },
            Schedule = Rarely(
                InventorySchedule.Weekly, InventorySchedule.Daily, InventorySchedule.EveryThreeDays, InventorySchedule.Monthly(31), InventorySchedule.EveryThirtyDays,
                InventorySchedule.Once, InventorySchedule.Other("memory", "Weekly"), InventorySchedule.Other("memory", "Hourly")),
            Filter = new()
            {
                Prefixes = Rarely<ValueList<string>>([], ["logs/"], ["a", "b"]),
                LastModified = Rarely<LastModifiedRange?>(null, new() { Begin = At(1) }, new() { End = At(2) }, new() { Begin = At(1), End = At(2) }),
                ObjectSize = Rarely<ObjectSizeRange?>(null, new() { Lower = 1 }, new() { Upper = 2 }, new() { Lower = 1, Upper = long.MaxValue }),
                StorageClasses = Rarely<ValueList<InventoryStorageClass>>([], [InventoryStorageClass.Archive], [InventoryStorageClass.Archive, InventoryStorageClass.Other("memory", "Archive")]),
            },
            IncludedObjectVersions = Rarely(InventoryObjectVersions.Current, InventoryObjectVersions.All, InventoryObjectVersions.Unspecified, InventoryObjectVersions.Other("memory", "Some")),
            OptionalFields = Rarely<ValueList<InventoryField>>([], [InventoryField.Size], [InventoryField.ETag, InventoryField.Size, InventoryField.Other("memory", "Size")]),
            Extensions = Rarely<ValueList<InventoryExtension>>([], [new SettingExtension("memory", "x")], [new SettingExtension("memory", "null")]),
        };

        T Rarely<T>(T usual, params T[] others) => random.Next(14) < variety ? others[random.Next(others.Length)] : usual;
    }

    private static DateTimeOffset At(int days) => DateTimeOffset.UnixEpoch.AddDays(days);
}
