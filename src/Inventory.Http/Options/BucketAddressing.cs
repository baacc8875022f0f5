namespace Inventory.Http;

/// <summary>Where in an address the bucket's name stands.</summary>
public enum BucketAddressing
{
    /// <summary>Path style where the endpoint is an IP address or this machine, virtual-hosted otherwise.</summary>
    Auto = 0,

    /// <summary>In front of the endpoint's host: <c>https://bucket.endpoint/</c>.</summary>
    VirtualHosted = 1,

    /// <summary>In the path: <c>https://endpoint/bucket</c>. Public endpoints refuse it for new buckets.</summary>
    Path = 2,

    /// <summary>Nowhere: the endpoint is a domain of the bucket's own (CNAME).</summary>
    CustomDomain = 3,
}
