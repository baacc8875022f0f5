using F = Inventory.InventoryFeature;
using S = Inventory.FeatureSupport;

namespace Inventory.BaiduBos;

/// <summary>What Baidu Cloud BOS holds. Each row of the table reads as documentation: whether, why not, what to do, who says so.</summary>
public static class BosCapabilities
{
    /// <summary>The provider's short name.</summary>
    public const string ProviderName = "bos";

    private static readonly S Supported = S.Supported(BosEvidence.PutBucketInventory);

    private static readonly S PrefixAlone = S.NotOffered(
        "BOS selects objects by prefix alone.", "Drop the filter; no column of a BOS report is documented to select rows by.", BosEvidence.PutBucketInventory);

    private static readonly S CsvAlone = S.NotOffered("BOS writes reports in CSV alone.", "Use InventoryFormat.Csv.", BosEvidence.PutBucketInventory);

    private static readonly S NoEncryption = S.NotOffered(
        "BOS has no encryption setting in a rule.", "Set default encryption on the destination bucket.", BosEvidence.PutBucketInventory);

    private static readonly S NoColumns = S.NotOffered(
        "BOS has no optional columns: it decides itself what a report holds.",
        "Drop the columns, and read what is needed from the objects.",
        BosEvidence.PutBucketInventory);

    private static readonly S Unknown = S.Conditional(
        "This library does not know the value; it is sent as it stands.",
        "Check it against BOS's documents; the put reads the rule back to be sure.",
        BosEvidence.PutBucketInventory);

    private static readonly FeatureTable Table = new(new Dictionary<F, S>
    {
        [F.DailySchedule] = S.NotOffered("BOS has no daily schedule.", "Use InventorySchedule.EveryThreeDays or Weekly.", BosEvidence.PutBucketInventory),
        [F.EveryThreeDaysSchedule] = Supported,
        [F.WeeklySchedule] = Supported,
        [F.MonthlySchedule] = Supported,
        [F.MonthlyAfterDay28] = S.NotOffered(
            "BOS writes monthly reports on day 1 to 28.", "Use InventorySchedule.Monthly(28).",
            BosEvidence.PutBucketInventory),
        [F.EveryThirtyDaysSchedule] = S.NotOffered(
            "BOS has no schedule of every thirty days.", "Use InventorySchedule.Monthly with a day of 1 to 28.",
            BosEvidence.PutBucketInventory),
        [F.OnceSchedule] = S.Conditional(
            "Once stands in an SDK of BOS and in no REST page.", "Use InventorySchedule.Weekly where that will do; the put reads the rule back to be sure.",
            BosEvidence.Once, BosEvidence.PutBucketInventory),
        [F.PrefixFilter] = Supported,
        [F.MultiplePrefixFilter] = S.NotOffered(
            "BOS takes a list of prefixes, and nobody says whether it heeds more than the first; not even reading the rule back tells.",
            $"Put one rule for each prefix, or name {nameof(F.MultiplePrefixFilter)} in the options' {nameof(BosOptions.AllowUnproven)}.", BosEvidence.ResourceIsAList),
        [F.LastModifiedFilter] = PrefixAlone,
        [F.ObjectSizeFilter] = PrefixAlone,
        [F.StandardClassFilter] = PrefixAlone,
        [F.InfrequentAccessClassFilter] = PrefixAlone,
        [F.ArchiveClassFilter] = PrefixAlone,
        [F.ColdArchiveClassFilter] = PrefixAlone,
        [F.DeepColdArchiveClassFilter] = PrefixAlone,
        [F.CurrentVersions] = S.Supported(BosEvidence.VersionsInSdks, BosEvidence.VersionsNotInRest),
        [F.AllVersions] = S.Conditional(
            "Listing every version stands in the SDKs of BOS and in no REST page.", "The put reads the rule back to be sure.",
            BosEvidence.VersionsInSdks, BosEvidence.VersionsNotInRest),
        [F.UnspecifiedVersions] = Supported,
        [F.CsvFormat] = Supported,
        [F.OrcFormat] = CsvAlone,
        [F.ParquetFormat] = CsvAlone,
        [F.ServiceManagedEncryption] = NoEncryption,
        [F.KmsEncryption] = NoEncryption,
        [F.KmsDefaultKeyEncryption] = NoEncryption,
        [F.SizeField] = NoColumns,
        [F.LastModifiedDateField] = NoColumns,
        [F.ETagField] = NoColumns,
        [F.StorageClassField] = NoColumns,
        [F.IsMultipartUploadedField] = NoColumns,
        [F.EncryptionStatusField] = NoColumns,
        [F.ObjectAclField] = NoColumns,
        [F.ObjectTypeField] = NoColumns,
        [F.Crc64Field] = NoColumns,
        [F.TaggingCountField] = NoColumns,
        [F.TransitionTimeField] = NoColumns,
        [F.UnrecognizedSchedule] = Unknown,
        [F.UnrecognizedStorageClass] = PrefixAlone,
        [F.UnrecognizedVersions] = Unknown,
        [F.UnrecognizedFormat] = Unknown,
        [F.UnrecognizedField] = NoColumns,
    });

    private static readonly S SeveralPrefixesAllowed = S.Conditional(
        "BOS takes a list of prefixes, and nobody says whether it heeds more than the first.",
        "Look into a report before relying on it; the options allow it.", BosEvidence.ResourceIsAList);

    private static readonly IReadOnlyDictionary<string, S> Extensions = new Dictionary<string, S>
    {
        [nameof(BosInventoryExtension.Resource)] = S.Conditional(
            "The resource list is sent as it stands.",
            "Check it against BOS's documents; the put reads the rule back to be sure.",
            BosEvidence.ResourceIsAList),
        [nameof(BosInventoryExtension.Unknown)] = S.Conditional(
            "This library does not know the member, and BOS ignores what it does not know.",
            "The put reads the rule back to be sure.",
            BosEvidence.PutBucketInventory),
    };

    /// <summary>What BOS holds where the options allow nothing further.</summary>
    public static InventoryCapabilities Default { get; } = Create(new BosOptions());

    /// <summary>What BOS holds under these options.</summary>
    public static InventoryCapabilities Create(BosOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new()
        {
            Provider = ProviderName,
            DisplayName = "BOS",
            Features = options.AllowUnproven.Contains(F.MultiplePrefixFilter)
                ? Table.With(KeyValuePair.Create(F.MultiplePrefixFilter, SeveralPrefixesAllowed))
                : Table,
            ExtensionTypes = [typeof(BosInventoryExtension)],
            Extensions = Extensions,
            MaxRulesPerBucket = 20,
            MaxRulesEvidence = [BosEvidence.RuleLimit],
            RuleId = new(64, LengthUnit.Utf8Bytes, "[A-Za-z0-9._-]+", "1 to 64 bytes of letters, digits, '.', '_' and '-'") { Evidence = [BosEvidence.PutBucketInventory] },
            BucketName = new(63, LengthUnit.Characters, "[a-z0-9][a-z0-9-]{1,61}[a-z0-9]", "3 to 63 lower-case letters, digits and hyphens, with a letter or digit at each end")
            {
                Evidence = [BosEvidence.PutBucketInventory],
            },
            FilterPrefix = new(int.MaxValue, LengthUnit.Characters, @"[^*]*", "free of '*', which ends a prefix on BOS") { Evidence = [BosEvidence.PutBucketInventory] },
            DestinationPrefix = new(int.MaxValue, LengthUnit.Characters, @"[\s\S]*", "well-formed Unicode") { Evidence = [BosEvidence.TargetPrefix] },
            UnrecognizedValue = new(int.MaxValue, LengthUnit.Characters, @"(?!Monthly\z)[\s\S]+", "a value other than Monthly, which BOS takes with a day of 1 to 28 alone: InventorySchedule.Monthly")
            {
                Evidence = [BosEvidence.PutBucketInventory],
            },
            DestinationPrefixSlash = PrefixSlash.PutThere,
            DestinationPrefixSlashEvidence = [BosEvidence.TargetPrefix],
            NativePut = NativePut.Overwrite,
            NativePutEvidence = [BosEvidence.Overwrites, BosEvidence.CreatesOrUpdates],
            CreateOnlyGuarantee = "BOS overwrites without a word, so creating only reads first: a rule that somebody else puts in between is overwritten.",
            ReplaceGuarantee = "BOS replaces a rule in one step.",
        };
    }
}
