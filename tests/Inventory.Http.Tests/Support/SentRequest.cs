namespace Inventory.Http.Tests;

/// <summary>What reached a primary handler.</summary>
internal sealed record SentRequest(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, byte[]? Body)
{
    public static async Task<SentRequest> OfAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            headers.Add(name, values.ToString());
        }

        if (request.Content is null)
        {
            return new(request.Method.Method, request.RequestUri!, headers, null);
        }

        foreach (var (name, values) in request.Content.Headers.NonValidated)
        {
            headers.Add(name, values.ToString());
        }

        return new(request.Method.Method, request.RequestUri!, headers, await request.Content.ReadAsByteArrayAsync(cancellationToken));
    }
}
