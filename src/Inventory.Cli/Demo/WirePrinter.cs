using System.Text;

namespace Inventory.Cli;

/// <summary>Prints what goes over a wire: method, target and body out; status and body back.</summary>
internal sealed class WirePrinter(TextWriter output, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly HashSet<string> _printed = new(StringComparer.Ordinal);

    /// <summary>How many requests went out.</summary>
    public int Requests { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        await output.WriteLineAsync($"   > {request.Method} {request.RequestUri!.PathAndQuery}");
        await PrintAsync(request.Content, cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        await output.WriteLineAsync($"   < {(int)response.StatusCode}");
        await PrintAsync(response.Content, cancellationToken);
        return response;
    }

    /// <summary>A document that was printed already is not printed again.</summary>
    private async Task PrintAsync(HttpContent? content, CancellationToken cancellationToken)
    {
        if (content is null)
        {
            return;
        }

        await content.LoadIntoBufferAsync(cancellationToken);
        var body = Encoding.UTF8.GetString(await content.ReadAsByteArrayAsync(cancellationToken));
        foreach (var line in body.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("<?xml", StringComparison.Ordinal)))
        {
            await output.WriteLineAsync(_printed.Add(line) ? $"     {line}" : "     (the same document as above)");
        }
    }
}
