namespace Inventory.AlibabaOss;

/// <summary>The pages that the capability table quotes, each with its own date.</summary>
internal static class OssEvidence
{
    public static Evidence PutBucketInventory { get; } = new(
        "Frequency is Daily, Weekly, Monthly or Once; eleven optional fields; one prefix, a time range, a size range and storage classes as filters.",
        "PutBucketInventory", new(2026, 2, 1));

    public static Evidence Ossutil { get; } = new(
        "The schema of put-bucket-inventory: six filter fields, SSE-OSS or SSE-KMS, format CSV, incremental inventory in Mexico by ticket.",
        "ossutil put-bucket-inventory", new(2026, 3, 20));

    public static Evidence AdvancedFiltersSomeRegions { get; } = new(
        "Time, size and storage-class filters are available in Qingdao, Hohhot and Frankfurt (an older page adds Sydney).",
        "PutBucketInventory", new(2026, 2, 1));

    public static Evidence AdvancedFiltersEverywhere { get; } = new(
        "The schema lists time, size and storage-class filters without a word on regions.",
        "ossutil put-bucket-inventory", new(2026, 3, 20));

    public static Evidence MonthlySomeRegions { get; } = new(
        "Monthly is not available in Zhangjiakou, Zhongwei, Virginia, Silicon Valley, Mexico, Paris and the finance and government clouds.",
        "Bucket inventory, user guide", new(2026, 2, 1));

    public static Evidence ExtraColumns { get; } = new(
        "ObjectAcl, TaggingCount, ObjectType and Crc64 are columns of a report.",
        "Bucket inventory, user guide", new(2026, 2, 1));

    public static Evidence IntegrationTests { get; } = new(
        "Put, read back and compared equal against the service.",
        "oss2 for Python, tests/test_bucket_inventory.py", new(2025, 1, 3));

    public static Evidence DeepColdArchive { get; } = new(
        "The console offers Deep Cold Archive as a filter; no API page names its token.",
        "Bucket inventory, user guide", new(2026, 2, 1));

    public static Evidence KmsDefaultKey { get; } = new(
        "\"The default customer master key or a specified one\": whether KeyId may be left out is not said.",
        "PutBucketInventory", new(2026, 2, 1));

    public static Evidence RuleLimit { get; } = new("Up to 1,000 inventories for a bucket; the console offers 10.", "Bucket inventory, user guide", new(2026, 2, 1));

    public static Evidence Ranges { get; } = new(
        "Instants lie in [1262275200, 253402271999], in seconds; sizes reach up to 48.8 TB.", "PutBucketInventory", new(2026, 2, 1));

    public static Evidence ReportLayout { get; } = new(
        "A report lies at PREFIX/SOURCE/ID/…: the slash after the prefix is OSS's own.", "Bucket inventory, user guide", new(2026, 2, 1));

    public static Evidence XmlCharacters { get; } = new(
        "A document holds no control character but tab and the ends of lines, and neither U+FFFE nor U+FFFF.", "XML 1.0, 5th edition, 2.2", new(2008, 11, 26));

    public static Evidence CreateOnly { get; } = new(
        "\"If a rule with that id already exists, an error is reported\" (from the Chinese).", "ossutil 1, built-in help of inventory", new(2024, 7, 15));

    public static Evidence CreateOnlyError { get; } = new("409 InventoryAlreadyExist: the inventory exists already.", "PutBucketInventory", new(2026, 2, 1));

    public static Evidence SaidToUpdate { get; } = new(
        "\"Create or update\": one page alone says so, and no client relies on it.", "ossutil get-bucket-inventory", new(2026, 3, 20));
}
