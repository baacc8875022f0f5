using Inventory.Documents;
using Inventory.Http;
using Microsoft.Extensions.Logging;

namespace Inventory.AlibabaOss;

/// <summary>Inventory rules on Alibaba Cloud OSS.</summary>
/// <remarks>Safe for use by several threads at once. Make one for a process, or let one handler serve several; dispose of it at the end.</remarks>
public sealed class OssInventoryService : InventoryServiceBase, IDisposable
{
    private readonly InventoryHttpClient _http;
    private readonly ServiceEndpoint _endpoint;
    private readonly OssAccessExtension _access;

    /// <summary>Makes a service.</summary>
    /// <param name="options">Region or endpoint, credentials, destination role and account. Read once.</param>
    /// <param name="credentials">Where credentials come from; what the options say, or else the environment, if null.</param>
    /// <param name="handler">What sends in the end, not disposed of here; one of its own if null. It may not follow redirects.</param>
    /// <param name="time">The clock; the system's if null.</param>
    /// <param name="logger">Where requests, retries and accepted changes are logged; nowhere if null.</param>
    /// <exception cref="InventoryException">
    /// Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: everything that is wrong with the options, at once.
    /// </exception>
    public OssInventoryService(
        OssOptions options,
        ICredentialsProvider? credentials = null,
        HttpMessageHandler? handler = null,
        TimeProvider? time = null,
        ILogger? logger = null)
        : this((options ?? throw new ArgumentNullException(nameof(options))).Validate(OssCapabilities.ProviderName, credentials, time), options, handler, time, logger)
    {
    }

    private OssInventoryService(ICredentialsProvider credentials, OssOptions options, HttpMessageHandler? handler, TimeProvider? time, ILogger? logger)
        : base(OssCapabilities.Create(options), options.ToSettings(time, logger))
    {
        _access = (OssAccessExtension)Capabilities.DefaultAccess!;
        _endpoint = options.ToEndpoint();
        _http = new(
            OssCapabilities.ProviderName,
            options.ToSigner(),
            credentials,
            OssErrors.Instance,
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
        return answer.Is(InventoryErrorKind.RuleNotFound) ? null : answer.Read(body => OssListPage.ReadOne(body, _access, ruleId));
    }

    /// <inheritdoc/>
    protected override async Task<PutReply> PutCoreAsync(string bucket, InventoryRule rule, CancellationToken cancellationToken)
    {
        var body = XmlNodes.WriteBytes(OssRuleMapper.ToWire(rule, _access));
        var answer = await SendAsync(HttpMethod.Put, bucket, rule.Id, body, cancellationToken).ConfigureAwait(false);
        if (answer.Is(InventoryErrorKind.RuleAlreadyExists))
        {
            return new(PutReplyKind.Exists, answer.Error!.RequestId, answer.AttemptsInDoubt) { HttpStatus = answer.Status, Elapsed = answer.Elapsed, Refusal = answer.Error };
        }

        answer.ThrowIfError();
        return new(PutReplyKind.Created, answer.RequestId, answer.Attempts) { HttpStatus = answer.Status, Elapsed = answer.Elapsed };
    }

    /// <inheritdoc/>
    protected override async Task<RulePage> ListPageCoreAsync(string bucket, string? token, CancellationToken cancellationToken)
    {
        KeyValuePair<string, string>[] query = token is null ? [new("inventory", "")] : [new("inventory", ""), new("continuation-token", token)];
        var answer = await _http.SendAsync(Request(HttpMethod.Get, bucket, query), cancellationToken).ConfigureAwait(false);
        if (answer.Is(InventoryErrorKind.RuleNotFound))
        {
            return new([]);
        }

        var page = answer.Read(body => OssListPage.Read(body, _access, answer.Redact));
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
    protected override InventoryRule NormalizeCore(InventoryRule rule) => OssRuleMapper.Echo(rule, _access, new DocumentProblems());

    private Task<ServiceAnswer> SendAsync(HttpMethod method, string bucket, string ruleId, byte[]? body, CancellationToken cancellationToken) =>
        _http.SendAsync(
            Request(method, bucket, [new("inventory", ""), new("inventoryId", ruleId)]) with { RuleId = ruleId, Body = body, ContentType = "application/xml" },
            cancellationToken);

    private ServiceRequest Request(HttpMethod method, string bucket, KeyValuePair<string, string>[] query) => new()
    {
        Method = method,
        Authority = _endpoint.AuthorityFor(bucket),
        Path = _endpoint.PathFor(bucket, hasSlash: true),
        Resource = $"/{bucket}/",
        Query = query,
        Bucket = bucket,
    };
}
