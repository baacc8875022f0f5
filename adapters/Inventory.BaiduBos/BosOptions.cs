using System.Text.RegularExpressions;
using Inventory.Http;

namespace Inventory.BaiduBos;

/// <summary>What the BOS adapter needs to know. Secrets appear in no text.</summary>
public sealed partial class BosOptions : CloudOptions
{
    /// <summary>The id of the access key. Needed unless a credentials provider is given.</summary>
    public string? AccessKeyId { get; set; }

    /// <summary>The secret of the access key.</summary>
    public string? SecretAccessKey { get; set; }

    /// <summary>The token of temporary (STS) credentials; null for a long-lived key.</summary>
    public string? SessionToken { get; set; }

    /// <summary>
    /// Features that BOS may hold and that not even reading a rule back proves, to be sent all the same: <see cref="InventoryFeature.MultiplePrefixFilter"/>.
    /// </summary>
    public IList<InventoryFeature> AllowUnproven { get; } = [];

    /// <summary>Where BOS is.</summary>
    internal ServiceEndpoint ToEndpoint() => StatedEndpoint ?? new($"https://{Region}.bcebos.com", Addressing);

    /// <inheritdoc/>
    protected override AccessKeyParts AccessKey => new(nameof(AccessKeyId), AccessKeyId, nameof(SecretAccessKey), SecretAccessKey, SessionToken);

    /// <inheritdoc/>
    protected override IEnumerable<string> Problems()
    {
        if (Endpoint is null && string.IsNullOrEmpty(Region))
        {
            yield return $"{nameof(Region)}: it is missing. Name the region, such as bj, or give an {nameof(Endpoint)}.";
        }

        if (!string.IsNullOrEmpty(Region) && !RegionId().IsMatch(Region))
        {
            yield return $"{nameof(Region)}: '{Region}' is not a region's id. Write it as in bj.";
        }

        foreach (var feature in AllowUnproven.Where(f => f != InventoryFeature.MultiplePrefixFilter))
        {
            yield return $"{nameof(AllowUnproven)}: '{feature}' is not an unproven feature of BOS. There is one: {InventoryFeature.MultiplePrefixFilter}.";
        }
    }

    [GeneratedRegex("\\A[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?\\z", RegexOptions.ExplicitCapture)]
    private static partial Regex RegionId();
}
