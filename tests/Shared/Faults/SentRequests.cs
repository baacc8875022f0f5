namespace Inventory.Tests.Faults;

/// <summary>What a service sends, and what comes back: the method and the status, 0 where there is no answer.</summary>
internal sealed class SentRequests(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly List<(string Method, int Status)> _all = [];

    public IReadOnlyList<(string Method, int Status)> All => _all;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var index = _all.Count;
        _all.Add((request.Method.Method, 0));
        var answer = await base.SendAsync(request, cancellationToken);
        _all[index] = (request.Method.Method, (int)answer.StatusCode);
        return answer;
    }
}
