namespace Inventory.BaiduBos;

/// <summary>The pages that the capability table quotes, each with its own date.</summary>
internal static class BosEvidence
{
    public static Evidence PutBucketInventory { get; } = new(
        "A rule has id, status, resource, schedule (ThreeDaily, Weekly or Monthly with a date of 1 to 28) and destination (bucket, prefix, CSV), and nothing else.",
        "PutBucketInventory", new(2025, 11, 3));

    public static Evidence Once { get; } = new("The Go SDK names the schedule Once; no REST page does.", "bce-sdk-go, changelog of v0.9.266", new(2026, 4, 30));

    public static Evidence VersionsInSdks { get; } = new(
        "A rule has includedObjectVersions, All or Current.", "C++ SDK guide, bucket inventory", new(2026, 8, 4));

    public static Evidence VersionsNotInRest { get; } = new(
        "The request parameters do not list includedObjectVersions.", "PutBucketInventory", new(2025, 11, 3));

    public static Evidence ResourceIsAList { get; } = new(
        "resource is a list; how many entries it may have is not said, and every example has one.", "PutBucketInventory", new(2025, 11, 3));

    public static Evidence TargetPrefix { get; } = new(
        "targetPrefix is a string; no limit of it is said, nor whether BOS puts a slash after it.", "PutBucketInventory", new(2025, 11, 3));

    public static Evidence RuleLimit { get; } = new("At most 20 rules for a bucket; the code of the refusal is said nowhere.", "Python SDK guide, bucket inventory", new(2025, 11, 3));

    public static Evidence Overwrites { get; } = new("\"If the rule exists already, it is overwritten\" (from the Chinese).", "Python SDK guide, bucket inventory", new(2025, 11, 3));

    public static Evidence CreatesOrUpdates { get; } = new("\"put: creates or updates an inventory configuration\" (from the Chinese).", "bcecmd guide, bucket inventory", new(2026, 8, 5));
}
