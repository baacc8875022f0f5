namespace Inventory.Emulator;

/// <summary>
/// The operations that the emulator answers, by which <see cref="FaultRule.Operation"/> means them: the four of inventory rules under a short name, and what
/// comes with a bucket under the vendors' names.
/// </summary>
public static class EmulatorOperation
{
    /// <summary>A rule by its id (<c>GetBucketInventory</c>).</summary>
    public const string Get = "get";

    /// <summary>The rules of a bucket, or a page of them (<c>ListBucketInventory</c>).</summary>
    public const string List = "list";

    /// <summary>Stores a rule (<c>PutBucketInventory</c>).</summary>
    public const string Put = "put";

    /// <summary>Removes a rule (<c>DeleteBucketInventory</c>).</summary>
    public const string Delete = "delete";

    /// <summary>Creates a bucket.</summary>
    public const string PutBucket = "PutBucket";

    /// <summary>Removes a bucket and its rules.</summary>
    public const string DeleteBucket = "DeleteBucket";

    /// <summary>Whether a bucket exists.</summary>
    public const string HeadBucket = "HeadBucket";

    /// <summary>The region of a bucket.</summary>
    public const string GetBucketLocation = "GetBucketLocation";

    /// <summary>What is known of a bucket; OSS alone has it.</summary>
    public const string GetBucketInfo = "GetBucketInfo";

    /// <summary>The buckets of the account.</summary>
    public const string ListBuckets = "ListBuckets";

    /// <summary>The objects of a bucket, of which there are never any.</summary>
    public const string ListObjects = "ListObjects";

    /// <summary>The same in its second form; OSS alone has it.</summary>
    public const string ListObjectsV2 = "ListObjectsV2";

    private static readonly string[] Rules = [Get, List, Put, Delete];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Rules, PutBucket, DeleteBucket, HeadBucket, GetBucketLocation, GetBucketInfo, ListBuckets, ListObjects, ListObjectsV2];

    /// <summary>What the vendors call it.</summary>
    internal static string VendorName(string operation) => operation switch
    {
        Get => "GetBucketInventory",
        List => "ListBucketInventory",
        Put => "PutBucketInventory",
        Delete => "DeleteBucketInventory",
        _ => operation,
    };

    /// <summary>The HTTP method by which an operation is known where nothing else of the request is.</summary>
    internal static string? MethodOf(string operation) => operation switch
    {
        Get or List => "GET",
        Put => "PUT",
        Delete => "DELETE",
        _ => null,
    };
}
