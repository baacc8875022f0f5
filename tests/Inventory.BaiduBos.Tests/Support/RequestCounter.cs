namespace Inventory.BaiduBos.Tests;

/// <summary>Sends, and counts what it sent.</summary>
internal sealed class RequestCounter() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _ = Interlocked.Increment(ref _count);
        return base.SendAsync(request, cancellationToken);
    }
}
