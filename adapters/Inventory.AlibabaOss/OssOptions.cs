using System.Text.RegularExpressions;
using Inventory.Http;

namespace Inventory.AlibabaOss;

/// <summary>What the OSS adapter needs to know. Secrets appear in no text.</summary>
public sealed partial class OssOptions : CloudOptions
{
    /// <summary>The id of the access key. Needed unless a credentials provider is given.</summary>
    public string? AccessKeyId { get; set; }

    /// <summary>The secret of the access key.</summary>
    public string? AccessKeySecret { get; set; }

    /// <summary>The token of temporary (STS) credentials; null for a long-lived key.</summary>
    public string? SecurityToken { get; set; }

    /// <summary>
    /// The RAM role that OSS assumes to write reports, <c>acs:ram::UID:role/NAME</c>. A rule's own <see cref="OssAccessExtension"/> overrides it.
    /// </summary>
    public string? DestinationRoleArn { get; set; }

    /// <summary>The Alibaba Cloud account that owns the destination bucket, in digits. A rule's own <see cref="OssAccessExtension"/> overrides it.</summary>
    public string? DestinationAccountId { get; set; }

    /// <summary>The region that signatures name: the one stated, or the one that a regional endpoint's host names.</summary>
    internal string? SigningRegion =>
        !string.IsNullOrEmpty(Region) ? Region
        : StatedEndpoint is { Host: var host } && RegionalHost().Match(host) is { Success: true } match ? match.Groups["region"].Value
        : null;

    /// <summary>Where OSS is.</summary>
    internal ServiceEndpoint ToEndpoint() => StatedEndpoint ?? new($"https://oss-{Region}.aliyuncs.com", Addressing);

    /// <inheritdoc/>
    protected override AccessKeyParts AccessKey => new(nameof(AccessKeyId), AccessKeyId, nameof(AccessKeySecret), AccessKeySecret, SecurityToken);

    /// <inheritdoc/>
    protected override IEnumerable<string> Problems()
    {
        if (SigningRegion is not { } region)
        {
            yield return StatedEndpoint is null
                ? $"{nameof(Region)}: it is missing. Name the region, such as cn-hangzhou."
                : $"{nameof(Region)}: it is missing, and the endpoint '{Endpoint}' does not tell it. V4 signatures need it: name it, such as cn-hangzhou.";
        }
        else if (!RegionId().IsMatch(region) || region.StartsWith("oss-", StringComparison.Ordinal))
        {
            yield return $"{nameof(Region)}: '{region}' is not a region's id. Write it as in cn-hangzhou, without oss-.";
        }

        var access = new OssAccessExtension { RoleArn = DestinationRoleArn, AccountId = DestinationAccountId };
        foreach (var malformed in access.Malformed())
        {
            yield return $"Destination{malformed.Setting}: {malformed.Problem}";
        }
    }

    [GeneratedRegex("\\A[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?\\z", RegexOptions.ExplicitCapture)]
    private static partial Regex RegionId();

    [GeneratedRegex("^(?:oss-(?!accelerate)(?<region>[a-z0-9-]+?)(?:-internal)?|(?<region>[a-z0-9-]+)\\.oss)\\.aliyuncs\\.com$", RegexOptions.ExplicitCapture)]
    private static partial Regex RegionalHost();
}
