using System.Text.RegularExpressions;
using Inventory.Http;

namespace Inventory.BaiduBos;

/// <summary>What the BOS adapter needs to know. Secrets appear in no text.</summary>
public sealed partial class BosOptions : CloudOptions
{
    /// <summary>
    /// Makes options that send a request four times at most and wait a random part of 300 ms, doubled each time, between: what the vendor's SDKs bound their
    /// waits by. The other bounds are those of <see cref="InventoryHttpOptions"/>.
    /// </summary>
    public BosOptions() => Transport = new() { MaxAttempts = 4, BaseDelay = TimeSpan.FromMilliseconds(300) };

    /// <summary>
    /// The id of the access key. Where neither it nor a credentials provider is given, the key is that of the environment variables <c>BCE_ACCESS_KEY_ID</c>,
    /// <c>BCE_SECRET_ACCESS_KEY</c> and, for temporary credentials, <c>BCE_STS_TOKEN</c>; where those are not set, of <c>BAIDUCLOUD_ACCESS_KEY</c>,
    /// <c>BAIDUCLOUD_SECRET_KEY</c> and <c>BAIDUCLOUD_SESSION_TOKEN</c>. They are read at every attempt, and the two sets are never mixed.
    /// </summary>
    public string? AccessKeyId { get; set; }

    /// <summary>The secret of the access key.</summary>
    public string? SecretAccessKey { get; set; }

    /// <summary>The token of temporary (STS) credentials; null for a long-lived key.</summary>
    public string? SessionToken { get; set; }

    /// <summary>
    /// Features that BOS may hold and that not even reading a rule back proves, to be sent all the same: <see cref="InventoryFeature.MultiplePrefixFilter"/>.
    /// </summary>
    public IList<InventoryFeature> AllowUnproven { get; } = [];

    /// <summary>How environment variables are read; from the process if null. For tests, which share a process.</summary>
    internal Func<string, string?>? ReadVariable { get; set; }

    /// <summary>Where BOS is.</summary>
    internal ServiceEndpoint ToEndpoint() => StatedEndpoint ?? new($"https://{Region}.bcebos.com", Addressing);

    /// <inheritdoc/>
    protected override AccessKeyParts AccessKey => new(nameof(AccessKeyId), AccessKeyId, nameof(SecretAccessKey), SecretAccessKey, SessionToken);

    /// <inheritdoc/>
    protected override EnvironmentCredentials KeyInEnvironment => new(
        [
            new("BCE_ACCESS_KEY_ID", "BCE_SECRET_ACCESS_KEY", "BCE_STS_TOKEN"),
            new("BAIDUCLOUD_ACCESS_KEY", "BAIDUCLOUD_SECRET_KEY", "BAIDUCLOUD_SESSION_TOKEN"),
        ],
        ReadVariable);

    /// <inheritdoc/>
    /// <remarks>A CDN's domain is a bucket's own, and no bucket stands before what is left of it.</remarks>
    protected override (string Bucket, string? Host)? BucketIn(string host) =>
        BucketHost().Match(host) is { Success: true } match
            ? (match.Groups["bucket"].Value, match.Groups["host"] is { Success: true } rest ? rest.Value : null)
            : null;

    /// <inheritdoc/>
    protected override IEnumerable<string> Problems()
    {
        if (Endpoint is null && string.IsNullOrEmpty(Region))
        {
            yield return $"{nameof(Region)}: it is missing. Name the region, such as bj, or give an {nameof(Endpoint)}.";
        }

        if (!string.IsNullOrEmpty(Region) && (RegionProblem(Region) ?? StrangeRegion(Region)) is { } problem)
        {
            yield return $"{nameof(Region)}: {Quote(Region)} {problem}";
        }

        if (!string.IsNullOrEmpty(Region) && StatedEndpoint is { Host: var host }
            && RegionalHost().Match(host) is { Success: true } regional && regional.Groups["region"].Value != Region)
        {
            yield return $"{nameof(Region)} and {nameof(Endpoint)}: {Quote(Region)} and {Quote(Endpoint!)} are two regions. Give one of them.";
        }

        foreach (var feature in AllowUnproven.Where(f => f != InventoryFeature.MultiplePrefixFilter))
        {
            yield return $"{nameof(AllowUnproven)}: '{feature}' is not an unproven feature of BOS. There is one: {InventoryFeature.MultiplePrefixFilter}.";
        }
    }

    /// <summary>Changing clouds, one changes the provider and forgets the region. An endpoint of one's own may stand in a region of any name.</summary>
    private string? StrangeRegion(string region) => Endpoint is null && region.StartsWith("cn-", StringComparison.Ordinal)
        ? "looks like a region of another cloud. Those of BOS are written as in bj."
        : null;

    private static string? RegionProblem(string region)
    {
        var host = region[(region.LastIndexOf("://", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0)..].TrimEnd('/');
        return RegionalHost().Match(host) is { Success: true } regional
            ? $"is an endpoint, not a region's id. Write {regional.Groups["region"].Value}, or give it as the {nameof(Endpoint)}."
            : host.Contains('.', StringComparison.Ordinal) || host.Length < region.Length
                ? $"is not a region's id, but looks like an endpoint. Give it as the {nameof(Endpoint)}, or write the region as in bj."
            : RegionId().IsMatch(region) ? null
            : "is not a region's id. Write it as in bj.";
    }

    [GeneratedRegex("\\A[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?\\z", RegexOptions.ExplicitCapture)]
    private static partial Regex RegionId();

    [GeneratedRegex(@"\A(?<region>[a-z0-9-]+)\.bcebos\.com\z", RegexOptions.ExplicitCapture)]
    private static partial Regex RegionalHost();

    [GeneratedRegex(@"\A(?<bucket>[a-z0-9-]+)\.(?:cdn\.bcebos\.com|(?<host>[a-z0-9-]+\.bcebos\.com))\z", RegexOptions.ExplicitCapture)]
    private static partial Regex BucketHost();
}
