using System.Text.RegularExpressions;
using Inventory.Http;

namespace Inventory.AlibabaOss;

/// <summary>What the OSS adapter needs to know. Secrets appear in no text.</summary>
public sealed partial class OssOptions : CloudOptions
{
    /// <summary>
    /// The id of the access key. Where neither it nor <see cref="UseEcsRamRole"/> nor a credentials provider is given, the key is that of the environment
    /// variables <c>OSS_ACCESS_KEY_ID</c>, <c>OSS_ACCESS_KEY_SECRET</c> and, for temporary credentials, <c>OSS_SESSION_TOKEN</c>, read at every attempt.
    /// </summary>
    public string? AccessKeyId { get; set; }

    /// <summary>The secret of the access key.</summary>
    public string? AccessKeySecret { get; set; }

    /// <summary>The token of temporary (STS) credentials; null for a long-lived key.</summary>
    public string? SecurityToken { get; set; }

    /// <summary>
    /// Whether credentials are those of the RAM role of the ECS instance that this runs on; see <see cref="EcsRamRoleCredentials"/>. Not together with a key.
    /// </summary>
    public bool UseEcsRamRole { get; set; }

    /// <summary>The name of that role; null or empty to ask the instance, which has one at most. Only together with <see cref="UseEcsRamRole"/>.</summary>
    public string? EcsRamRoleName
    {
        get;
        set => field = string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>
    /// Which of the region's endpoints requests go to: the public one unless stated. Another one cannot stand beside an <see cref="CloudOptions.Endpoint"/>.
    /// </summary>
    public OssEndpointKind EndpointKind { get; set; }

    /// <summary>
    /// How requests are signed: with V4 unless stated. With <see cref="OssSignatureVersion.V1"/>, which OSS refuses to newer accounts and buckets, the region
    /// is needed only where the endpoint is derived from it.
    /// </summary>
    public OssSignatureVersion SignatureVersion { get; set; }

    /// <summary>
    /// The RAM role that OSS assumes to write reports, <c>acs:ram::UID:role/NAME</c>. A rule's own <see cref="OssAccessExtension"/> overrides it.
    /// </summary>
    public string? DestinationRoleArn { get; set; }

    /// <summary>The Alibaba Cloud account that owns the destination bucket, in digits. A rule's own <see cref="OssAccessExtension"/> overrides it.</summary>
    public string? DestinationAccountId { get; set; }

    /// <summary>The region that signatures name: the one stated, or the one that a regional endpoint's host names.</summary>
    internal string? SigningRegion => !string.IsNullOrEmpty(Region) ? Region : RegionIn(StatedEndpoint);

    /// <summary>How environment variables are read; from the process if null. For tests, which share a process.</summary>
    internal Func<string, string?>? ReadVariable { get; set; }

    /// <summary>What asks the instance for its role's credentials in the end; one of its own if null. For tests.</summary>
    internal HttpMessageHandler? EcsMetadataHandler { get; set; }

    /// <summary>Where OSS is.</summary>
    internal ServiceEndpoint ToEndpoint() => StatedEndpoint ?? new($"https://{HostOf(EndpointKind)}", Addressing);

    /// <summary>What signs; for options that were validated.</summary>
    internal IRequestSigner ToSigner() => SignatureVersion == OssSignatureVersion.V1 ? new OssV1Signer() : new OssV4Signer(SigningRegion!);

    /// <inheritdoc/>
    protected override AccessKeyParts AccessKey => new(nameof(AccessKeyId), AccessKeyId, nameof(AccessKeySecret), AccessKeySecret, SecurityToken);

    /// <inheritdoc/>
    protected override EnvironmentCredentials KeyInEnvironment => new([new("OSS_ACCESS_KEY_ID", "OSS_ACCESS_KEY_SECRET", "OSS_SESSION_TOKEN")], ReadVariable);

    /// <inheritdoc/>
    protected override CredentialsSwitch CredentialsSwitch =>
        new(nameof(UseEcsRamRole), UseEcsRamRole, time => new EcsRamRoleCredentials(EcsRamRoleName, EcsMetadataHandler, time));

    /// <inheritdoc/>
    protected override (string Bucket, string? Host)? BucketIn(string host) =>
        BucketHost().Match(host) is { Success: true } match ? (match.Groups["bucket"].Value, match.Groups["host"].Value) : null;

    /// <inheritdoc/>
    protected override IEnumerable<string> Problems()
    {
        if (!Enum.IsDefined(EndpointKind))
        {
            yield return $"{nameof(EndpointKind)}: there is no '{EndpointKind}'. Write one of {string.Join(", ", Enum.GetNames<OssEndpointKind>())}.";
        }
        else if (EndpointKind != OssEndpointKind.Public && Endpoint is not null)
        {
            yield return $"{nameof(EndpointKind)} and {nameof(Endpoint)}: both say where OSS is, {EndpointKind} and {Quote(Endpoint)}. Give one of them.";
        }

        if (!Enum.IsDefined(SignatureVersion))
        {
            yield return $"{nameof(SignatureVersion)}: there is no '{SignatureVersion}'. Write one of {string.Join(", ", Enum.GetNames<OssSignatureVersion>())}.";
        }

        if (RegionProblem() is { } problem)
        {
            yield return $"{nameof(Region)}: {problem}";
        }
        else if (SigningRegion is { } region && RegionIn(StatedEndpoint) is { } other && other != region)
        {
            yield return $"{nameof(Region)} and {nameof(Endpoint)}: {Quote(region)} and {Quote(Endpoint!)} are two regions. Give one of them.";
        }

        if (EcsRamRoleName is not null && !UseEcsRamRole)
        {
            yield return $"{nameof(EcsRamRoleName)}: it is given, and {nameof(UseEcsRamRole)} is not true. Set that, or leave the name out.";
        }

        if (EcsRamRoleName is not null && !EcsMetadata.IsRoleName(EcsRamRoleName))
        {
            yield return $"{nameof(EcsRamRoleName)}: {Quote(EcsRamRoleName)} is not a role's name: 1 to 64 letters, digits, periods, hyphens and underscores. "
                + "Write the name alone, not its ARN.";
        }

        var access = new OssAccessExtension { RoleArn = DestinationRoleArn, AccountId = DestinationAccountId };
        foreach (var malformed in access.Malformed())
        {
            yield return $"Destination{malformed.Setting}: {malformed.Problem}";
        }
    }

    private string HostOf(OssEndpointKind kind) => kind switch
    {
        OssEndpointKind.Internal => $"oss-{Region}-internal.aliyuncs.com",
        OssEndpointKind.DualStack => $"{Region}.oss.aliyuncs.com",
        OssEndpointKind.Accelerate => "oss-accelerate.aliyuncs.com",
        OssEndpointKind.AccelerateOverseas => "oss-accelerate-overseas.aliyuncs.com",
        _ => $"oss-{Region}.aliyuncs.com",
    };

    private string? RegionProblem() => SigningRegion switch
    {
        { } region => (RegionProblem(region) ?? StrangeRegion(region)) is { } problem ? $"{Quote(region)} {problem}" : null,
        null when SignatureVersion == OssSignatureVersion.V1
            && (Endpoint is not null || EndpointKind is OssEndpointKind.Accelerate or OssEndpointKind.AccelerateOverseas) => null,
        null when StatedEndpoint is null => "it is missing. Name the region, such as cn-hangzhou.",
        null => $"it is missing, and the endpoint {Quote(Endpoint!)} does not tell it. V4 signatures need it: name it, such as cn-hangzhou.",
    };

    private static string? RegionIn(ServiceEndpoint? endpoint) =>
        endpoint is not null && RegionalHost().Match(endpoint.Host) is { Success: true } match ? match.Groups["region"].Value : null;

    /// <summary>Changing clouds, one changes the provider and forgets the region. An endpoint of one's own may stand in a region of any name.</summary>
    private string? StrangeRegion(string region) =>
        Endpoint is null && !region.Contains('-', StringComparison.Ordinal) ? "is no region of OSS. Write it as in cn-hangzhou." : null;

    private static string? RegionProblem(string region)
    {
        var host = region[(region.LastIndexOf("://", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0)..].TrimEnd('/');
        var isEndpoint = host.Contains('.', StringComparison.Ordinal) || host.Length < region.Length;
        var regional = RegionalHost().Match(isEndpoint ? host : $"{host}.aliyuncs.com");
        return (isEndpoint, regional.Success) switch
        {
            (true, true) => $"is an endpoint, not a region's id. Write {regional.Groups["region"].Value}, or give it as the {nameof(Endpoint)}.",
            (true, false) => $"is not a region's id, but looks like an endpoint. Give it as the {nameof(Endpoint)}, and the region as in cn-hangzhou.",
            (false, true) => $"is not a region's id. Write {regional.Groups["region"].Value}, without oss-.",
            _ when region.EndsWith("-internal", StringComparison.Ordinal) =>
                $"is not a region's id. Write {region[..^"-internal".Length]}, and set {nameof(EndpointKind)} to {nameof(OssEndpointKind.Internal)}.",
            _ when RegionId().IsMatch(region) && !region.StartsWith("oss-", StringComparison.Ordinal) => null,
            _ => "is not a region's id. Write it as in cn-hangzhou, without oss-.",
        };
    }

    [GeneratedRegex("\\A[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?\\z", RegexOptions.ExplicitCapture)]
    private static partial Regex RegionId();

    // The hosts of the finance cloud are not called by their regions' ids: oss-cn-hzjbp-a-internal and oss-cn-hzfinance are in cn-hangzhou-finance.
    [GeneratedRegex("^(?:oss-(?!accelerate|cn-(?:hzjbp|hzfinance|szfinance)|[a-z0-9-]+-pub\\.)(?<region>[a-z0-9-]+?)(?:-internal)?|(?<region>[a-z0-9-]+)\\.oss)\\.aliyuncs\\.com$", RegexOptions.ExplicitCapture)]
    private static partial Regex RegionalHost();

    // A bucket stands before a regional or accelerate host, or before a dual-stack one.
    [GeneratedRegex(@"\A(?<bucket>[a-z0-9-]+)\.(?<host>oss-[a-z0-9-]+\.aliyuncs\.com|[a-z0-9-]+\.oss\.aliyuncs\.com)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex BucketHost();
}
