using System.Net;

namespace Inventory.AlibabaOss.Tests.Support;

/// <summary>Lets requests through to the service, except for those that the script names by their number, from 0.</summary>
internal sealed class FaultHandler : DelegatingHandler
{
    private readonly IReadOnlyDictionary<int, Fault> _script;
    private readonly CancellationTokenSource _caller;
    private bool _isDead;
    private Func<HttpResponseMessage>? _shown;
    private Func<Task>? _late;

    public FaultHandler(HttpMessageHandler inner, IReadOnlyDictionary<int, Fault> script, CancellationTokenSource caller)
        : base(inner) => (_script, _caller) = (script, caller);

    /// <summary>How many requests were tried.</summary>
    public int Count { get; private set; }

    /// <summary>Lets the service do what it was asked late.</summary>
    public Task ApplyLateAsync() => _late?.Invoke() ?? Task.CompletedTask;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Fault? fault = _script.TryGetValue(Count++, out var scripted) ? scripted : null;
        switch (fault)
        {
            case null when !_isDead:
                return await RememberAsync(await base.SendAsync(request, cancellationToken), cancellationToken);
            case Fault.Stale when !_isDead:
                return request.Method == HttpMethod.Get && _shown is not null ? _shown() : await base.SendAsync(request, cancellationToken);
            case Fault.AppliedLate when !_isDead:
                var copy = await CopyAsync(request);
                _late = async () => (await base.SendAsync(copy, CancellationToken.None)).Dispose();
                break;
            case Fault.FailsUndone when !_isDead:
                return Failure(request);
            case Fault.FailsDone when !_isDead:
                (await base.SendAsync(request, cancellationToken)).Dispose();
                return Failure(request);
            case Fault.CancelledBefore when !_isDead:
                await _caller.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
                return await base.SendAsync(request, cancellationToken);
            case Fault.CancelledAfter when !_isDead:
                var response = await base.SendAsync(request, cancellationToken);
                await _caller.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
                return response;
            case Fault.DiesUnanswered or Fault.DeadOnceDone when !_isDead:
                (await base.SendAsync(request, cancellationToken)).Dispose();
                break;
        }

        _isDead |= fault is Fault.DeadForGood or Fault.DeadOnceDone;
        throw new HttpRequestException("the connection died");
    }

    private static async Task<HttpRequestMessage> CopyAsync(HttpRequestMessage request)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri);
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            _ = copy.Headers.TryAddWithoutValidation(name, values.ToString());
        }

        if (request.Content is { } content)
        {
            copy.Content = new ByteArrayContent(await content.ReadAsByteArrayAsync());
            copy.Content.Headers.ContentType = content.Headers.ContentType;
        }

        return copy;
    }

    private static HttpResponseMessage Failure(HttpRequestMessage request) => new(HttpStatusCode.InternalServerError)
    {
        RequestMessage = request,
        Content = new StringContent("<Error><Code>InternalError</Code><Message>Please try again.</Message></Error>"),
    };

    private async Task<HttpResponseMessage> RememberAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.RequestMessage?.Method == HttpMethod.Get)
        {
            var (status, body) = (response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
            _shown = () => new(status) { RequestMessage = response.RequestMessage, Content = new ByteArrayContent(body) };
            response.Content = new ByteArrayContent(body);
        }

        return response;
    }
}
