using System.Net;
using System.Text;

namespace Inventory.BaiduBos.Tests;

/// <summary>What reached a primary handler.</summary>
internal sealed record SentRequest(string Method, Uri Uri, string? Host, string? ContentType, string Body);

/// <summary>Plays a script of answers, the last of them again and again, and keeps what it was sent.</summary>
internal sealed class ScriptedHandler(params Func<HttpResponseMessage>[] script) : HttpMessageHandler
{
    private readonly List<SentRequest> _sent = [];

    public IReadOnlyList<SentRequest> Sent => _sent;

    public static Func<HttpResponseMessage> Answer(int status, string body = "", params (string Name, string Value)[] headers) =>
        Answer(status, Encoding.UTF8.GetBytes(body), headers);

    public static Func<HttpResponseMessage> Answer(int status, byte[] body, params (string Name, string Value)[] headers) => () =>
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in headers)
        {
            _ = answer.Headers.TryAddWithoutValidation(name, value);
        }

        return answer;
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        var contentType = request.Content?.Headers.NonValidated.TryGetValues("Content-Type", out var values) == true ? values.ToString() : null;
        _sent.Add(new(request.Method.Method, request.RequestUri!, request.Headers.Host, contentType, body));
        return script[Math.Min(_sent.Count, script.Length) - 1]();
    }
}
