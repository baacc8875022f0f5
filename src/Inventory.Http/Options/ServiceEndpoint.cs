namespace Inventory.Http;

/// <summary>Where a service is, and how a bucket is addressed there. Immutable.</summary>
public sealed class ServiceEndpoint
{
    private readonly Uri _endpoint;
    private readonly BucketAddressing _addressing;
    private readonly string? _customDomainBucket;

    /// <summary>Reads an endpoint.</summary>
    /// <param name="text">A URL, or a host with or without a port: https then, but http for this machine.</param>
    /// <param name="addressing">How buckets are addressed.</param>
    /// <param name="customDomainBucket">The bucket that a custom domain stands for, and no other; null where that is not known.</param>
    /// <exception cref="FormatException">
    /// It is not an http or https URL, has a path, a query or user information, or is an IP address before which no bucket can stand.
    /// </exception>
    public ServiceEndpoint(string text, BucketAddressing addressing, string? customDomainBucket = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        if (!Enum.IsDefined(addressing))
        {
            throw new FormatException($"{addressing} is no way to address a bucket.");
        }

        _customDomainBucket = addressing == BucketAddressing.CustomDomain ? customDomainBucket : null;
        var isBare = !text.Contains("://", StringComparison.Ordinal);
        if (!Uri.TryCreate(isBare ? $"https://{text}" : text, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https") || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
        {
            throw new FormatException($"{CloudOptions.Quote(text)} is not an endpoint: write a host or an http(s) URL, without a path or user information.");
        }

        var isAddress = uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6;
        if (isAddress && addressing == BucketAddressing.VirtualHosted)
        {
            throw new FormatException($"{CloudOptions.Quote(text)} is an IP address, and a bucket's name cannot stand before one: choose {nameof(BucketAddressing.Path)}.");
        }

        _endpoint = isBare && uri.IsLoopback ? new Uri($"http://{text}") : uri;
        _addressing = addressing != BucketAddressing.Auto ? addressing
            : uri.IsLoopback || isAddress ? BucketAddressing.Path
            : BucketAddressing.VirtualHosted;
    }

    /// <summary>The endpoint's host.</summary>
    public string Host => _endpoint.Host;

    /// <summary>Scheme and authority to send a bucket's requests to.</summary>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidRequest"/>: the endpoint is the domain of another bucket.</exception>
    public Uri AuthorityFor(string bucket)
    {
        if (_customDomainBucket is not null && _customDomainBucket != bucket)
        {
            throw new InventoryException(InventoryErrorKind.InvalidRequest,
                $"The domain '{_endpoint.Host}' is bucket '{_customDomainBucket}': a request for '{bucket}' would be one for that.") { Bucket = bucket };
        }

        return _addressing == BucketAddressing.VirtualHosted ? new UriBuilder(_endpoint) { Host = $"{bucket}.{_endpoint.Host}" }.Uri : _endpoint;
    }

    /// <summary>The path of a bucket's requests.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="hasSlash">Whether path style ends in a slash: services differ, and signatures cover it.</param>
    public string PathFor(string bucket, bool hasSlash) =>
        _addressing == BucketAddressing.Path ? hasSlash ? $"/{bucket}/" : $"/{bucket}" : "/";
}
