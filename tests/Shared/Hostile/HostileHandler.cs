namespace Inventory.Tests.Hostile;

/// <summary>Gives a hostile answer to one request, which then changes nothing, and lets the others through.</summary>
internal sealed class HostileHandler(HttpMessageHandler inner, HostileCloud cloud, HostileAnswer answer, int number) : DelegatingHandler(inner)
{
    /// <summary>How many requests there were.</summary>
    public int Count { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (++Count != number)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var sound = Array.Empty<byte>();
        if (answer.IsSound)
        {
            using var response = await base.SendAsync(request, cancellationToken);
            sound = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        }

        return answer.ToResponse(cloud, sound, request);
    }
}
