namespace Inventory.Http.Tests;

/// <summary>A primary handler that plays a script, the last step of it again and again, and keeps what it was sent.</summary>
internal sealed class ScriptedHandler(params Step[] script) : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly List<SentRequest> _sent = [];

    public bool IsDisposed { get; private set; }

    public IReadOnlyList<SentRequest> Sent
    {
        get
        {
            lock (_gate)
            {
                return [.. _sent];
            }
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = await SentRequest.OfAsync(request, cancellationToken);
        int turn;
        lock (_gate)
        {
            turn = _sent.Count;
            _sent.Add(sent);
        }

        return await script[Math.Min(turn, script.Length - 1)](sent, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
