namespace Inventory;

/// <summary>Everything about a rule that a provider may or may not hold. Each adapter's table answers for every one of them.</summary>
public enum InventoryFeature
{
    /// <summary>A report every day.</summary>
    DailySchedule = 0,

    /// <summary>A report every third day.</summary>
    EveryThreeDaysSchedule = 1,

    /// <summary>A report every week.</summary>
    WeeklySchedule = 2,

    /// <summary>A report every month, on day 1 to 28.</summary>
    MonthlySchedule = 3,

    /// <summary>A report every month, on day 29 to 31.</summary>
    MonthlyAfterDay28 = 4,

    /// <summary>A report every thirty days.</summary>
    EveryThirtyDaysSchedule = 5,

    /// <summary>One report.</summary>
    OnceSchedule = 6,

    /// <summary>Objects under one prefix.</summary>
    PrefixFilter = 7,

    /// <summary>Objects under any of several prefixes.</summary>
    MultiplePrefixFilter = 8,

    /// <summary>Objects last modified in a range.</summary>
    LastModifiedFilter = 9,

    /// <summary>Objects of a size in a range.</summary>
    ObjectSizeFilter = 10,

    /// <summary>Objects of the standard storage class.</summary>
    StandardClassFilter = 11,

    /// <summary>Objects of the infrequent-access storage class.</summary>
    InfrequentAccessClassFilter = 12,

    /// <summary>Objects of the archive storage class.</summary>
    ArchiveClassFilter = 13,

    /// <summary>Objects of the cold-archive storage class.</summary>
    ColdArchiveClassFilter = 14,

    /// <summary>Objects of the deep-cold-archive storage class.</summary>
    DeepColdArchiveClassFilter = 15,

    /// <summary>The current version of each object.</summary>
    CurrentVersions = 16,

    /// <summary>Every version of each object.</summary>
    AllVersions = 17,

    /// <summary>A rule that does not say which versions.</summary>
    UnspecifiedVersions = 18,

    /// <summary>A report in CSV.</summary>
    CsvFormat = 19,

    /// <summary>A report in ORC.</summary>
    OrcFormat = 20,

    /// <summary>A report in Parquet.</summary>
    ParquetFormat = 21,

    /// <summary>A report encrypted with the storage service's key.</summary>
    ServiceManagedEncryption = 22,

    /// <summary>A report encrypted with a named key of the key management service.</summary>
    KmsEncryption = 23,

    /// <summary>A report encrypted with the key management service's default key.</summary>
    KmsDefaultKeyEncryption = 24,

    /// <summary>The column Size.</summary>
    SizeField = 25,

    /// <summary>The column LastModifiedDate.</summary>
    LastModifiedDateField = 26,

    /// <summary>The column ETag.</summary>
    ETagField = 27,

    /// <summary>The column StorageClass.</summary>
    StorageClassField = 28,

    /// <summary>The column IsMultipartUploaded.</summary>
    IsMultipartUploadedField = 29,

    /// <summary>The column EncryptionStatus.</summary>
    EncryptionStatusField = 30,

    /// <summary>The column ObjectAcl.</summary>
    ObjectAclField = 31,

    /// <summary>The column ObjectType.</summary>
    ObjectTypeField = 32,

    /// <summary>The column Crc64.</summary>
    Crc64Field = 33,

    /// <summary>The column TaggingCount.</summary>
    TaggingCountField = 34,

    /// <summary>The column TransitionTime.</summary>
    TransitionTimeField = 35,

    /// <summary>A schedule that this library does not know, which one provider alone gives its meaning.</summary>
    UnrecognizedSchedule = 36,

    /// <summary>A storage class to select by that this library does not know.</summary>
    UnrecognizedStorageClass = 37,

    /// <summary>A value for the versions listed that this library does not know.</summary>
    UnrecognizedVersions = 38,

    /// <summary>A file format of the report that this library does not know.</summary>
    UnrecognizedFormat = 39,

    /// <summary>A column that this library does not know.</summary>
    UnrecognizedField = 40,
}
