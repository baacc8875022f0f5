namespace Inventory.Emulator.Http;

/// <summary>What a host name says of the bucket.</summary>
internal enum HostKind
{
    /// <summary>Nothing: the bucket stands in the path.</summary>
    Path,

    /// <summary>The host names the bucket.</summary>
    Bucket,

    /// <summary>The host is one of the vendor's: what stands before its domain is for the wire to read.</summary>
    Vendor,

    /// <summary>The host stands for a bucket, by the options.</summary>
    CustomDomain,
}

/// <summary>Host names by how they end, the longest ending first. Immutable.</summary>
internal sealed class HostSuffixes
{
    private readonly Dictionary<string, string> _customDomains;
    private readonly string[] _suffixes;
    private readonly string _vendor;

    /// <summary>Reads the options of a wire.</summary>
    /// <param name="suffixes">With or without the full stop that they begin with.</param>
    /// <param name="vendor">The vendor's domain, with its full stop: before it stand a bucket, if any, and an endpoint.</param>
    /// <param name="customDomains">Host names, each with its bucket.</param>
    public HostSuffixes(IEnumerable<string> suffixes, string vendor, IReadOnlyDictionary<string, string> customDomains)
    {
        _suffixes = [.. suffixes.Select(suffix => "." + suffix.TrimStart('.').ToLowerInvariant()).OrderByDescending(suffix => suffix.Length)];
        _vendor = vendor;
        _customDomains = new(customDomains, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What the host is, and the part of it that tells: the bucket, or what stands before the vendor's domain.</summary>
    /// <param name="host">Lower case, without a port.</param>
    public (HostKind Kind, string Text) Read(string host)
    {
        if (_customDomains.TryGetValue(host, out var bucket))
        {
            return (HostKind.CustomDomain, bucket);
        }

        foreach (var suffix in _suffixes)
        {
            if (host.EndsWith(suffix, StringComparison.Ordinal))
            {
                return (string.Equals(suffix, _vendor, StringComparison.Ordinal) ? HostKind.Vendor : HostKind.Bucket, host[..^suffix.Length]);
            }
        }

        return (HostKind.Path, "");
    }
}
