namespace Inventory.Conformance;

/// <summary>One rule for every feature of the library, made for what a provider allows.</summary>
public static class FeatureSamples
{
    private static readonly string[] PrefixForms = ["kit/{0}/", "kit/{0}", "kit{0}"];
    private static readonly DateTimeOffset Begin = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2024, 7, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A rule of the features that the provider holds best and no other: its first schedule, versions and format.</summary>
    /// <param name="capabilities">What the provider holds.</param>
    /// <param name="ruleId">The rule's id.</param>
    /// <param name="destinationBucket">The bucket that the report goes to.</param>
    public static InventoryRule Baseline(InventoryCapabilities capabilities, string ruleId, string destinationBucket)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        return new InventoryRule { Id = ruleId, Destination = new() { Bucket = destinationBucket }, Schedule = InventorySchedule.Weekly }
            .With(Best(InventoryFeature.WeeklySchedule, InventoryFeature.DailySchedule, InventoryFeature.MonthlySchedule, InventoryFeature.EveryThreeDaysSchedule,
                InventoryFeature.EveryThirtyDaysSchedule, InventoryFeature.MonthlyAfterDay28, InventoryFeature.OnceSchedule), capabilities)
            .With(Best(InventoryFeature.CurrentVersions, InventoryFeature.AllVersions, InventoryFeature.UnspecifiedVersions), capabilities)
            .With(Best(InventoryFeature.CsvFormat, InventoryFeature.OrcFormat, InventoryFeature.ParquetFormat), capabilities);

        InventoryFeature Best(params ReadOnlySpan<InventoryFeature> features)
        {
            var best = features[0];
            foreach (var feature in features)
            {
                best = capabilities.Features[feature].Level < capabilities.Features[best].Level ? feature : best;
            }

            return best;
        }
    }

    /// <summary>
    /// A rule changed to use a feature. Columns and storage classes are added to those that are there; anything else takes the place of what is there.
    /// </summary>
    /// <param name="feature">The feature.</param>
    /// <param name="rule">The rule to change.</param>
    /// <param name="capabilities">What the provider holds: prefixes, instants and sizes keep to its limits where they can.</param>
    /// <exception cref="ArgumentOutOfRangeException">The feature has no sample: the kit must be given one.</exception>
    public static InventoryRule Using(InventoryFeature feature, InventoryRule rule, InventoryCapabilities capabilities)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(capabilities);
        return rule.With(feature, capabilities);
    }

    private static InventoryRule With(this InventoryRule rule, InventoryFeature feature, InventoryCapabilities capabilities) => feature switch
    {
        InventoryFeature.DailySchedule => rule with { Schedule = InventorySchedule.Daily },
        InventoryFeature.EveryThreeDaysSchedule => rule with { Schedule = InventorySchedule.EveryThreeDays },
        InventoryFeature.WeeklySchedule => rule with { Schedule = InventorySchedule.Weekly },
        InventoryFeature.MonthlySchedule => rule with { Schedule = InventorySchedule.Monthly(15) },
        InventoryFeature.MonthlyAfterDay28 => rule with { Schedule = InventorySchedule.Monthly(31) },
        InventoryFeature.EveryThirtyDaysSchedule => rule with { Schedule = InventorySchedule.EveryThirtyDays },
        InventoryFeature.OnceSchedule => rule with { Schedule = InventorySchedule.Once },

        InventoryFeature.PrefixFilter => rule with { Filter = rule.Filter with { Prefixes = Prefixes(capabilities, 1) } },
        InventoryFeature.MultiplePrefixFilter => rule with { Filter = rule.Filter with { Prefixes = Prefixes(capabilities, 2) } },
        InventoryFeature.LastModifiedFilter => rule with { Filter = rule.Filter with { LastModified = Instants(capabilities.LastModified) } },
        InventoryFeature.ObjectSizeFilter => rule with { Filter = rule.Filter with { ObjectSize = Sizes(capabilities.ObjectSize) } },
        InventoryFeature.StandardClassFilter => rule.Selecting(InventoryStorageClass.Standard),
        InventoryFeature.InfrequentAccessClassFilter => rule.Selecting(InventoryStorageClass.InfrequentAccess),
        InventoryFeature.ArchiveClassFilter => rule.Selecting(InventoryStorageClass.Archive),
        InventoryFeature.ColdArchiveClassFilter => rule.Selecting(InventoryStorageClass.ColdArchive),
        InventoryFeature.DeepColdArchiveClassFilter => rule.Selecting(InventoryStorageClass.DeepColdArchive),

        InventoryFeature.CurrentVersions => rule with { IncludedObjectVersions = InventoryObjectVersions.Current },
        InventoryFeature.AllVersions => rule with { IncludedObjectVersions = InventoryObjectVersions.All },
        InventoryFeature.UnspecifiedVersions => rule with { IncludedObjectVersions = InventoryObjectVersions.Unspecified },

        InventoryFeature.CsvFormat => rule.Writing(rule.Destination with { Format = InventoryFormat.Csv }),
        InventoryFeature.OrcFormat => rule.Writing(rule.Destination with { Format = InventoryFormat.Orc }),
        InventoryFeature.ParquetFormat => rule.Writing(rule.Destination with { Format = InventoryFormat.Parquet }),
        InventoryFeature.ServiceManagedEncryption => rule.Writing(rule.Destination with { Encryption = InventoryEncryption.ServiceManaged }),
        InventoryFeature.KmsEncryption => rule.Writing(rule.Destination with { Encryption = InventoryEncryption.Kms("5f6c0d2e-6b1d-4d8e-9a51-0f3f6a1b2c3d") }),
        InventoryFeature.KmsDefaultKeyEncryption => rule.Writing(rule.Destination with { Encryption = InventoryEncryption.KmsDefaultKey }),

        InventoryFeature.SizeField => rule.Showing(InventoryField.Size),
        InventoryFeature.LastModifiedDateField => rule.Showing(InventoryField.LastModifiedDate),
        InventoryFeature.ETagField => rule.Showing(InventoryField.ETag),
        InventoryFeature.StorageClassField => rule.Showing(InventoryField.StorageClass),
        InventoryFeature.IsMultipartUploadedField => rule.Showing(InventoryField.IsMultipartUploaded),
        InventoryFeature.EncryptionStatusField => rule.Showing(InventoryField.EncryptionStatus),
        InventoryFeature.ObjectAclField => rule.Showing(InventoryField.ObjectAcl),
        InventoryFeature.ObjectTypeField => rule.Showing(InventoryField.ObjectType),
        InventoryFeature.Crc64Field => rule.Showing(InventoryField.Crc64),
        InventoryFeature.TaggingCountField => rule.Showing(InventoryField.TaggingCount),
        InventoryFeature.TransitionTimeField => rule.Showing(InventoryField.TransitionTime),

        InventoryFeature.UnrecognizedSchedule => rule with { Schedule = InventorySchedule.Other(capabilities.Provider, "EveryFullMoon") },
        InventoryFeature.UnrecognizedStorageClass => rule.Selecting(InventoryStorageClass.Other(capabilities.Provider, "Glacial")),
        InventoryFeature.UnrecognizedVersions => rule with { IncludedObjectVersions = InventoryObjectVersions.Other(capabilities.Provider, "LastThree") },
        InventoryFeature.UnrecognizedFormat => rule.Writing(rule.Destination with { Format = InventoryFormat.Other(capabilities.Provider, "Avro") }),
        InventoryFeature.UnrecognizedField => rule.Showing(InventoryField.Other(capabilities.Provider, "Owner")),
        _ => throw new ArgumentOutOfRangeException(nameof(feature), feature, "The feature has no sample: the conformance kit must be given one."),
    };

    private static InventoryRule Selecting(this InventoryRule rule, InventoryStorageClass storageClass) =>
        rule with { Filter = rule.Filter with { StorageClasses = [.. rule.Filter.StorageClasses, storageClass] } };

    private static InventoryRule Showing(this InventoryRule rule, InventoryField field) => rule with { OptionalFields = [.. rule.OptionalFields, field] };

    private static InventoryRule Writing(this InventoryRule rule, InventoryDestination destination) => rule with { Destination = destination };

    private static ValueList<string> Prefixes(InventoryCapabilities capabilities, int count)
    {
        var form = Array.Find(PrefixForms, f => capabilities.FilterPrefix?.Problem(Of(f, 0)) is null) ?? PrefixForms[^1];
        return Enumerable.Range(0, count).Select(i => Of(form, i)).ToValueList();

        static string Of(string form, int number) => form.Replace("{0}", ((char)('a' + number)).ToString(), StringComparison.Ordinal);
    }

    private static LastModifiedRange Instants(InstantLimit? limit)
    {
        var begin = limit is not null && Begin < limit.Earliest ? limit.Earliest.AddDays(1) : Begin;
        var end = limit is not null && End > limit.Latest ? limit.Latest.AddDays(-1) : End;
        return new() { Begin = begin, End = begin < end ? end : begin.AddDays(1) };
    }

    private static ObjectSizeRange Sizes(SizeLimit? limit)
    {
        var upper = Math.Min(limit?.MaxBytes ?? long.MaxValue, 1 << 20);
        return new() { Lower = Math.Min(1024, upper), Upper = upper };
    }
}
