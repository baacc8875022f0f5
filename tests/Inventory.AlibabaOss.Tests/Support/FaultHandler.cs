using System.Net;

namespace Inventory.AlibabaOss.Tests.Support;

/// <summary>Lets requests through to the service, except for those that the script names by their number, from 0.</summary>
internal sealed class FaultHandler : DelegatingHandler
{
    private readonly IReadOnlyDictionary<int, Fault> _script;
    private readonly CancellationTokenSource _caller;
    private bool _isDead;

    public FaultHandler(HttpMessageHandler inner, IReadOnlyDictionary<int, Fault> script, CancellationTokenSource caller)
        : base(inner) => (_script, _caller) = (script, caller);

    /// <summary>How many requests were tried.</summary>
    public int Count { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Fault? fault = _script.TryGetValue(Count++, out var scripted) ? scripted : null;
        switch (fault)
        {
            case null when !_isDead:
                return await base.SendAsync(request, cancellationToken);
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

    private static HttpResponseMessage Failure(HttpRequestMessage request) => new(HttpStatusCode.InternalServerError)
    {
        RequestMessage = request,
        Content = new StringContent("<Error><Code>InternalError</Code><Message>Please try again.</Message></Error>"),
    };
}
