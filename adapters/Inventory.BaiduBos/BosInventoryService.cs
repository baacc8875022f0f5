using System.Text;
using Inventory.Documents;
using Inventory.Http;
using Microsoft.Extensions.Logging;

namespace Inventory.BaiduBos;

/// <summary>Inventory rules on Baidu Cloud BOS.</summary>
/// <remarks>Safe for use by several threads at once. Make one for a process, or let one handler serve several; dispose of it at the end.</remarks>
public sealed class BosInventoryService : InventoryServiceBase, IDisposable
{
    private readonly InventoryHttpClient _http;
    private readonly ServiceEndpoint _endpoint;

    /// <summary>Makes a service.</summary>
    /// <param name="options">Region or endpoint, and credentials. Read once.</param>
    /// <param name="credentials">Where credentials come from; what the options say, or else the environment, if null.</param>
    /// <param name="handler">What sends in the end, not disposed of here; one of its own if null. It may not follow redirects.</param>
    /// <param name="time">The clock; the system's if null.</param>
    /// <param name="logger">Where requests, retries and accepted changes are logged; nowhere if null.</param>
    /// <exception cref="InventoryException">
    /// Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: everything that is wrong with the options, at once.
    /// </exception>
    public BosInventoryService(
        BosOptions options,
        ICredentialsProvider? credentials = null,
        HttpMessageHandler? handler = null,
        TimeProvider? time = null,
        ILogger? logger = null)
        : this((options ?? throw new ArgumentNullException(nameof(options))).Validate(BosCapabilities.ProviderName, credentials, time), options, handler, time, logger)
    {
    }

    private BosInventoryService(ICredentialsProvider credentials, BosOptions options, HttpMessageHandler? handler, TimeProvider? time, ILogger? logger)
        : base(BosCapabilities.Create(options), options.ToSettings(time, logger))
    {
        _endpoint = options.ToEndpoint();
        _http = new(
            BosCapabilities.ProviderName,
            new BceV1Signer(),
            credentials,
            BosErrors.Instance,
            options.Transport,
            handler,
            time,
            logger,
            options.Name);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <inheritdoc/>
    protected override async Task<InventoryRule?> FindCoreAsync(string bucket, string ruleId, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(HttpMethod.Get, bucket, ruleId, null, cancellationToken).ConfigureAwait(false);
        return answer.Is(InventoryErrorKind.RuleNotFound) ? null : answer.Read(body => BosAnswers.ReadOne(body, bucket, ruleId));
    }

    /// <inheritdoc/>
    protected override async Task<PutReply> PutCoreAsync(string bucket, InventoryRule rule, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes(JsonNodes.Write(BosRuleMapper.ToWire(rule, bucket), isIndented: false));
        var answer = await SendAsync(HttpMethod.Put, bucket, rule.Id, body, cancellationToken).ConfigureAwait(false);
        answer.ThrowIfError();
        return new(PutReplyKind.Done, answer.RequestId, answer.Attempts) { HttpStatus = answer.Status, Elapsed = answer.Elapsed };
    }

    /// <inheritdoc/>
    protected override async Task<RulePage> ListPageCoreAsync(string bucket, string? token, CancellationToken cancellationToken)
    {
        var answer = await _http.SendAsync(Request(HttpMethod.Get, bucket, [new("inventory", "")]), cancellationToken).ConfigureAwait(false);
        if (answer.Is(InventoryErrorKind.RuleNotFound))
        {
            return new([]);
        }

        var page = answer.Read(body => ReadList(answer, body, bucket));
        return page with { RequestId = answer.RequestId, HttpStatus = answer.Status, Attempts = answer.Attempts, Elapsed = answer.Elapsed };
    }

    /// <inheritdoc/>
    protected override async Task DeleteCoreAsync(string bucket, string ruleId, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(HttpMethod.Delete, bucket, ruleId, null, cancellationToken).ConfigureAwait(false);
        if (!answer.Is(InventoryErrorKind.RuleNotFound))
        {
            answer.ThrowIfError();
        }
    }

    /// <inheritdoc/>
    protected override InventoryRule NormalizeCore(InventoryRule rule) => BosRuleMapper.Echo(rule, new DocumentProblems());

    /// <inheritdoc/>
    /// <remarks>What a list of the rule's own says of the bucket would be read back as prefixes.</remarks>
    protected override IEnumerable<RuleViolation> CheckForBucket(string bucket, InventoryRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.Extension<BosInventoryExtension>() is { } extension && BosRuleMapper.IsPrefixes(extension.Resource, bucket))
        {
            yield return new()
            {
                Kind = RuleViolationKind.InvalidExtension,
                Path = extension.PathOf(nameof(extension.Resource)),
                Provider = BosCapabilities.ProviderName,
                Reason = $"The list says no more than prefixes of bucket '{bucket}'.",
                Remedy = $"Name them in {RulePaths.FilterPrefixes}, without the bucket and the star.",
                Evidence = [BosEvidence.PutBucketInventory],
            };
        }
    }

    private static RulePage ReadList(ServiceAnswer answer, byte[] body, string bucket)
    {
        // Every form of nothing is a bucket without rules, if the service says it: a proxy or a portal on the way says nothing too.
        var page = BosAnswers.ReadList(body, bucket, answer.Redact);
        return page.Rules.Count > 0 || page.Unreadable is { Count: > 0 } || answer.RequestId is not null
            ? page
            : throw new InvalidDocumentException([new("", 0, 0, $"It lists no rules and has no header {BosErrors.Instance.RequestIdHeader}, so it need not be the service's.")]);
    }

    private Task<ServiceAnswer> SendAsync(HttpMethod method, string bucket, string ruleId, byte[]? body, CancellationToken cancellationToken) =>
        _http.SendAsync(
            Request(method, bucket, [new("inventory", ""), new("id", ruleId)]) with { RuleId = ruleId, Body = body, ContentType = "application/json" },
            cancellationToken);

    private ServiceRequest Request(HttpMethod method, string bucket, KeyValuePair<string, string>[] query) => new()
    {
        Method = method,
        Authority = _endpoint.AuthorityFor(bucket),
        Path = _endpoint.PathFor(bucket, hasSlash: false),
        Resource = $"/{bucket}/",
        Query = query,
        Bucket = bucket,
    };
}
