using Microsoft.Extensions.Logging;

namespace Inventory.Http;

/// <summary>The options that every adapter over HTTP has. Adapters derive theirs from it.</summary>
/// <remarks>Filled in once, then read. Holds no secret; derived options that do keep them out of every text.</remarks>
public abstract class CloudOptions
{
    /// <summary>
    /// What messages, log lines and spans call the service; null for the provider's short name. A container gives it the name under which the provider is added.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>The region's id, as the vendor writes it. The endpoint is derived from it where none is given.</summary>
    public string? Region { get; set; }

    /// <summary>The endpoint, where it is not the region's public one: a URL or a host. Empty means null.</summary>
    public string? Endpoint
    {
        get;
        set => field = string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>Where in an address the bucket's name stands. Automatic unless stated.</summary>
    public BucketAddressing Addressing { get; set; }

    /// <summary>
    /// The bucket that the endpoint stands for, where it is a custom domain. Needed then, a request for any other bucket would reach this one; and refused
    /// otherwise. Empty means null.
    /// </summary>
    public string? CustomDomainBucket
    {
        get;
        set => field = string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>
    /// Changes to make to every rule that the provider cannot hold as it stands, such as <c>drop=OptionalFields</c>; see <see cref="Acceptance"/>.
    /// </summary>
    public IList<string> Accept { get; } = [];

    /// <summary>How long a replacement may take from its delete on. 30 s unless stated.</summary>
    public TimeSpan ReplaceDeadline { get; set; } = InventoryServiceSettings.Default.ReplaceDeadline;

    /// <summary>Bounds of the transport.</summary>
    public InventoryHttpOptions Transport { get; set; } = new();

    /// <summary>The keys that say where the rules are, and so may not change while an application runs.</summary>
    public static IReadOnlyList<string> PlaceKeys { get; } = [nameof(Region), nameof(Endpoint), nameof(Addressing), nameof(CustomDomainBucket)];

    /// <summary>What <see cref="InventoryServiceBase"/> needs of these options.</summary>
    /// <param name="time">The clock; the system's if null.</param>
    /// <param name="logger">Where each accepted change is logged; nowhere if null.</param>
    /// <exception cref="InventoryException">
    /// Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: one of the accepted changes may not stand here.
    /// </exception>
    /// <exception cref="FormatException">One of the accepted changes cannot be read.</exception>
    public InventoryServiceSettings ToSettings(TimeProvider? time, ILogger? logger = null) => new()
    {
        Name = Name,
        ReplaceDeadline = ReplaceDeadline,
        Accept = Accept.Select(Acceptance.Parse).ToValueList(),
        OnAcceptedChange = logger is null ? null : change => TransportLog.AcceptedChange(logger, change),
        Time = time ?? TimeProvider.System,
    };

    /// <summary>The access key of these options, each part under the name that users of the cloud know.</summary>
    protected abstract AccessKeyParts AccessKey { get; }

    /// <summary>The environment variables that users of the cloud keep a key in, asked where nothing else says where credentials come from; null for none.</summary>
    protected virtual EnvironmentCredentials? KeyInEnvironment => null;

    /// <summary>A place for credentials that this cloud alone has; null for none.</summary>
    protected virtual CredentialsSwitch? CredentialsSwitch => null;

    /// <summary>
    /// What stands in one of the cloud's own hosts where a bucket's name goes, and the host that buckets stand before, if there is one; null for every host
    /// that has nothing there.
    /// </summary>
    /// <param name="host">The host of the stated endpoint, in lower case.</param>
    protected virtual (string Bucket, string? Host)? BucketIn(string host) => null;

    /// <summary>The endpoint that is stated; null where none is, or where it cannot be read, which is reported elsewhere.</summary>
    protected ServiceEndpoint? StatedEndpoint => ReadEndpoint().Endpoint;

    /// <summary>
    /// A configured text for a problem: in quotation marks, on one line, cut after 60 characters. One with an <c>@</c> is not shown: it may be a URL with a password.
    /// </summary>
    /// <param name="text">What the configuration says.</param>
    protected internal static string Quote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Contains('@', StringComparison.Ordinal) ? "(a text with an @, which may hold a password and is not shown)" : $"'{ShownText.Of(text)}'";
    }

    /// <summary>Everything that is wrong with these options beyond what every cloud's have, each with its key.</summary>
    protected abstract IEnumerable<string> Problems();

    /// <summary>Fails unless the options are complete and make sense. Everything is named at once.</summary>
    /// <param name="provider">The provider's short name, for the message.</param>
    /// <param name="credentials">Where credentials come from if not from these options; null if from these.</param>
    /// <param name="time">The clock of credentials that expire; the system's if null.</param>
    /// <returns>
    /// Where credentials come from: what was handed over, the key in these options, the place that they switch on, or the environment, in this order.
    /// </returns>
    /// <exception cref="InvalidConfigurationException">Everything that is wrong.</exception>
    public ICredentialsProvider Validate(string provider, ICredentialsProvider? credentials, TimeProvider? time = null)
    {
        var choice = new CredentialsChoice(credentials, AccessKey, CredentialsSwitch, KeyInEnvironment);
        List<string?> found = [ReadEndpoint().Problem, BucketProblem(), .. Problems(), .. choice.Problems(), .. Accept.Select(AcceptProblem)];
        var problems = found.OfType<string>().ToList();
        if (!Enum.IsDefined(Addressing))
        {
            problems.Add($"{nameof(Addressing)}: there is no '{Addressing}'. Write one of {string.Join(", ", Enum.GetNames<BucketAddressing>())}.");
        }

        if (Addressing == BucketAddressing.CustomDomain && Endpoint is null)
        {
            problems.Add($"{nameof(Endpoint)}: it is missing, and {nameof(BucketAddressing.CustomDomain)} says that it is a domain of a bucket's own. Name it.");
        }

        if (Addressing == BucketAddressing.CustomDomain && CustomDomainBucket is null)
        {
            problems.Add($"{nameof(CustomDomainBucket)}: it is missing, and a custom domain stands for one bucket. Name it.");
        }

        if (Addressing != BucketAddressing.CustomDomain && CustomDomainBucket is not null)
        {
            problems.Add($"{nameof(CustomDomainBucket)}: it is given, and {nameof(Addressing)} is not {nameof(BucketAddressing.CustomDomain)}. Set that, or leave the bucket out.");
        }

        if (ReplaceDeadline <= TimeSpan.Zero || ReplaceDeadline > InventoryServiceSettings.LongestReplaceDeadline)
        {
            problems.Add($"{nameof(ReplaceDeadline)}: it must be longer than zero, and 24 hours at most.{Spans.Advice(ReplaceDeadline)}");
        }

        problems.AddRange(Transport is null ? [$"{nameof(Transport)}: it is missing."] : Transport.Problems().Select(p => $"{nameof(Transport)}:{p}"));
        if (problems.Count > 0)
        {
            throw new InvalidConfigurationException($"The options of '{provider}' cannot be used", problems) { Provider = provider };
        }

        return choice.Choose(time);
    }

    private string? BucketProblem()
    {
        if (StatedEndpoint is not { Host: var host } || BucketIn(host) is not { } found)
        {
            return null;
        }

        var (bucket, rest) = found;
        if (Addressing == BucketAddressing.CustomDomain)
        {
            return CustomDomainBucket is null || CustomDomainBucket == bucket ? null
                : $"{nameof(Endpoint)} and {nameof(CustomDomainBucket)}: the host '{host}' is bucket '{bucket}', and not {Quote(CustomDomainBucket)}. Name one bucket.";
        }

        var remedy = rest is null ? "Set" : $"Write '{rest}'; or, for this one bucket alone, set";
        return $"{nameof(Endpoint)}: '{host}' has '{bucket}' where a bucket's name goes, and a second one would come before it. "
            + $"{remedy} {nameof(Addressing)} to {nameof(BucketAddressing.CustomDomain)} and {nameof(CustomDomainBucket)} to '{bucket}'.";
    }

    private (ServiceEndpoint? Endpoint, string? Problem) ReadEndpoint()
    {
        try
        {
            return (Endpoint is null ? null : new ServiceEndpoint(Endpoint, Enum.IsDefined(Addressing) ? Addressing : default, CustomDomainBucket), null);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return (null, $"{nameof(Endpoint)}: {e.Message}");
        }
    }

    private static string? AcceptProblem(string text) => Acceptance.ConfigurationProblem(text) is { } problem ? $"{nameof(Accept)}: {problem}" : null;
}
