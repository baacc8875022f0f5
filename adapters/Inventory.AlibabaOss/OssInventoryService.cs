using System.Text;
using Inventory.Documents;
using Inventory.Http;

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
    /// <param name="credentials">Where credentials come from; those of the options if null.</param>
    /// <param name="handler">What sends in the end, not disposed of here; one of its own if null. It may not follow redirects.</param>
    /// <param name="time">The clock; the system's if null.</param>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: everything that is wrong with the options, at once.</exception>
    public OssInventoryService(OssOptions options, ICredentialsProvider? credentials = null, HttpMessageHandler? handler = null, TimeProvider? time = null)
        : base(OssCapabilities.Create(Validated(options, credentials)), options.ToSettings(time))
    {
        _access = (OssAccessExtension)Capabilities.DefaultAccess!;
        _endpoint = options.ToEndpoint();
        _http = new(
            OssCapabilities.ProviderName,
            new OssV4Signer(options.SigningRegion!),
            credentials ?? new StaticCredentials(options.ToCredentials()!),
            OssErrors.Instance,
            options.Transport,
            handler,
            time);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <inheritdoc/>
    protected override async Task<InventoryRule?> FindCoreAsync(string bucket, string ruleId, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(HttpMethod.Get, bucket, ruleId, null, cancellationToken).ConfigureAwait(false);
        if (answer.Is(InventoryErrorKind.RuleNotFound))
        {
            return null;
        }

        answer.ThrowIfError();
        return Read(answer, () => OssListPage.ReadOne(answer.Body, _access));
    }

    /// <inheritdoc/>
    protected override async Task<PutReply> PutCoreAsync(string bucket, InventoryRule rule, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes(XmlNodes.Write(OssRuleMapper.ToWire(rule, _access), isIndented: false));
        var answer = await SendAsync(HttpMethod.Put, bucket, rule.Id, body, cancellationToken).ConfigureAwait(false);
        if (answer.Is(InventoryErrorKind.RuleAlreadyExists))
        {
            return new(PutReplyKind.Exists, answer.Error!.RequestId, answer.Attempts);
        }

        answer.ThrowIfError();
        return new(PutReplyKind.Created, RequestId(answer), answer.Attempts);
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

        answer.ThrowIfError();
        return Read(answer, () => OssListPage.Read(answer.Body, _access));
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

    private static OssOptions Validated(OssOptions options, ICredentialsProvider? credentials)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate(OssCapabilities.ProviderName);
        return credentials is null && options.ToCredentials() is null
            ? throw new InventoryException(InventoryErrorKind.InvalidConfiguration,
                $"The options of '{OssCapabilities.ProviderName}' hold no credentials: set {nameof(OssOptions.AccessKeyId)} and {nameof(OssOptions.AccessKeySecret)}, or give a credentials provider.")
            {
                Provider = OssCapabilities.ProviderName,
            }
            : options;
    }

    private static string? RequestId(ServiceAnswer answer) => answer.Header("x-oss-request-id");

    private static T Read<T>(ServiceAnswer answer, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDocumentException e)
        {
            throw answer.Malformed(e.Message, RequestId(answer), e);
        }
    }

    private Task<ServiceAnswer> SendAsync(HttpMethod method, string bucket, string ruleId, byte[]? body, CancellationToken cancellationToken) =>
        _http.SendAsync(Request(method, bucket, [new("inventory", ""), new("inventoryId", ruleId)]) with { RuleId = ruleId, Body = body, ContentType = "application/xml" }, cancellationToken);

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
