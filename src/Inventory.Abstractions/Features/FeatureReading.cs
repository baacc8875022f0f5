using System.Collections.Frozen;

namespace Inventory;

/// <summary>The one reading of a rule: which features it uses, and where. Validation, portability and the conformance kit all go by it.</summary>
public static class FeatureReading
{
    private static readonly FrozenDictionary<InventoryField, FeatureUse> Fields = new Dictionary<InventoryField, InventoryFeature>
    {
        [InventoryField.Size] = InventoryFeature.SizeField,
        [InventoryField.LastModifiedDate] = InventoryFeature.LastModifiedDateField,
        [InventoryField.ETag] = InventoryFeature.ETagField,
        [InventoryField.StorageClass] = InventoryFeature.StorageClassField,
        [InventoryField.IsMultipartUploaded] = InventoryFeature.IsMultipartUploadedField,
        [InventoryField.EncryptionStatus] = InventoryFeature.EncryptionStatusField,
        [InventoryField.ObjectAcl] = InventoryFeature.ObjectAclField,
        [InventoryField.ObjectType] = InventoryFeature.ObjectTypeField,
        [InventoryField.Crc64] = InventoryFeature.Crc64Field,
        [InventoryField.TaggingCount] = InventoryFeature.TaggingCountField,
        [InventoryField.TransitionTime] = InventoryFeature.TransitionTimeField,
    }.ToFrozenDictionary(p => p.Key, p => new FeatureUse(p.Value, $"{RulePaths.OptionalFields}[{p.Key}]"));

    private static readonly FrozenDictionary<InventoryStorageClass, FeatureUse> StorageClasses = new Dictionary<InventoryStorageClass, InventoryFeature>
    {
        [InventoryStorageClass.Standard] = InventoryFeature.StandardClassFilter,
        [InventoryStorageClass.InfrequentAccess] = InventoryFeature.InfrequentAccessClassFilter,
        [InventoryStorageClass.Archive] = InventoryFeature.ArchiveClassFilter,
        [InventoryStorageClass.ColdArchive] = InventoryFeature.ColdArchiveClassFilter,
        [InventoryStorageClass.DeepColdArchive] = InventoryFeature.DeepColdArchiveClassFilter,
    }.ToFrozenDictionary(p => p.Key, p => new FeatureUse(p.Value, $"{RulePaths.FilterStorageClasses}[{p.Key}]"));

    /// <summary>Every feature that a rule uses, with its path, in the order of the rule's members.</summary>
    public static IEnumerable<FeatureUse> FeaturesUsed(this InventoryRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Read(rule);
    }

    private static IEnumerable<FeatureUse> Read(InventoryRule rule)
    {
        yield return Format(rule.Destination.Format);
        if (rule.Destination.Encryption is { } encryption)
        {
            yield return new(Encryption(encryption), RulePaths.DestinationEncryption);
        }

        yield return Schedule(rule.Schedule);
        if (rule.Filter.Prefixes.Count > 0)
        {
            yield return new(rule.Filter.Prefixes.Count == 1 ? InventoryFeature.PrefixFilter : InventoryFeature.MultiplePrefixFilter, RulePaths.FilterPrefixes);
        }

        if (rule.Filter.LastModified is not null)
        {
            yield return new(InventoryFeature.LastModifiedFilter, RulePaths.FilterLastModified);
        }

        if (rule.Filter.ObjectSize is not null)
        {
            yield return new(InventoryFeature.ObjectSizeFilter, RulePaths.FilterObjectSize);
        }

        for (var i = 0; i < rule.Filter.StorageClasses.Count; i++)
        {
            var storageClass = rule.Filter.StorageClasses[i];
            yield return StorageClasses.TryGetValue(storageClass, out var use)
                ? use
                : Unrecognized(InventoryFeature.UnrecognizedStorageClass, storageClass.Provider, storageClass.Text, $"{RulePaths.FilterStorageClasses}[{storageClass}]");
        }

        yield return Versions(rule.IncludedObjectVersions);
        for (var i = 0; i < rule.OptionalFields.Count; i++)
        {
            var field = rule.OptionalFields[i];
            yield return Fields.TryGetValue(field, out var use)
                ? use
                : Unrecognized(InventoryFeature.UnrecognizedField, field.Provider, field.Text, $"{RulePaths.OptionalFields}[{field}]");
        }
    }

    private static FeatureUse Format(InventoryFormat format) =>
        format == InventoryFormat.Csv ? new(InventoryFeature.CsvFormat, RulePaths.DestinationFormat)
        : format == InventoryFormat.Orc ? new(InventoryFeature.OrcFormat, RulePaths.DestinationFormat)
        : format == InventoryFormat.Parquet ? new(InventoryFeature.ParquetFormat, RulePaths.DestinationFormat)
        : Unrecognized(InventoryFeature.UnrecognizedFormat, format.Provider, format.Text, RulePaths.DestinationFormat);

    private static InventoryFeature Encryption(InventoryEncryption encryption) => encryption switch
    {
        { Kind: InventoryEncryptionKind.ServiceManaged } => InventoryFeature.ServiceManagedEncryption,
        { KeyId: null } => InventoryFeature.KmsDefaultKeyEncryption,
        _ => InventoryFeature.KmsEncryption,
    };

    private static FeatureUse Schedule(InventorySchedule schedule) => schedule.Kind switch
    {
        InventoryScheduleKind.Daily => new(InventoryFeature.DailySchedule, RulePaths.Schedule),
        InventoryScheduleKind.EveryThreeDays => new(InventoryFeature.EveryThreeDaysSchedule, RulePaths.Schedule),
        InventoryScheduleKind.Weekly => new(InventoryFeature.WeeklySchedule, RulePaths.Schedule),
        InventoryScheduleKind.Monthly => new(schedule.DayOfMonth > 28 ? InventoryFeature.MonthlyAfterDay28 : InventoryFeature.MonthlySchedule, RulePaths.Schedule),
        InventoryScheduleKind.EveryThirtyDays => new(InventoryFeature.EveryThirtyDaysSchedule, RulePaths.Schedule),
        InventoryScheduleKind.Once => new(InventoryFeature.OnceSchedule, RulePaths.Schedule),
        _ => Unrecognized(InventoryFeature.UnrecognizedSchedule, schedule.Provider, schedule.Text, RulePaths.Schedule),
    };

    private static FeatureUse Versions(InventoryObjectVersions versions) =>
        versions == InventoryObjectVersions.Current ? new(InventoryFeature.CurrentVersions, RulePaths.IncludedObjectVersions)
        : versions == InventoryObjectVersions.All ? new(InventoryFeature.AllVersions, RulePaths.IncludedObjectVersions)
        : versions == InventoryObjectVersions.Unspecified ? new(InventoryFeature.UnspecifiedVersions, RulePaths.IncludedObjectVersions)
        : Unrecognized(InventoryFeature.UnrecognizedVersions, versions.Provider, versions.Text, RulePaths.IncludedObjectVersions);

    private static FeatureUse Unrecognized(InventoryFeature feature, string? provider, string? text, string path) => new(feature, path, provider ?? "", text ?? "");
}
