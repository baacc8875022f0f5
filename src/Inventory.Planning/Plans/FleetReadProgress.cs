namespace Inventory.Planning;

/// <summary>One more bucket was read, or failed.</summary>
/// <param name="Bucket">The bucket with its rules, or with why it could not be read.</param>
/// <param name="Done">How many buckets are done, this one included.</param>
/// <param name="Total">How many there are.</param>
public sealed record FleetReadProgress(LiveBucket Bucket, int Done, int Total);
