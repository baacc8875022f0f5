namespace Inventory.Planning;

/// <summary>One more bucket was worked through, or failed.</summary>
/// <param name="Bucket">The bucket with what became of its changes.</param>
/// <param name="Done">How many buckets are worked through, this one included.</param>
/// <param name="Total">How many buckets of the plan have changes or a failure. Those that were not begun when the caller stopped are never told of.</param>
public sealed record ApplyProgress(BucketResult Bucket, int Done, int Total);
