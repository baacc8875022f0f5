namespace Inventory.Emulator.Store;

/// <summary>A bucket that exists on one wire. Its region is never null.</summary>
internal sealed record BucketEntry(EmulatorBucket Bucket, DateTimeOffset Created)
{
    /// <summary>The owner that is shown where a bucket names none. Invented.</summary>
    public const string AnyOwner = "100000000000000";

    public string Name => Bucket.Name;

    public string Region => Bucket.Region!;

    public string Owner => Bucket.Owner ?? AnyOwner;
}
