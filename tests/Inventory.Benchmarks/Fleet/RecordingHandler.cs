using System.Collections.Concurrent;

namespace Inventory.Benchmarks.Fleet;

/// <summary>Keeps every request that leaves, in the order in which they do.</summary>
internal sealed class RecordingHandler(ConcurrentQueue<RecordedCall> calls) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        calls.Enqueue(await RecordedCall.OfAsync(request));
        return await base.SendAsync(request, cancellationToken);
    }
}
