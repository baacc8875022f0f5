using F = Inventory.InventoryFeature;
using S = Inventory.FeatureSupport;

namespace Inventory.AlibabaOss;

/// <summary>What Alibaba Cloud OSS holds. Each row of the table reads as documentation: whether, why not, what to do, who says so.</summary>
public static class OssCapabilities
{
    /// <summary>The provider's short name.</summary>
    public const string ProviderName = "oss";

    private const string XmlText = @"[^\p{Cc}\uFFFE\uFFFF]";

    private static readonly S Supported = S.Supported(OssEvidence.PutBucketInventory, OssEvidence.Ossutil);

    private static readonly S AdvancedFilter = S.Conditional(
        "OSS documents this filter for some regions alone.",
        "Put it where the region has it; the put reads the rule back to be sure.",
        OssEvidence.AdvancedFiltersSomeRegions, OssEvidence.AdvancedFiltersEverywhere, OssEvidence.IntegrationTests);

    private static readonly S Monthly = S.Conditional(
        "OSS has no monthly schedule in some regions.",
        "Put it where the region has it, or use InventorySchedule.Weekly; the put reads the rule back to be sure.",
        OssEvidence.MonthlySomeRegions);

    private static readonly S CsvAlone = S.NotOffered("OSS writes reports in CSV alone.", "Use InventoryFormat.Csv.", OssEvidence.PutBucketInventory) with
    {
        ServerAnswer = "InvalidArgument",
    };

    private static readonly S Column = S.Supported(OssEvidence.PutBucketInventory, OssEvidence.ExtraColumns);

    private static readonly S Unknown = S.Conditional(
        "This library does not know the value; it is sent as it stands.",
        "Check it against OSS's documents; the put reads the rule back to be sure.",
        OssEvidence.PutBucketInventory);

    private static readonly FeatureTable Table = new(new Dictionary<F, S>
    {
        [F.DailySchedule] = Supported,
        [F.EveryThreeDaysSchedule] = S.NotOffered(
            "OSS has no schedule of every third day.", "Use InventorySchedule.Daily or Weekly.",
            OssEvidence.PutBucketInventory),
        [F.WeeklySchedule] = Supported,
        [F.MonthlySchedule] = Monthly,
        [F.MonthlyAfterDay28] = Monthly,
        [F.EveryThirtyDaysSchedule] = Monthly,
        [F.OnceSchedule] = S.Supported(OssEvidence.PutBucketInventory),
        [F.PrefixFilter] = Supported,
        [F.MultiplePrefixFilter] = S.NotOffered("A rule on OSS selects by one prefix.", "Put one rule for each prefix.", OssEvidence.PutBucketInventory),
        [F.LastModifiedFilter] = AdvancedFilter,
        [F.ObjectSizeFilter] = AdvancedFilter,
        [F.StandardClassFilter] = AdvancedFilter,
        [F.InfrequentAccessClassFilter] = AdvancedFilter,
        [F.ArchiveClassFilter] = AdvancedFilter,
        [F.ColdArchiveClassFilter] = AdvancedFilter,
        [F.DeepColdArchiveClassFilter] = S.Conditional(
            "No API page of OSS names Deep Cold Archive as a filter.",
            "Read the report's StorageClass column instead; the put reads the rule back to be sure.",
            OssEvidence.DeepColdArchive),
        [F.CurrentVersions] = Supported,
        [F.AllVersions] = Supported,
        [F.UnspecifiedVersions] = S.NotOffered("A rule on OSS must say which versions it lists.", "State Current or All.", OssEvidence.PutBucketInventory),
        [F.CsvFormat] = Supported,
        [F.OrcFormat] = CsvAlone,
        [F.ParquetFormat] = CsvAlone,
        [F.ServiceManagedEncryption] = Supported,
        [F.KmsEncryption] = Supported,
        [F.KmsDefaultKeyEncryption] = S.Conditional(
            "OSS does not say whether SSE-KMS without a key id means the default key.",
            "Name the key with InventoryEncryption.Kms; the put reads the rule back to be sure.",
            OssEvidence.KmsDefaultKey),
        [F.SizeField] = Supported,
        [F.LastModifiedDateField] = Supported,
        [F.ETagField] = Supported,
        [F.StorageClassField] = Supported,
        [F.IsMultipartUploadedField] = Supported,
        [F.EncryptionStatusField] = Supported,
        [F.ObjectAclField] = Column,
        [F.ObjectTypeField] = Column,
        [F.Crc64Field] = Column,
        [F.TaggingCountField] = Column,
        [F.TransitionTimeField] = S.Supported(OssEvidence.PutBucketInventory),
        [F.UnrecognizedSchedule] = Unknown,
        [F.UnrecognizedStorageClass] = Unknown,
        [F.UnrecognizedVersions] = Unknown,
        [F.UnrecognizedFormat] = Unknown,
        [F.UnrecognizedField] = Unknown,
    });

    private static readonly IReadOnlyDictionary<string, S> Extensions = new Dictionary<string, S>
    {
        [nameof(OssInventoryExtension.IncrementalInventory)] = S.Conditional(
            "OSS has incremental inventory in the Mexico region alone, by ticket.",
            "Ask Alibaba Cloud's support for access; the put reads the rule back to be sure.",
            OssEvidence.Ossutil) with
        {
            ServerAnswer = "403 AccessDenied \"Incremental Inventory is disabled.\" elsewhere",
        },
        [nameof(OssInventoryExtension.AutoDelete)] = S.Supported(OssEvidence.PutBucketInventory),
        [nameof(OssInventoryExtension.Unknown)] = S.Conditional(
            "This library does not know the element; it is sent as it stands.",
            "Check it against OSS's documents; the put reads the rule back to be sure.",
            OssEvidence.PutBucketInventory),
    };

    /// <summary>What the name of an incremental inventory's column may be.</summary>
    internal static TextLimit ColumnName { get; } = new(1024, LengthUnit.Characters, $"{XmlText}+", "a column's name without control characters");

    // Stands in for options that are not known: they are complete, whatever they say.
    private static readonly OssAccessExtension SomeOptions = new() { RoleArn = "acs:ram::0:role/any", AccountId = "0" };

    /// <summary>What OSS holds under any options: who writes reports is taken to be said there.</summary>
    public static InventoryCapabilities Default { get; } = Create(SomeOptions);

    /// <summary>What OSS holds under these options.</summary>
    public static InventoryCapabilities Create(OssOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Create(new OssAccessExtension { RoleArn = options.DestinationRoleArn, AccountId = options.DestinationAccountId });
    }

    private static InventoryCapabilities Create(OssAccessExtension access) => new()
    {
        Provider = ProviderName,
        DisplayName = "OSS",
        Features = Table,
        ExtensionTypes = [typeof(OssInventoryExtension), typeof(OssAccessExtension)],
        Extensions = Extensions,
        MaxRulesPerBucket = 1000,
        MaxRulesEvidence = [OssEvidence.RuleLimit],
        RuleId = new(192, LengthUnit.Characters, $"{XmlText}+", "1 to 192 characters without control characters")
        {
            ServerAnswer = "InvalidArgument, EC 0020-00000044",
            Evidence = [OssEvidence.PutBucketInventory],
        },
        BucketName = new(63, LengthUnit.Characters, "[a-z0-9][a-z0-9-]{1,61}[a-z0-9]", "3 to 63 lower-case letters, digits and hyphens, with a letter or digit at each end")
        {
            ServerAnswer = "InvalidArgument, EC 0020-00000032",
            Evidence = [OssEvidence.PutBucketInventory],
        },
        FilterPrefix = new(1023, LengthUnit.Characters, $"{XmlText}*", "at most 1023 characters without control characters")
        {
            ServerAnswer = "InvalidArgument, EC 0020-00000021",
            Evidence = [OssEvidence.PutBucketInventory],
        },
        DestinationPrefix = new(1023, LengthUnit.Characters, $"{XmlText}*", "at most 1023 characters without control characters")
        {
            ServerAnswer = "InvalidArgument, EC 0020-00000034",
            Evidence = [OssEvidence.PutBucketInventory],
        },
        KmsKeyId = new(1024, LengthUnit.Characters, $"{XmlText}+", "a key's id without control characters") { Evidence = [OssEvidence.XmlCharacters] },
        UnrecognizedValue = new(1024, LengthUnit.Characters, @"(?!\s)[^\p{Cc},\uFFFE\uFFFF]+(?<!\s)", "free of commas, control characters and white space around it: OSS separates values by commas")
        {
            Evidence = [OssEvidence.PutBucketInventory, OssEvidence.XmlCharacters],
        },
        DestinationPrefixSlash = PrefixSlash.LeaveOut,
        DestinationPrefixSlashEvidence = [OssEvidence.ReportLayout],
        ReportPathEvidence = [OssEvidence.ReportLayout],
        LastModified = new(
            DateTimeOffset.FromUnixTimeSeconds(1262275200), DateTimeOffset.FromUnixTimeSeconds(253402271999), MustBePast: true,
            "from 2009-12-31 16:00:00Z to 9999-12-31 15:59:59Z, and in the past")
        {
            ServerAnswer = "InvalidArgument, EC 0020-00000022 or 23",
            Evidence = [OssEvidence.Ranges],
        },
        ObjectSize = new(53_687_091_200_000, "at most 53687091200000 bytes (48.8 TB)")
        {
            ServerAnswer = "InvalidArgument",
            Evidence = [OssEvidence.Ranges],
        },
        NativePut = NativePut.CreateOnly,
        NativePutEvidence = [OssEvidence.CreateOnly, OssEvidence.CreateOnlyError, OssEvidence.SaidToUpdate],
        CreateOnlyGuarantee = "OSS itself refuses a second rule of the same id, so creating only is exact.",
        ReplaceGuarantee = "OSS has no update: a replacement deletes and puts. If this process ends in between, the rule is missing; and a delete that OSS applies long after it failed to answer is not seen.",
        DefaultAccess = access,
    };
}
