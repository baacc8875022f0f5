namespace Inventory.AlibabaOss.Tests.Support;

/// <summary>Rules that tests begin with.</summary>
internal static class OssRules
{
    /// <summary>The least that OSS takes: access is the options' to say.</summary>
    public static InventoryRule Plain { get; } = new()
    {
        Id = "report1",
        Destination = new() { Bucket = OssCloud.Destination },
        Schedule = InventorySchedule.Daily,
    };

    /// <summary>Every member set that a rule of one schedule can have.</summary>
    public static InventoryRule Full { get; } = Plain with
    {
        Destination = new() { Bucket = OssCloud.Destination, Prefix = "prefix1", Encryption = InventoryEncryption.Kms("keyId") },
        Schedule = InventorySchedule.Monthly(31),
        Filter = new()
        {
            Prefixes = ["Pics/"],
            LastModified = new() { Begin = DateTimeOffset.FromUnixTimeSeconds(1637883649), End = DateTimeOffset.FromUnixTimeSeconds(1638347592) },
            ObjectSize = new() { Lower = 1024, Upper = 1048576 },
            StorageClasses = [InventoryStorageClass.Standard, InventoryStorageClass.InfrequentAccess],
        },
        IncludedObjectVersions = InventoryObjectVersions.All,
        OptionalFields = [InventoryField.Size, InventoryField.ETag, InventoryField.Crc64],
        Extensions =
        [
            new OssInventoryExtension { IncrementalInventory = new() { OptionalFields = ["SequenceNumber", "RecordType", "Size"] } },
        ],
    };

    /// <summary>A document with these parts beside what OSS asks for.</summary>
    public static string Xml(string id = "report1", string destination = "", string schedule = "", string root = "") =>
        $"""
        <InventoryConfiguration><Id>{id}</Id><IsEnabled>true</IsEnabled>
          <Destination><OSSBucketDestination><Format>CSV</Format><AccountId>{OssCloud.AccountId}</AccountId><RoleArn>{OssCloud.RoleArn}</RoleArn><Bucket>acs:oss:::{OssCloud.Destination}</Bucket>{destination}</OSSBucketDestination></Destination>
          <Schedule><Frequency>Daily</Frequency>{schedule}</Schedule><IncludedObjectVersions>Current</IncludedObjectVersions>{root}</InventoryConfiguration>
        """;
}
