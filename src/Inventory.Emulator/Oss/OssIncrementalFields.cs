namespace Inventory.Emulator.Oss;

/// <summary>The columns of an incremental inventory.</summary>
internal static class OssIncrementalFields
{
    public static IReadOnlyList<string> All { get; } =
    [
        "SequenceNumber", "RecordType", "RecordTimestamp", "Requester", "RequestId", "SourceIp", "Size", "StorageClass", "LastModifiedDate",
        "ETag", "IsMultipartUploaded", "ObjectType", "ObjectAcl", "Crc64", "EncryptionStatus",
    ];
}
