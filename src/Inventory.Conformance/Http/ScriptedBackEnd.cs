using System.Globalization;
using System.Net;
using System.Text;

namespace Inventory.Conformance;

/// <summary>
/// A service in memory: it keeps the documents that it is sent and answers as the fixture says, unless a fault strikes. Safe for use by several threads at once.
/// </summary>
internal sealed class ScriptedBackEnd(HttpScript script, NativePut nativePut, KitClock clock, IReadOnlyCollection<string> ruleIds) : HttpMessageHandler
{
    // No call has a use for so many.
    private const int MostRequests = 200;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, string> _documents = new(StringComparer.Ordinal);
    private readonly List<ReceivedRequest> _received = [];
    private readonly TaskCompletionSource<string> _problem = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What befalls a request in place of its answer; null, or a null that it returns, for nothing.</summary>
    public Func<ReceivedRequest, Task<HttpResponseMessage>?>? Fault { get; set; }

    /// <summary>Ends with what a clause cannot go on with; never, where there is nothing.</summary>
    public Task<string> Problem => _problem.Task;

    public IReadOnlyList<ReceivedRequest> Received
    {
        get
        {
            lock (_lock)
            {
                return [.. _received];
            }
        }
    }

    /// <summary>The documents that it holds, by rule.</summary>
    public IReadOnlyDictionary<string, string> Documents
    {
        get
        {
            lock (_lock)
            {
                return new Dictionary<string, string>(_documents);
            }
        }
    }

    /// <summary>Forgets what it received, and keeps what it holds.</summary>
    public void ForgetRequests()
    {
        lock (_lock)
        {
            _received.Clear();
        }
    }

    /// <summary>Says what a clause cannot go on with.</summary>
    public void Complain(string problem) => _ = _problem.TrySetResult(problem);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var received = Receive(request, body, cancellationToken);
        if (received.Number > MostRequests)
        {
            Complain(string.Create(CultureInfo.InvariantCulture, $"The service sent {MostRequests} requests and has not come to an end: it must give up after a bounded number."));
            return await Never().ConfigureAwait(false);
        }

        try
        {
            return Fault?.Invoke(received) is { } struck ? await struck.ConfigureAwait(false) : received.Apply();
        }
        catch (AssertionException e)
        {
            Complain(e.Message);
            return await Never().ConfigureAwait(false);
        }
    }

    private static Task<HttpResponseMessage> Never() => new TaskCompletionSource<HttpResponseMessage>().Task;

    private ReceivedRequest Receive(HttpRequestMessage request, string body, CancellationToken cancellationToken)
    {
        var inAddress = IdIn(Uri.UnescapeDataString(request.RequestUri!.AbsoluteUri));
        var operation = script.OperationOf(request, inAddress);
        var id = inAddress ?? IdIn(body);
        lock (_lock)
        {
            var number = _received.Count + 1;
            var received = new ReceivedRequest
            {
                Operation = operation,
                RuleId = id,
                Uri = request.RequestUri,
                Body = body,
                Authorization = request.Headers.NonValidated.TryGetValues("Authorization", out var values) ? values.ToString() : null,
                At = clock.GetUtcNow(),
                Number = number,
                Apply = () => Response(request, number, Apply(operation, id, body)),
                Answer = answer => Response(request, number, answer),
                GivenUp = cancellationToken,
            };
            _received.Add(received);
            return received;
        }
    }

    // One id may begin as another does.
    private string? IdIn(string text) => ruleIds.Where(id => text.Contains(id, StringComparison.Ordinal)).MaxBy(id => id.Length);

    private HttpAnswer Apply(HttpOperation operation, string? id, string body)
    {
        lock (_lock)
        {
            switch (operation)
            {
                case HttpOperation.List:
                    return script.Listed([.. _documents.Values]);
                case HttpOperation.Find:
                    return _documents.TryGetValue(Known(operation, id), out var document) ? script.Found(document) : NotFound();
                case HttpOperation.Delete:
                    return _documents.Remove(Known(operation, id)) ? script.Deleted() : NotFound();
                default:
                    if (nativePut == NativePut.CreateOnly && _documents.ContainsKey(Known(operation, id)))
                    {
                        return script.Needed(InventoryErrorKind.RuleAlreadyExists, "a put of a rule that is there, since the capabilities say that its put only creates");
                    }

                    _documents[Known(operation, id)] = body;
                    return script.Stored(body);
            }
        }
    }

    private HttpAnswer NotFound() => script.Needed(InventoryErrorKind.RuleNotFound, "where there is no such rule");

    private static string Known(HttpOperation operation, string? id) => id
        ?? throw FixtureProblem.Of($"OperationOf said {operation} of a request that names no rule, neither in its address nor in its body. It must say what the request asks for.");

    private HttpResponseMessage Response(HttpRequestMessage request, int number, HttpAnswer answer)
    {
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { RequestMessage = request, Content = new ByteArrayContent(Encoding.UTF8.GetBytes(answer.Body)) };
        if (script.RequestIdHeader is { } name)
        {
            _ = response.Headers.TryAddWithoutValidation(name, IdOf(number));
        }

        _ = MediaTypeOf(answer.Body) is { } mediaType && response.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        foreach (var (header, value) in answer.Headers)
        {
            _ = response.Headers.Remove(header);
            if (!response.Headers.TryAddWithoutValidation(header, value))
            {
                _ = response.Content.Headers.Remove(header);
                _ = response.Content.Headers.TryAddWithoutValidation(header, value);
            }
        }

        return response;
    }

    /// <summary>What the kit's back end calls a request.</summary>
    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"kit-request-{number}");

    private static string? MediaTypeOf(string body) => body.TrimStart() switch
    {
        ['<', ..] => "application/xml",
        ['{' or '[', ..] => "application/json",
        _ => null,
    };
}
